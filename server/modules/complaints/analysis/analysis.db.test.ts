import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ComplaintAnalysis, Kpi } from '#contract/complaint-analysis.ts'
import { ComplaintQuery } from '#contract/complaint-list.ts'
import { isRefusal } from '#contract/refusal.ts'
import { standingsOf } from '#contract/rules/line-standing.ts'
import { figureIds, insertFigures, NOW } from '#test/complaint-figures.ts'
import { actorOf } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { listComplaints } from '../list/list-complaints.ts'
import { readAnalysis } from './read-analysis.ts'

let t: TestHouse
let analysis: ComplaintAnalysis
beforeAll(async () => {
  t = await openTestHouse()
  await insertFigures(t)
  analysis = await t.tx((tx) => readAnalysis(tx, t.a.id, { compareMonths: 12 }), { now: NOW })
})
afterAll(() => t.close())

const counts = <K extends string>(groups: readonly (Record<K, unknown> & { count: number })[], key: K) =>
  Object.fromEntries(groups.map((g) => [String(g[key]), g.count]))
const kpi = (name: Kpi['kpi']) => analysis.kpis.find((k) => k.kpi === name)

test('CP-128b without days the statistical month of today is shown, with the one before it', () => {
  expect(analysis).toMatchObject({
    from: '2026-10-26',
    to: '2026-11-25',
    previous: { from: '2026-09-26', to: '2026-10-25' },
    cutoffDay: 25,
  })
})

test('CP-121 what was received counts, also unverified; what is no complaint, a duplicate or merged does not', () => {
  expect(analysis.totals).toMatchObject({
    counted: { count: 18, before: 3 },
    unverified: { count: 2, before: 0 },
    notCounted: { count: 3, before: 1 },
    open: { count: 7, before: 0 },
    closed: { count: 11, before: 3 },
    unreasonable: { count: 1 },
  })
})

test('CP-123 CP-124 one event is one case; persons and times are summed beside it', () => {
  expect(analysis.totals.persons).toEqual({ count: 23, before: 5 })
  expect(analysis.totals.times).toEqual({ count: 26, before: 5 })
  expect(analysis.categories.find((c) => c.category === 'C4')).toMatchObject({ count: 3, persons: 7, times: 8 })
})

test('CP-125 CP-011 the final category counts, the first guess stands in and is marked; reopening adds nothing', () => {
  expect(counts(analysis.categories, 'category')).toEqual({
    C1: 3,
    C2: 3,
    C3: 3,
    C4: 3,
    C5: 2,
    C6: 1,
    C7: 1,
    C8: 1,
    null: 1,
  })
  expect(analysis.totals.unclassified.count).toBe(5)
  expect(analysis.categories.find((c) => c.category === 'C1')).toMatchObject({
    unclassified: 1,
    before: 1,
    share: 0.1667,
  })
  expect(
    counts(
      analysis.categories.flatMap((c) => c.subs),
      'sub',
    ),
  ).toEqual({
    'C1.1': 1,
    'C1.2': 2,
    'C2.1': 1,
    'C2.5': 1,
    'C2.7': 1,
    'C3.1': 1,
    'C3.3': 2,
    'C4.2': 2,
    'C4.4': 1,
    'C5.1': 1,
    'C5.7': 1,
    'C6.2': 1,
    'C7.1': 1,
    'C8.1': 1,
  })
  expect(analysis.totals).toMatchObject({ reopened: { count: 1 }, repeatOf: { count: 1 }, repeats: { count: 2 } })
})

test('CP-132 totals by line, building, touchpoint and channel', () => {
  expect(counts(analysis.lines, 'line')).toEqual({
    repair: 6,
    security: 4,
    cleaning: 3,
    finance: 1,
    housekeeping: 1,
    null: 3,
  })
  expect(counts(analysis.buildings, 'name')).toEqual({ B1栋: 9, B2栋: 6, null: 3 })
  expect(counts(analysis.touchpoints, 'touchpoint')).toEqual({ T03: 2, T05: 1, null: 15 })
  expect(counts(analysis.channels, 'channel')).toEqual({
    phone: 11,
    forum: 2,
    letter: 1,
    visit: 1,
    email: 1,
    on_site: 1,
    app_message: 1,
  })
})

