import { expect, test } from 'vitest'
import { presentForPhone } from './round.present.ts'
import type { RoundRow } from './round.store.ts'

const row = (said: Pick<RoundRow, 'name' | 'task'>) => ({ items: {}, ...said }) as RoundRow

test('FD-810 a phone takes along what a usual round is called in English, and of one that somebody named nothing', () => {
  const usual = row({ name: '保洁 · 擦洗楼梯扶手和栏杆', task: '擦洗楼梯扶手和栏杆' })
  expect(presentForPhone(usual, [], undefined).inEnglish).toEqual({
    name: 'Cleaning · Wash handrails and railings',
    task: 'Wash handrails and railings',
  })
  expect(presentForPhone(row({ name: '二期扶手', task: null }), [], undefined).inEnglish).toBeUndefined()
})
