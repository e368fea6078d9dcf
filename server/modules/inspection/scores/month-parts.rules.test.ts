import { expect, test } from 'vitest'
import type { PlaceScore } from '#contract/scores.ts'
import { words } from '#platform/documents/words.ts'
import { agreementPart, blockOf, sheetOfPart, unseenPart } from './month-parts.rules.ts'

const t = words('zh')
const place = (n: number, lastSeenOn: string | null): PlaceScore => ({
  place: { id: `place ${n}`, code: `${n}层`, name: '楼道' },
  touchpoint: 'T13',
  score: null,
  looks: 0,
  lastSeenOn,
  unseenDays: lastSeenOn === null ? null : n,
  openFindings: 0,
})
const block = (part: Parameters<typeof blockOf>[0]) => blockOf(part, t)
const rowsOf = (part: Parameters<typeof blockOf>[0]) => {
  const one = block(part)
  return one.kind === 'sheet' ? one.rows : []
}

test('FD-770 the printed month names fifteen places that nobody saw, when they were last seen, and how many more there are', () => {
  const some = unseenPart({ unseen: [place(1, null), place(2, '2026-10-03')] }, t)
  expect(rowsOf(some).map((row) => row.slice(2))).toEqual([
    ['从未检查', '—'],
    ['2026-10-03', '2'],
  ])
  expect(some.note).toBeNull()
  const many = unseenPart({ unseen: Array.from({ length: 18 }, (_, n) => place(n, null)) }, t)
  expect(rowsOf(many)).toHaveLength(15)
  expect(block(many).note).toBe('另有 3 处本月未查')
  expect([...(sheetOfPart(many, t).rows as unknown[][])].at(-1)).toEqual(['另有 3 处本月未查'])
  expect(block(unseenPart({ unseen: [] }, t))).toMatchObject({ kind: 'text', text: '本月每一处都查过。' })
})

const inspector = (name: string) => ({ id: name, name })
const pair = (first: string, second: string, items: number, same: number) => ({
  placeId: 'place',
  code: '1层',
  place: '楼道',
  first: { id: 'a', inspector: inspector(first), at: '2026-11-02T02:00:00.000Z', kind: 'self' as const },
  second: { id: 'b', inspector: inspector(second), at: '2026-11-02T03:00:00.000Z', kind: 'self' as const },
  agreement: { items, same, percent: 0, kappa: null },
  different: [],
})

test('FD-766 the printed month says how far its inspectors agree, together and two by two, those first who agree least', () => {
  const agreement = {
    withinHours: 48,
    all: { items: 40, same: 33, percent: 82.5, kappa: 0.41 },
    // whoever came first, they are the same two
    pairs: [pair('甲', '乙', 10, 10), pair('乙', '甲', 10, 8), pair('甲', '丙', 20, 15)],
    more: false,
  }
  const part = agreementPart({ agreement }, t)
  expect(rowsOf(part)).toEqual([
    ['全部合计', '3', '40', '33', '82.5'],
    [expect.stringMatching(/^(甲 · 丙|丙 · 甲)$/), '1', '20', '15', '75'],
    [expect.stringMatching(/^(甲 · 乙|乙 · 甲)$/), '2', '20', '18', '90'],
  ])
  expect(part.note).toBe('卡帕系数 0.41')
  const none = { ...agreement, pairs: [], all: { items: 0, same: 0, percent: null, kappa: null } }
  expect(block(agreementPart({ agreement: none }, t))).toMatchObject({
    kind: 'text',
    text: '这段时间没有两人检查同一处',
  })
})