test('CP-133 cause factors with their sub-factors, largest first with the share of all down to here', () => {
  expect(counts(analysis.factors, 'factor')).toEqual({
    man: 5,
    machine: 3,
    method: 2,
    environment: 2,
    material: 1,
    null: 5,
  })
  expect(counts(analysis.factors.find((f) => f.factor === 'man')?.subs ?? [], 'sub')).toEqual({
    compliance: 2,
    skill: 2,
    attitude: 1,
  })
  expect(analysis.factors.find((f) => f.factor === 'machine')?.secondary.count).toBe(1)
  expect(analysis.factorPareto.map((f) => [f.count, f.cumulative])).toEqual([
    [5, 0.3846],
    [3, 0.6154],
    [2, 0.7692],
    [2, 0.9231],
    [1, 1],
  ])
})

test('CP-126 each case counts in the month of its receipt, by statistical and by calendar months', () => {
  const { statistical, calendar } = analysis.trend
  expect(statistical).toHaveLength(13)
  expect(statistical.map((p) => p.count)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 3, 18])
  expect(statistical[0]).toMatchObject({ from: '2025-10-26', to: '2025-11-25' })
  expect(statistical.at(-1)).toMatchObject({ persons: 23, times: 26, major: 1, hot: 1, late: 3, closed: 11 })
  expect(calendar.slice(-3).map((p) => [p.to, p.count])).toEqual([
    ['2026-09-30', 2],
    ['2026-10-31', 7],
    ['2026-11-30', 13],
  ])
})

test('CP-070 CP-071 CP-075 replies in time by how the complaint came; nobody is late who cannot be reached or has time left', () => {
  expect(kpi('K1')).toMatchObject({ part: 10, whole: 12, value: 0.8333, before: 0.5, target: 1, met: false })
  expect(kpi('K2')).toMatchObject({ part: 2, whole: 2, value: 1, met: true })
  expect(kpi('K3')).toMatchObject({ part: 1, whole: 2, value: 0.5 })
  expect(counts(analysis.reply.buckets, 'bucket')).toEqual({
    within1h: 5,
    within4h: 3,
    within24h: 4,
    within48h: 3,
    within72h: 0,
    later: 0,
    none: 3,
  })
  expect(analysis.reply).toMatchObject({ medianHours: 3, p90Hours: 30 })
})

test('CP-120b how long until the closing, and how old what is open', () => {
  expect(counts(analysis.closing.buckets, 'bucket')).toEqual({
    within1d: 2,
    within3d: 4,
    within7d: 2,
    within14d: 2,
    within30d: 1,
    later: 0,
    open: 7,
  })
  expect(analysis.closing).toMatchObject({ medianHours: 72, p90Hours: 264 })
  expect(counts(analysis.openByAge, 'bucket')).toEqual({ today: 1, days1to2: 1, days3to7: 1, days8to30: 4, over30: 0 })
  expect(kpi('K5')).toMatchObject({ part: 11, whole: 18, value: 0.6111 })
  expect(kpi('K5inTime')).toMatchObject({ part: 11, whole: 11, value: 1, target: 0.95, met: true })
})

test('CP-022 promises made, kept and broken, also those that no sweep has marked yet', () => {
  expect(analysis.promises).toMatchObject({
    made: { count: 5 },
    kept: { count: 2 },
    broken: { count: 2 },
    waiting: { count: 1 },
    brokenCases: { count: 2 },
  })
  expect(kpi('K4')).toMatchObject({ part: 2, whole: 4, value: 0.5, met: false })
})

