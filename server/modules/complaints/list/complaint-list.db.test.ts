import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertFigures } from '#test/complaint-figures.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { sheetOf } from '#test/sheet-of.ts'

let t: TestHouse
const url = (query = '') => `/api/v1/estates/${t.a.id}/complaints${query}`
const lead = () => t.as(t.a.staff.csLead)
type Row = { number: string; receivedOn: string }
const numbers = async (query: string) =>
  ((await lead().get(url(`?limit=200&${query}`))).body.rows as Row[]).map((r) => Number(r.number.slice(3)))

beforeAll(async () => {
  t = await openTestHouse()
  await insertFigures(t)
})
afterAll(() => t.close())

test('CP-126 complaints stand newest first, each once over all pages', async () => {
  const seen: Row[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body } = await lead().get(url(`?limit=5${cursor ? `&cursor=${cursor}` : ''}`))
    seen.push(...body.rows)
    cursor = body.next
  }
  expect(new Set(seen.map((r) => r.number)).size).toBe(28)
  expect(seen).toHaveLength(28)
  expect(seen.map((r) => r.receivedOn)).toEqual(
    seen
      .map((r) => r.receivedOn)
      .sort()
      .reverse(),
  )
})

test('CP-121 counted, not counted and not yet verified', async () => {
  const november = 'from=2026-11-01&to=2026-11-30'
  expect(await numbers(`${november}&counted=no`)).toEqual([21, 20, 19])
  expect(await numbers(`${november}&counted=unverified`)).toEqual([18, 15])
  expect(await numbers(`${november}&counted=yes`)).toHaveLength(13)
})

test('CP-123 a row shows persons, times, categories, place and the reply', async () => {
  const { rows } = (await lead().get(url('?q=26-0003'))).body
  expect(rows).toMatchObject([
    {
      number: '26-0003',
      categoryInitial: 'C3.1',
      categoryFinal: 'C3.1',
      factor: 'man',
      factorSub: 'attitude',
      building: { name: 'B2栋' },
      persons: 2,
      times: 3,
      counted: true,
      replyLate: false,
      satisfaction: 'satisfied',
      touchpoint: 'T05',
      contactPhone: '138****8000',
    },
  ])
})

test.each([
  ['category=C4&counted=yes&from=2026-10-26', [14, 6, 5]],
  ['category=none', [7]],
  ['sub=C4.2&counted=yes', [6, 5, 23]],
  ['line=finance', [4, 24]],
  ['factor=machine', [13, 9, 2]],
  ['secondaryFactor=method', [11]],
  ['touchpoint=T03', [2, 1].sort()],
  ['channel=forum', [16, 4]],
  ['flag=developerLegacy', [8]],
  ['satisfaction=notSatisfied', [23]],
  ['state=ESCALATED', [13]],
  ['brokenPromise=true', [13, 6, 3]],
  ['repeat=true', [12, 11]],
  ['major=true', [9, 24]],
  ['hot=true', [5]],
  ['recategorised=true', [9, 2]],
  ['replyClass=written&counted=yes', [8, 3, 24]],
])('CP-132 the filter %s', async (query, expected) => {
  const found = await numbers(query)
  // promises to come are broken by the time the test is run; those of the day of the table are not
  const known = query.startsWith('brokenPromise') ? found.filter((n) => n !== 13) : found
  const wanted = query.startsWith('brokenPromise') ? expected.filter((n) => n !== 13) : expected
  expect(query.startsWith('touchpoint') ? known.sort() : known).toEqual(wanted)
})

test('CP-153 the list is for those who read reports; its Excel masks telephones and is logged', async () => {
  expect((await t.as(t.a.staff.frontDeskClerk).get(url())).status).toBe(403)
  expect((await t.as(t.b.staff.csLead).get(url())).status).toBe(404)
  const rows = await sheetOf((await lead().get(url('.xlsx?category=C7'))).body)
  expect(rows).toHaveLength(2)
  expect(rows[1]).toEqual(expect.arrayContaining(['26-0008', '138****8000', 'C7.1 房屋质量']))
  const logged = await t.tx((tx) =>
    tx.db.selectFrom('audit').select('after').where('action', '=', 'export.complaints').execute(),
  )
  expect(logged).toEqual([{ after: { query: { category: 'C7' } } }])
  for (const query of [
    '?cursor=eyJ',
    '?from=2026-11-02&to=2026-11-01',
    '?category=C9',
    '?state=GONE',
    '?touchpoint=%00',
  ])
    expect((await lead().get(url(query))).body.error.field).toMatch(/^query\./)
})
