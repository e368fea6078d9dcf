import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ComplaintAnalysis, Kpi } from '#contract/complaint-analysis.ts'
import { ComplaintQuery } from '#contract/complaint-list.ts'
import { isRefusal } from '#contract/refusal.ts'
import type { Instant } from '#contract/values.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { newId } from '#platform/ids.ts'
import { actorOf } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { listComplaints } from '../list/list-complaints.ts'
import { readAnalysis } from './read-analysis.ts'

let t: TestHouse
/** Friday noon in Shanghai; the statistical month runs from 26 October to 25 November. */
const NOW = '2026-11-20T04:00:00.000Z'
const HOUR = 3_600_000
const later = (at: Instant, hours: number) => plusMilliseconds(at, Math.round(hours * HOUR))

type Case = {
  no: number
  on: string
  channel?: string
  first?: string
  final?: string
  line?: string
  building?: 'B1' | 'B2'
  factor?: string
  sub?: string
  also?: string[]
  persons?: number
  times?: number
  state?: string
  /** Hours after the receipt. */
  reply?: number
  due?: number
  closed?: number
  satisfaction?: string
  flags?: string[]
  touchpoint?: string
  counted?: boolean | null
  contactable?: boolean
  major?: boolean
  hot?: boolean
  escalated?: boolean
  reopened?: number
  shared?: boolean
}
const D = 24
/** Received at nine in the morning each; what is not said: by telephone, one person, once, reply due in eight hours. */
const CASES: readonly Case[] = [
  // the period: 26 October to 25 November
  {
    no: 1,
    on: '2026-10-26',
    first: 'C1.2',
    final: 'C1.2',
    line: 'repair',
    building: 'B1',
    factor: 'man',
    sub: 'compliance',
    reply: 1,
    closed: 2 * D,
    satisfaction: 'satisfied',
    touchpoint: 'T03',
    shared: true,
  },
  {
    no: 2,
    on: '2026-10-26',
    first: 'C2.7',
    final: 'C2.5',
    line: 'repair',
    building: 'B1',
    factor: 'machine',
    sub: 'quality',
    reply: 0.5,
    closed: 5 * D,
    satisfaction: 'neutral',
    touchpoint: 'T03',
  },
  {
    no: 3,
    on: '2026-10-27',
    channel: 'letter',
    first: 'C3.1',
    final: 'C3.1',
    line: 'security',
    building: 'B2',
    factor: 'man',
    sub: 'attitude',
    persons: 2,
    times: 3,
    reply: 30,
    due: 50,
    closed: 10 * D,
    satisfaction: 'satisfied',
    touchpoint: 'T05',
  },
  {
    no: 4,
    on: '2026-10-28',
    channel: 'forum',
    first: 'C5.7',
    final: 'C5.7',
    line: 'finance',
    factor: 'method',
    reply: 20,
    due: 24,
    closed: D,
    satisfaction: 'satisfied',
    flags: ['unreasonable'],
  },
  {
    no: 5,
    on: '2026-10-30',
    first: 'C4.2',
    final: 'C4.2',
    line: 'cleaning',
    building: 'B1',
    factor: 'man',
    sub: 'compliance',
    persons: 5,
    times: 6,
    state: 'INVESTIGATING',
    reply: 2,
    flags: ['hot'],
    hot: true,
  },
  { no: 6, on: '2026-11-01', channel: 'visit', first: 'C4.2', line: 'cleaning', building: 'B2', state: 'ASSIGNED' },
  { no: 7, on: '2026-11-02', building: 'B2', state: 'RECEIVED', reply: 10 },
  {
    no: 8,
    on: '2026-11-03',
    channel: 'email',
    first: 'C7.1',
    final: 'C7.1',
    building: 'B1',
    factor: 'environment',
    reply: 40,
    due: 48,
    closed: 15 * D,
    satisfaction: 'satisfied',
    flags: ['developerLegacy'],
  },
  {
    no: 9,
    on: '2026-11-04',
    first: 'C6.3',
    final: 'C2.1',
    line: 'repair',
    building: 'B2',
    factor: 'machine',
    sub: 'quality',
    reply: 1,
    closed: 3 * D,
    satisfaction: 'satisfied',
    flags: ['major'],
    major: true,
  },
  {
    no: 10,
    on: '2026-11-05',
    channel: 'on_site',
    first: 'C3.3',
    final: 'C3.3',
    line: 'security',
    factor: 'man',
    sub: 'skill',
    reply: 3,
    closed: 7 * D,
    satisfaction: 'notAsked',
    flags: ['lateReport'],
  },
  {
    no: 11,
    on: '2026-11-06',
    first: 'C3.3',
    final: 'C3.3',
    line: 'security',
    building: 'B1',
    factor: 'man',
    sub: 'skill',
    also: ['machine', 'method'],
    times: 2,
    reply: 1,
    closed: 2 * D,
    satisfaction: 'satisfied',
    reopened: 1,
  },
  {
    no: 12,
    on: '2026-11-08',
    first: 'C1.1',
    final: 'C1.1',
    line: 'repair',
    building: 'B1',
    factor: 'material',
    sub: 'durability',
    reply: 5,
    closed: 11 * D,
    satisfaction: 'satisfied',
  },
  {
    no: 13,
    on: '2026-11-10',
    first: 'C2.7',
    final: 'C2.7',
    line: 'repair',
    building: 'B1',
    factor: 'machine',
    sub: 'function',
    state: 'ESCALATED',
    reply: 1,
    escalated: true,
  },
  {
    no: 14,
    on: '2026-11-12',
    channel: 'app_message',
    first: 'C4.4',
    final: 'C4.4',
    line: 'cleaning',
    building: 'B2',
    factor: 'method',
    reply: 2,
    closed: D,
    satisfaction: 'neutral',
  },
  {
    no: 15,
    on: '2026-11-15',
    first: 'C5.1',
    line: 'housekeeping',
    building: 'B1',
    state: 'INVESTIGATING',
    reply: 6,
    counted: null,
  },
  {
    no: 16,
    on: '2026-11-18',
    channel: 'forum',
    first: 'C8.1',
    final: 'C8.1',
    factor: 'environment',
    reply: 30,
    due: 24,
    closed: 36,
    satisfaction: 'satisfied',
  },
  { no: 17, on: '2026-11-19', first: 'C6.2', line: 'security', building: 'B2', state: 'ASSIGNED', contactable: false },
  {
    no: 18,
    on: '2026-11-20',
    first: 'C1.2',
    line: 'repair',
    building: 'B1',
    state: 'RECEIVED',
    due: 15,
    counted: null,
  },
  // never counted
  { no: 19, on: '2026-11-05', first: 'C1.1', closed: D, counted: false },
  { no: 20, on: '2026-11-06', first: 'C1.1', state: 'NOT_COMPLAINT', closed: D },
  { no: 21, on: '2026-11-07', first: 'C4.2', state: 'MERGED', closed: D, persons: 4, times: 4 },
  // the period before: 26 September to 25 October
  {
    no: 22,
    on: '2026-10-25',
    first: 'C1.2',
    final: 'C1.2',
    line: 'repair',
    building: 'B1',
    factor: 'man',
    sub: 'attitude',
    reply: 1,
    closed: 2 * D,
    satisfaction: 'satisfied',
  },
  {
    no: 23,
    on: '2026-10-10',
    first: 'C4.2',
    final: 'C4.2',
    line: 'cleaning',
    building: 'B2',
    factor: 'man',
    sub: 'compliance',
    persons: 3,
    times: 3,
    reply: 9,
    closed: 4 * D,
    satisfaction: 'notSatisfied',
  },
  {
    no: 24,
    on: '2026-09-26',
    channel: 'letter',
    first: 'C5.7',
    final: 'C5.7',
    line: 'finance',
    factor: 'method',
    reply: 20,
    due: 50,
    closed: 3 * D,
    satisfaction: 'satisfied',
    major: true,
  },
  { no: 25, on: '2026-10-01', first: 'C1.1', closed: D, counted: false },
  // further back: only the trend sees them, and the last one nothing does
  { no: 26, on: '2026-09-25', first: 'C1.1', final: 'C1.1', reply: 1, closed: D },
  { no: 27, on: '2025-10-26', first: 'C1.1', final: 'C1.1', reply: 1, closed: D },
  { no: 28, on: '2025-10-25', first: 'C1.1', final: 'C1.1', reply: 1, closed: D },
]

