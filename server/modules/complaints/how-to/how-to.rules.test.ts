import { expect, test } from 'vitest'
import { contactIncomplete, latest } from './how-to.rules.ts'

const whole = { phone: '0755-1234567', fax: '0755-1234568', email: 'a@b.cn', person: '王主任', suggestionBox: '大堂' }

test('CP-032 all five items are required, and a blank one is missing', () => {
  expect(contactIncomplete(whole)).toEqual([])
  expect(contactIncomplete({ ...whole, fax: null, suggestionBox: ' ' })).toEqual(['fax', 'suggestionBox'])
  expect(contactIncomplete({ phone: null, fax: null, email: null, person: null, suggestionBox: null })).toHaveLength(5)
})

test('CP-032 the day of the last change is that of the newest item', () => {
  expect(latest([null, '2026-11-20T08:40:00.000Z', '2026-11-21T08:40:00.000Z', null])).toBe('2026-11-21T08:40:00.000Z')
  expect(latest([null])).toBeNull()
})
