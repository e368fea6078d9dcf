import { expect, test } from 'vitest'
import { companyPage, companyTable, monthlyState, monthSpan, monthsUntil, type Place } from './company.rules.ts'

const place = (n: number, own_area: number | null = null) => ({
  estate_id: `e${n}`,
  code: `E${n}`,
  name: `小区${n}`,
  since: '2026-11-05',
  today: '2026-11-20',
  own_area,
})
const table = companyTable(
  {
    cases: [
      { estate_id: 'e1', received: 8, before: 5, major: 1, hot: 0, escalated: 2 },
      { estate_id: 'e2', received: 2, before: 9, major: 0, hot: 1, escalated: 0 },
    ],
    open: [{ estate_id: 'e1', open: 4, late: 3 }],
    satisfaction: [
      { estate_id: 'e1', content: 3, said: 4 },
      { estate_id: 'e2', content: 1, said: 4 },
    ],
    duties: [
      { estate_id: 'e1', what: 'tally', count: 10 },
      { estate_id: 'e2', what: 'missing', count: 1 },
      { estate_id: 'e2', what: 'late', count: 2 },
    ],
    monthly: [
      { estate_id: 'e1', submitted: true, late: false, due_at: '2026-11-27T10:00:00.000Z', written: true },
      { estate_id: 'e2', submitted: false, late: null, due_at: '2026-11-27T10:00:00.000Z', written: true },
    ],
    now: '2026-11-20T04:00:00.000Z',
    places: [place(1), place(2, 40_000), place(3)],
    sizes: new Map([
      ['e1', { households: 200, areaM2: 20_000 }],
      ['e2', { households: 400, areaM2: 1 }],
    ]),
  },
  monthSpan('2026-11'),
)

test('CP-132 each estate has its row, one without complaints too; the setting of the floor area wins', () => {
  expect(table.rows).toMatchObject([
    {
      received: 8,
      before: 5,
      open: 4,
      lateNow: 3,
      unsignedTallies: 5,
      perHundredHouseholds: 4,
      perTenThousandM2: 4,
      satisfied: 0.75,
    },
    {
      received: 2,
      missingReports: 1,
      lateReports: 2,
      perHundredHouseholds: 0.5,
      perTenThousandM2: 0.5,
      satisfied: 0.25,
    },
    { received: 0, unsignedTallies: 15, perHundredHouseholds: null, perTenThousandM2: null, satisfied: null },
  ])
})

test('CP-128 CP-161 how far the report of the month is: not begun, draft, sent, and late whether it came or not', () => {
  expect(table.rows.map((row) => row.monthlyReport)).toEqual(['sent', 'draft', 'notBegun'])
  const due_at = '2026-11-27T10:00:00.000Z'
  const draft = { submitted: false, late: null, due_at, written: false }
  expect(monthlyState(undefined, due_at)).toBe('notBegun')
  expect(monthlyState(draft, due_at)).toBe('notBegun')
  expect(monthlyState({ ...draft, written: true }, due_at)).toBe('draft')
  expect(monthlyState({ ...draft, written: true }, '2026-11-27T10:00:00.001Z')).toBe('late')
  expect(monthlyState(draft, '2026-11-27T10:00:00.001Z')).toBe('late')
  expect(monthlyState({ ...draft, submitted: true, late: false }, '2026-12-01T00:00:00.000Z')).toBe('sent')
  expect(monthlyState({ ...draft, submitted: true, late: true }, due_at)).toBe('late')
})

test('CP-132 totals are sums, and their shares are those of the sums', () => {
  expect(table.totals).toMatchObject({
    received: 10,
    before: 14,
    unsignedTallies: 35,
    perHundredHouseholds: 1.667,
    perTenThousandM2: 1.667,
    satisfied: 0.5,
  })
})

test('CP-132 pages hold every estate once in the order that was asked for, the unknown last', () => {
  const seen = (sort: 'received' | 'satisfied' | 'name', direction: 'asc' | 'desc') => {
    const ids: string[] = []
    let after: Place | undefined
    do {
      const page = companyPage(table.rows, { sort, direction }, after, 1)
      ids.push(...page.rows.map((r) => r.estate.id))
      after = page.next ?? undefined
    } while (after !== undefined)
    return ids
  }
  expect(seen('received', 'desc')).toEqual(['e1', 'e2', 'e3'])
  expect(seen('satisfied', 'asc')).toEqual(['e2', 'e1', 'e3'])
  expect(seen('satisfied', 'desc')).toEqual(['e1', 'e2', 'e3'])
  expect(seen('name', 'asc')).toEqual(['e1', 'e2', 'e3'])
})

test('CP-128b months of the company are calendar months', () => {
  expect(monthSpan('2026-03')).toEqual({ month: '2026-03', before: '2026-02-01', from: '2026-03-01', to: '2026-03-31' })
  expect(monthsUntil('2026-02', 3).map((m) => m.month)).toEqual(['2025-12', '2026-01', '2026-02'])
})