const ids = new Map(CASES.map(({ no }) => [no, newId()]))
const idOf = (no: number) => ids.get(no) ?? ''
const buildings = { B1: newId(), B2: newId() }
let analysis: ComplaintAnalysis

const insertCase = (c: Case) => {
  const receivedAt = later(`${c.on}T00:00:00.000Z`, 1)
  const own = { estate_id: t.a.id }
  const hours = (n: number | undefined) => (n === undefined ? null : later(receivedAt, n))
  return t.tx(async ({ db }) => {
    await db
      .insertInto('matter')
      .values({
        ...own,
        id: idOf(c.no),
        number: `26-${String(c.no).padStart(4, '0')}`,
        kind: 'complaint',
        contact_type: 'complaint',
        channel: c.channel ?? 'phone',
        state: c.state ?? 'CLOSED',
        open: c.closed === undefined,
        title: `第${c.no}件`,
        owner_id: t.a.staff.frontDeskClerk,
        co_owner_id: c.shared ? t.a.staff.csLead : null,
        line: c.line ?? null,
        flags: c.flags ?? [],
        contactable: c.contactable ?? true,
        contact_phone: '13800138000',
        collected_at: receivedAt,
        received_at: receivedAt,
        registered_at: receivedAt,
        updated_at: receivedAt,
        closed_at: hours(c.closed),
        satisfaction: c.satisfaction ?? null,
        reopened_count: c.reopened ?? 0,
      })
      .execute()
    await db
      .insertInto('complaint_case')
      .values({
        ...own,
        matter_id: idOf(c.no),
        received_on: c.on,
        channel: c.channel ?? 'phone',
        building_id: c.building ? buildings[c.building] : null,
        touchpoint: c.touchpoint ?? null,
        category_initial: c.first ?? null,
        category_final: c.final ?? null,
        factor: c.factor ?? null,
        factor_sub: c.sub ?? null,
        secondary_factors: c.also ?? [],
        persons: c.persons ?? 1,
        times: c.times ?? 1,
        counted: c.counted === undefined ? true : c.counted,
        reply_due_at: hours(c.due ?? 8),
        first_reply_at: hours(c.reply),
        major_at: c.major ? receivedAt : null,
        hot_at: c.hot ? receivedAt : null,
        escalated_at: c.escalated ? receivedAt : null,
      })
      .execute()
  })
}