test('CP-120c satisfaction as it stands, and every callback by itself', () => {
  expect(counts(analysis.satisfaction, 'answer')).toEqual({
    satisfied: 8,
    neutral: 2,
    notSatisfied: 0,
    notAsked: 1,
    none: 7,
  })
  expect(kpi('K6')).toMatchObject({ part: 4, whole: 5, value: 0.8, target: 0.9, met: false })
  expect(kpi('K7')).toMatchObject({ part: 2, whole: 11, value: 0.1818, target: 0.05, met: false })
})

test('CP-161 late replies, reports and tallies are failures of the handling', () => {
  expect(analysis.handling).toMatchObject({
    lateReplies: { count: 3, before: 1 },
    lateReports: { count: 1 },
    missingReports: { count: 1 },
    lateTallies: { count: 1, before: 0 },
    missingTallies: { count: 21, before: 6 },
  })
  expect(kpi('K8')).toMatchObject({ part: 3, whole: 25 })
  expect(kpi('K9')).toMatchObject({ part: 1, whole: 3 })
  expect(kpi('K14')).toMatchObject({ part: 1, whole: 1 })
})

test('CP-130 K10 to K13: major, hot, passed on the same day, changed after the cause, per household and area', () => {
  expect(kpi('K10major')).toMatchObject({ unit: 'count', value: 1, before: 1 })
  expect(kpi('K10hot')).toMatchObject({ value: 1, before: 0 })
  expect(kpi('K11')).toMatchObject({ part: 1, whole: 2, value: 0.5 })
  expect(kpi('K12')).toMatchObject({ part: 2, whole: 11, value: 0.1818 })
  expect(kpi('K13households')).toMatchObject({ unit: 'rate', value: 450, before: 75 })
  expect(kpi('K13area')).toMatchObject({ unit: 'rate', value: 450, before: 75 })
  expect(analysis).toMatchObject({ households: 4, floorAreaM2: 400 })
})

test('CP-132 a line that is far above its own average of the six months before is named, with both numbers', () => {
  const usual = new Map(analysis.lines.map((one) => [one.line, one.usual]))
  // one complaint of repair in six months, now six; three of cleaning are too few to be named
  expect(usual.get('repair')).toEqual({ mean: 0.17, periods: 6 })
  expect(usual.get('cleaning')).toEqual({ mean: 0.17, periods: 6 })
  expect(analysis.growth).toEqual({ from: 5, percent: 150 })
  const grown = standingsOf(analysis).filter(({ standing }) => standing === 'grown')
  expect(grown.map(({ of }) => [of.line, of.count])).toEqual([['repair', 6]])
})

test('CP-132 what is compared with begins with the first complaint on record; a long stretch is compared with nothing', async () => {
  const of = async (from: string, to: string) =>
    (await t.tx((tx) => readAnalysis(tx, t.a.id, { from, to, compareMonths: 0 }), { now: NOW })) as ComplaintAnalysis
  // the first is of 25 October 2025: before the month that begins the day after there is nothing whole
  expect((await of('2025-11-26', '2025-12-25')).lines.map((one) => one.usual)).toEqual([{ mean: 1, periods: 1 }])
  const second = await of('2025-10-26', '2025-11-25')
  expect(second.lines.map((one) => one.usual)).toEqual([null])
  expect((await of('2026-01-01', '2026-11-30')).lines[0]?.usual).toBeNull()
})

test('CP-093 what nobody has found out is neither our mistake nor another’s', async () => {
  expect(counts(analysis.faults, 'ours')).toEqual({ yes: 0, no: 0, unknown: 18 })
  const found = async (no: number, ours: boolean | null) =>
    t.tx(({ db }) =>
      db
        .updateTable('complaint_case')
        .set({ ours })
        .where('estate_id', '=', t.a.id)
        .where('matter_id', '=', figureIds.get(no) ?? '')
        .execute(),
    )
  await found(1, true)
  await found(2, false)
  const read = (await t.tx((tx) => readAnalysis(tx, t.a.id, { compareMonths: 0 }), { now: NOW })) as ComplaintAnalysis
  await found(1, null)
  await found(2, null)
  expect(counts(read.faults, 'ours')).toEqual({ yes: 1, no: 1, unknown: 16 })
})

