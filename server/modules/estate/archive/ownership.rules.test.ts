import { expect, test } from 'vitest'
import { type OwnerStay, ownershipsOf } from './ownership.rules.ts'

const stay = (id: string, from: string | null, until: string | null): OwnerStay => ({
  id,
  customerId: `c${id}`,
  name: id,
  from,
  until,
})

test('FD-730 a new owner begins a new archive, and joint owners share one', () => {
  const spans = ownershipsOf(
    [stay('b', '2020-01-01', '2024-05-31'), stay('a', '2019-06-01', '2024-05-31'), stay('c', '2024-06-01', null)],
    '2026-11-20',
  )
  expect(spans.map((s) => [s.id, s.owners.map((o) => o.id), s.from, s.until, s.current])).toEqual([
    ['c', ['c'], '2024-06-01', null, true],
    ['a', ['a', 'b'], '2019-06-01', '2024-05-31', false],
  ])
})

test('FD-730 owners without a known day are the first ones', () => {
  expect(
    ownershipsOf([stay('b', '2024-06-01', null), stay('a', null, '2024-05-31')], '2026-11-20').map((s) => s.id),
  ).toEqual(['b', 'a'])
  expect(ownershipsOf([], '2026-11-20')).toEqual([])
})