/** What the centre owed besides, and what customers said. */
const insertDuties = () =>
  t.tx(async ({ db }) => {
    const own = { estate_id: t.a.id }
    await db
      .updateTable('estate')
      .set({ created_at: '2026-10-20T00:00:00.000Z' })
      .where('estate_id', '=', t.a.id)
      .execute()
    const clock = (no: number, dueAt: Instant, over: object) => ({
      ...own,
      id: newId(),
      matter_id: idOf(no),
      name: 'promise.feedback',
      rule: 'CP-042',
      span: '{}',
      started_at: dueAt,
      due_at: dueAt,
      state: 'running',
      ...over,
    })
    await db
      .insertInto('clock')
      .values([
        clock(1, '2026-10-26T09:00:00.000Z', {
          state: 'met',
          met_at: '2026-10-26T08:00:00.000Z',
          ended_at: '2026-10-26T08:00:00.000Z',
        }),
        clock(3, '2026-10-28T09:00:00.000Z', {
          state: 'breached',
          breached_at: '2026-10-28T09:00:00.000Z',
          met_at: '2026-10-29T08:00:00.000Z',
          ended_at: '2026-10-29T08:00:00.000Z',
        }),
        clock(3, '2026-10-30T09:00:00.000Z', {
          state: 'met',
          met_at: '2026-10-30T08:00:00.000Z',
          ended_at: '2026-10-30T08:00:00.000Z',
        }),
        // its time has gone by, no sweep has marked it yet
        clock(6, '2026-11-02T09:00:00.000Z', {}),
        clock(13, '2026-11-24T09:00:00.000Z', {}),
      ])
      .execute()
    const said = (no: number, satisfaction: string, at: Instant) => ({
      ...own,
      id: newId(),
      matter_id: idOf(no),
      round: 0,
      at,
      staff_id: t.a.staff.csLead,
      how: 'phone',
      outcome: 'reached',
      satisfaction,
      grade: 'free',
    })
    await db
      .insertInto('callback_attempt')
      .values([
        said(1, 'satisfied', '2026-10-28T01:00:00.000Z'),
        said(2, 'neutral', '2026-10-31T01:00:00.000Z'),
        said(11, 'notSatisfied', '2026-11-07T01:00:00.000Z'),
        said(11, 'satisfied', '2026-11-08T01:00:00.000Z'),
      ])
      .execute()
    await db
      .insertInto('complaint_contact')
      .values({
        ...own,
        id: newId(),
        matter_id: idOf(3),
        at: '2026-10-27T02:00:00.000Z',
        channel: 'letter',
        answer: 'satisfied',
      })
      .execute()
    const tally = (on_date: string, signed_at: Instant) => ({ ...own, on_date, signed_at })
    await db
      .insertInto('complaint_tally')
      .values([
        tally('2026-11-10', '2026-11-10T10:00:00.000Z'),
        tally('2026-11-11', '2026-11-11T10:00:00.000Z'),
        tally('2026-11-12', '2026-11-12T15:59:59.000Z'),
        // after midnight: late
        tally('2026-11-13', '2026-11-13T16:00:00.000Z'),
      ])
      .execute()
    const report = (kind: string, no: number | null, due_at: Instant, over: object) => ({
      ...own,
      id: newId(),
      kind,
      matter_id: no === null ? null : idOf(no),
      from_date: no === null ? '2026-09-26' : null,
      to_date: no === null ? '2026-10-25' : null,
      state: 'draft',
      due_at,
      created_at: due_at,
      ...over,
    })
    await db
      .insertInto('complaint_report')
      .values([
        report('monthly', null, '2026-10-28T10:00:00.000Z', {
          state: 'submitted',
          submitted_at: '2026-10-27T10:00:00.000Z',
          late: false,
        }),
        report('majorFirst', 9, '2026-11-05T10:00:00.000Z', {
          state: 'submitted',
          submitted_at: '2026-11-06T10:00:00.000Z',
          late: true,
        }),
        report('hotFirst', 5, '2026-11-06T16:00:00.000Z', {}),
        report('hotTopic', 5, '2026-11-24T16:00:00.000Z', {}),
        // what was found not to be major owes no report (CP-093)
        report('majorTopic', 8, '2026-11-10T16:00:00.000Z', {}),
      ])
      .execute()
    await db
      .insertInto('complaint_publication')
      .values({ ...own, id: newId(), month: '2026-10', state: 'none', updated_at: NOW })
      .execute()
    await db
      .insertInto('matter_link')
      .values({
        ...own,
        from_id: idOf(12),
        to_id: idOf(1),
        kind: 'repeatOf',
        created_at: NOW,
        created_by: t.a.staff.csLead,
      })
      .execute()
  })

const insertPlaces = () =>
  t.tx(async ({ db }) => {
    const own = { estate_id: t.a.id }
    for (const [name, id] of Object.entries(buildings))
      await db
        .insertInto('building')
        .values({ ...own, id, name: `${name}栋`, code: name.toLowerCase() })
        .execute()
    const unit = (n: number, kind: string, building: 'B1' | 'B2') => ({
      ...own,
      id: newId(),
      building_id: buildings[building],
      unit_no: `${building}-${n}`,
      display: `${building}-${n}`,
      room: String(n),
      kind,
      area_cm2: 10_000,
      created_at: NOW,
    })
    await db
      .insertInto('unit')
      .values([
        unit(1, 'flat', 'B1'),
        unit(2, 'flat', 'B1'),
        unit(3, 'shop', 'B1'),
        unit(4, 'flat', 'B2'),
        unit(5, 'parking', 'B2'),
      ])
      .execute()
  })

beforeAll(async () => {
  t = await openTestHouse()
  await insertPlaces()
  for (const c of CASES) await insertCase(c)
  await insertDuties()
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