type Opened = { count: number; opens: object }
const figuresIn = (value: unknown, path: string): [string, Opened][] => {
  if (typeof value !== 'object' || value === null) return []
  const own: [string, Opened][] =
    'count' in value && 'opens' in value && typeof value.opens === 'object' && value.opens !== null
      ? [[path, value as Opened]]
      : []
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, inner]) => (key === 'opens' ? [] : figuresIn(inner, `${path}.${key}`))),
  ]
}

test('CP-132 every figure is as long as the list that it opens', async () => {
  const actor = await actorOf(t, t.a.staff.qualityDept)
  const figures = figuresIn(analysis, 'analysis')
  expect(figures.length).toBeGreaterThan(120)
  const wrong = await t.tx(
    async (tx) => {
      const found: string[] = []
      for (const [path, { count, opens }] of figures) {
        const list = await listComplaints(tx, actor, t.a.id, ComplaintQuery.parse({ ...opens, limit: 200 }))
        const length = isRefusal(list) ? list.code : list.rows.length
        if (length !== count) found.push(`${path}: counts ${count}, lists ${length}`)
      }
      return found
    },
    { now: NOW },
  )
  expect(wrong).toEqual([])
})

test('CP-128b whole calendar months are compared with calendar months, other stretches with as many days', async () => {
  const of = (from: string, to: string) =>
    t.tx((tx) => readAnalysis(tx, t.a.id, { from, to, compareMonths: 0 }), { now: NOW })
  const october = await of('2026-10-01', '2026-10-31')
  expect(october).toMatchObject({
    previous: { from: '2026-09-01', to: '2026-09-30' },
    totals: { counted: { count: 7, before: 2 } },
  })
  const week = await of('2026-11-16', '2026-11-20')
  expect(week).toMatchObject({
    previous: { from: '2026-11-11', to: '2026-11-15' },
    totals: { counted: { count: 3, before: 2 } },
  })
  expect(week.trend.statistical).toHaveLength(1)
})

test('CP-128b a month is asked for by its name, as a statistical or as a calendar month', async () => {
  const of = (asked: object) => t.tx((tx) => readAnalysis(tx, t.a.id, { ...asked, compareMonths: 0 }), { now: NOW })
  expect(await of({ month: '2026-10' })).toMatchObject({ from: '2026-09-26', to: '2026-10-25' })
  expect(await of({ month: '2026-10', months: 'calendar' })).toMatchObject({ from: '2026-10-01', to: '2026-10-31' })
  expect(await of({ months: 'calendar' })).toMatchObject({ from: '2026-11-01', to: '2026-11-30' })
})

test('CP-153 the analysis is for those who read reports, in their own estate, and needs a period that makes sense', async () => {
  const url = `/api/v1/estates/${t.a.id}/complaint-analysis`
  expect((await t.as(t.a.staff.complaintVerifier).get(url)).status).toBe(200)
  expect((await t.as(t.a.staff.frontDeskClerk).get(url)).status).toBe(403)
  expect((await t.as(t.b.staff.csLead).get(url)).status).toBe(404)
  const turned = await t.as(t.a.staff.csLead).get(`${url}?from=2026-11-02&to=2026-11-01`)
  expect(turned.body.error).toMatchObject({ code: 'E_TIME_RANGE', field: 'query.to' })
  const elsewhere = await t.as(t.b.staff.csLead).get(`/api/v1/estates/${t.b.id}/complaint-analysis`)
  expect(elsewhere.body.totals.counted.count).toBe(0)
})
