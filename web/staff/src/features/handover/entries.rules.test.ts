import { expect, test } from 'vitest'
import { HANDOVER_GROUPS } from '#contract/handover.ts'
import { confirmationsOf, emptyDraft, readDraft, toEntries, unsaid, type Words } from './entries.rules.ts'

const fen = (typed: string) => (/^\d+(\.\d{1,2})?$/.test(typed) ? Math.round(Number(typed) * 100) : undefined)
const line = (text: string, count = '', amount = '') => ({ text, count, amount })

test('FD-700 what is typed in a group is sent with its count and its amount in fen', () => {
  const sent = toEntries(
    { ...emptyDraft(), keysOut: [line('3栋1203 备用钥匙', '2')], cash: [line('备用金', '', '500.50'), line('')] },
    fen,
  )
  expect(sent).toMatchObject({
    entries: {
      keysOut: [{ text: '3栋1203 备用钥匙', count: 2 }],
      cash: [{ text: '备用金', amountFen: 50_050 }],
      slips: [],
    },
  })
})

test('FD-700 a count or an amount that is none is marked where it stands, and so is a line without words', () => {
  const sent = toEntries(
    { ...emptyDraft(), cards: [line('门禁卡', '十张')], cash: [line('', '', '5'), line('押金', '', '五百')] },
    fen,
  )
  expect(sent).toEqual({
    faults: [
      { group: 'cash', at: 0, field: 'text' },
      { group: 'cash', at: 1, field: 'amount' },
      { group: 'cards', at: 0, field: 'count' },
    ],
  })
})

test('FD-701 the taker has said a word to every group before the shift is taken over', () => {
  const all: Words = Object.fromEntries(HANDOVER_GROUPS.map((group) => [group, { agrees: true, difference: '' }]))
  expect(unsaid({})).toEqual([...HANDOVER_GROUPS])
  expect(unsaid(all)).toEqual([])
  expect(unsaid({ ...all, cash: { agrees: false, difference: ' ' } })).toEqual(['cash'])
  expect(unsaid({ ...all, cash: { agrees: false, difference: '少50元' } })).toEqual([])
})

test('FD-701 a difference is sent only where the group does not agree', () => {
  const said = confirmationsOf({
    cash: { agrees: false, difference: ' 少50元 ' },
    cards: { agrees: true, difference: '改口了' },
  })
  expect(said).toEqual([
    { group: 'cash', agrees: false, difference: '少50元' },
    { group: 'cards', agrees: true },
  ])
})

test('FD-700 a kept draft that is broken loses only what is broken', () => {
  expect(readDraft({ cash: [line('备用金'), { text: 1 }], nonsense: [] })).toEqual({
    ...emptyDraft(),
    cash: [line('备用金')],
  })
  expect(readDraft('x')).toEqual(emptyDraft())
})
