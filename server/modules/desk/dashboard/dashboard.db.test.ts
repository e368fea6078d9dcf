import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Dashboard, Figure } from '#contract/dashboard.ts'
import { SYSTEM } from '#platform/auth/actor.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { instantNow } from '#platform/db/tx.ts'
import { setSetting } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { closedSql, keptSql, lateSql, missedSql, openSql, receivedSql, satisfactionSql } from './dashboard.store.ts'

let t: TestHouse
const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const clerk = () => t.as(t.a.staff.frontDeskClerk)
const DAY = 86_400_000
const ago = (ms: number) => plusMilliseconds(instantNow(), -ms)
const today = () => plusMilliseconds(instantNow(), 8 * 3_600_000).slice(0, 10)

beforeAll(async () => {
  t = await openTestHouse()
  await setSetting(t, 'telephone.blockedBefore', '00:00')
  await setSetting(t, 'telephone.blockedFrom', '23:59')
  for (const key of ['telephone.noonFrom', 'telephone.noonTo', 'telephone.dinnerFrom', 'telephone.dinnerTo'] as const)
    await setSetting(t, key, '03:00')
  await seed()
})
afterAll(() => t.close())

const register = async (body: object): Promise<{ id: string; version: number }> =>
  (await clerk().post(url('matters'), { channel: 'phone', ...body })).body.matter
const aged = (id: string, days: number) =>
  t.tx((tx) =>
    tx.db
      .updateTable('matter')
      .set({ received_at: ago(days * DAY) })
      .where('estate_id', '=', t.a.id)
      .where('id', '=', id)
      .execute(),
  )

const seed = async () => {
  const lines = ['repair', 'housekeeping', 'security', undefined] as const
  const types = ['service', 'enquiry', 'suggestion', 'praise'] as const
  for (let i = 0; i < 24; i += 1) {
    const line = lines[i % 4]
    const { id } = await register({ contactType: types[i % 3], customerSaid: `第${i}件`, ...(line ? { line } : {}) })
    await aged(id, [0, 0, 1, 2, 3, 5, 7, 9, 20, 30, 31, 60][i % 12] ?? 0)
  }
  await register({ contactType: 'emergency', customerSaid: '爆管', line: 'repair' })
  for (const satisfaction of ['satisfied', 'neutral', 'notAsked']) {
    const { id } = await register({ contactType: 'enquiry', customerSaid: '何时停水', line: 'repair' })
    await clerk().post(url(`infos/${id}/dispatch`), { version: 1, line: 'repair' })
    await t.as(t.a.staff.repairLead).post(url(`infos/${id}/resolve`), { version: 2, result: '明早' })
    await clerk().post(url(`infos/${id}/close`), { version: 3, result: '明早', feedback: '已告知', satisfaction })
  }
  const unhappy = await register({ contactType: 'enquiry', customerSaid: '为何停水', line: 'repair' })
  await clerk().post(url(`infos/${unhappy.id}/dispatch`), { version: 1, line: 'repair' })
  await t.as(t.a.staff.repairLead).post(url(`infos/${unhappy.id}/resolve`), { version: 2, result: '检修' })
  await clerk().post(url(`matters/${unhappy.id}/callback-attempts`), {
    version: 3,
    outcome: 'reached',
    satisfaction: 'notSatisfied',
    words: '没说清',
  })
  await answered()
  await runLate()
}

const answered = async () => {
  const { id } = await register({ contactType: 'enquiry', customerSaid: '会所几点关' })
  await clerk().post(url(`infos/${id}/answer-at-once`), { version: 1, answer: '晚十点' })
}

/** Three clocks run late now; one of them, of a first reply, was missed today. */
const runLate = async () => {
  const past = ago(60_000)
  await t.tx(async (tx) => {
    await sql`update clock set due_at = ${past} where estate_id = ${t.a.id} and ended_at is null and name = 'service.ask'
      and id in (select id from clock where estate_id = ${t.a.id} and name = 'service.ask' and ended_at is null limit 2)`.execute(
      tx.db,
    )
    await sql`update clock set due_at = ${past}, breached_at = ${past}, state = 'breached' where estate_id = ${t.a.id} and ended_at is null
      and id = (select id from clock where estate_id = ${t.a.id} and name = 'info.answer' and ended_at is null order by id limit 1)`.execute(
      tx.db,
    )
    await sql`update matter m set next_due_at = (select min(c.due_at) from clock c where c.estate_id = m.estate_id and c.matter_id = m.id and c.ended_at is null),
      overdue = exists (select 1 from clock c where c.estate_id = m.estate_id and c.matter_id = m.id and c.ended_at is null and c.breached_at is not null)
      where m.estate_id = ${t.a.id} and m.open`.execute(tx.db)
    return true
  })
}

const dashboard = async (by = t.a.staff.csLead): Promise<Dashboard> => (await t.as(by).get(url('dashboard'))).body

/** How long the list is that a figure opens. */
const lengthOf = async (figure: Figure, by: string): Promise<number> => {
  const { opens } = figure
  if (!opens) throw new Error('opens nothing')
  const path = {
    matters: 'matters',
    missed: 'missed-clocks',
    callbackResults: 'callback-results',
    rounds: 'inspection-rounds',
    calls: 'calls',
  }[opens.list]
  let length = 0
  let cursor: string | null = ''
  while (cursor !== null) {
    const query = new URLSearchParams({
      ...(opens.filter as Record<string, string>),
      limit: '200',
      ...(cursor ? { cursor } : {}),
    })
    const { status, body }: { status: number; body: { rows: unknown[]; next: string | null } } = await t
      .as(by)
      .get(url(`${path}?${query}`))
    expect(status, JSON.stringify(opens)).toBe(200)
    length += body.rows.length
    cursor = body.next
  }
  return length
}

const figuresOf = (d: Dashboard): [string, Figure][] => [
  ['received', d.received.total],
  ...d.received.byType.map((f): [string, Figure] => [`received ${f.contactType}`, f]),
  ['open', d.open.total],
  ...d.open.byAge.map((f): [string, Figure] => [`open ${f.bucket}`, f]),
  ...d.open.byLine.flatMap((f): [string, Figure][] => [
    [`open ${f.line}`, f],
    ...f.byAge.map((a): [string, Figure] => [`open ${f.line} ${a.bucket}`, a]),
  ]),
  ['due soon', d.dueSoon],
  ['overdue', d.overdue],
  ...d.late.map((f): [string, Figure] => [`late ${f.clock}`, f]),
  ...d.missed.map((f): [string, Figure] => [`missed ${f.clock}`, f]),
  ...(['satisfied', 'neutral', 'notSatisfied'] as const).flatMap((s): [string, Figure][] => [
    [`day ${s}`, d.satisfaction.day[s]],
    [`week ${s}`, d.satisfaction.week[s]],
  ]),
  ['closed', d.closed],
  ['first replies missed', d.firstReply.missed],
  ...(d.missedRounds ? [['missed rounds', d.missedRounds] satisfies [string, Figure]] : []),
]

test('CP-127 every figure is as long as the list that it opens', async () => {
  const d = await dashboard()
  const wrong: string[] = []
  for (const [name, figure] of figuresOf(d)) {
    if (figure.opens === null) continue
    const length = await lengthOf(figure, t.a.staff.csLead)
    if (length !== figure.count) wrong.push(`${name}: counts ${figure.count}, lists ${length}`)
  }
  expect(wrong).toEqual([])
})

test('CP-127 the figures are those of the day', async () => {
  const d = await dashboard()
  expect(d.open.total.count).toBe(26)
  expect(d.received.total.count).toBe(10)
  expect(d.received.byHour.reduce((sum, h) => sum + h.count, 0)).toBe(d.received.total.count)
  expect(d.open.byAge.map((b) => b.count)).toEqual([6, 4, 6, 6, 4])
  expect(d.open.byAge.reduce((sum, b) => sum + b.count, 0)).toBe(d.open.total.count)
  expect(d.open.byLine.reduce((sum, l) => sum + l.count, 0)).toBe(d.open.total.count)
  expect(d.open.byLine.find((l) => l.line === null)).toMatchObject({ count: 6, opens: null })
  expect(d.closed.count).toBe(4)
  expect(Object.fromEntries(d.late.map((l) => [l.clock, l.count]))).toEqual({ 'service.ask': 2, 'info.answer': 1 })
  expect(d.overdue.count).toBe(3)
  expect(d.missed).toMatchObject([{ clock: 'info.answer', count: 1 }])
  expect(d.satisfaction.day).toMatchObject({
    satisfied: { count: 1 },
    neutral: { count: 1 },
    notSatisfied: { count: 1 },
    share: 0.6667,
  })
  expect(d.firstReply).toMatchObject({ kept: 4, missed: { count: 1 }, share: 0.8 })
})

test('CP-127 due soon is what runs out within two hours and is not late yet', async () => {
  const d = await dashboard()
  const { rows } = (
    await t.as(t.a.staff.csLead).get(url(`matters?open=true&overdue=false&dueBefore=${d.dueSoon.before}&limit=200`))
  ).body
  expect(rows.length).toBe(d.dueSoon.count)
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) expect(row.nextDueAt < d.dueSoon.before && row.nextDueAt >= d.asOf.slice(0, 16)).toBe(true)
})

test('CP-127 the lead of a line counts only what they may see, and figure and list still agree', async () => {
  const d = await dashboard(t.a.staff.repairLead)
  expect(d.open.total.count).toBeGreaterThan(0)
  expect(d.open.byLine.filter((l) => l.count > 0).map((l) => l.line)).toEqual(['repair'])
  for (const figure of [d.open.total, d.overdue, d.received.total, d.closed])
    expect(await lengthOf(figure, t.a.staff.repairLead)).toBe(figure.count)
})

test('CP-127 another day and another estate have their own figures', async () => {
  const { body } = await t.as(t.a.staff.csLead).get(url('dashboard?date=2020-01-01'))
  expect(body).toMatchObject({ received: { total: { count: 0 } }, closed: { count: 0 }, firstReply: { share: null } })
  const other = await t.as(t.b.staff.csLead).get(`/api/v1/estates/${t.b.id}/dashboard`)
  expect(other.body.open.total.count).toBe(0)
  expect((await t.as(t.a.staff.guard).get(url('dashboard'))).status).toBe(403)
  const far = await t.as(t.a.staff.csLead).get(url('dashboard?date=9999-12-31'))
  expect(far.body.error).toMatchObject({ code: 'E_INPUT', field: 'query.date' })
})

test('CP-127 of days with one end only nothing is listed as if no day was asked', async () => {
  const fieldOf = async (query: string) => {
    const { body } = await t.as(t.a.staff.csLead).get(url(`missed-clocks${query}`))
    return [body.error?.code, body.error?.field]
  }
  expect(await fieldOf('?from=2025-07-01')).toEqual(['E_INPUT', 'query.to'])
  expect(await fieldOf('?to=2025-07-31')).toEqual(['E_INPUT', 'query.from'])
  expect(await fieldOf('.xlsx?from=2025-07-01')).toEqual(['E_INPUT', 'query.to'])
  expect(await fieldOf('?from=2025-07-01&to=2025-07-31')).toEqual([undefined, undefined])
  expect(await fieldOf('')).toEqual([undefined, undefined])
})

test('CP-127 every figure is found through an index', async () => {
  const day = { from: `${today()}T00:00:00.000Z`, before: `${today()}T23:59:59.000Z` }
  const buckets = [
    { bucket: 'today', since: day.from },
    { bucket: 'over30', since: null },
  ]
  const statements = {
    received: receivedSql(SYSTEM, t.a.id, day, 'Asia/Shanghai'),
    open: openSql(SYSTEM, t.a.id, buckets, day.before),
    late: lateSql(SYSTEM, t.a.id, day.before),
    missed: missedSql(SYSTEM, t.a.id, day),
    kept: keptSql(SYSTEM, t.a.id, day, ['info.answer']),
    satisfaction: satisfactionSql(SYSTEM, t.a.id, day, day.from),
    closed: closedSql(SYSTEM, t.a.id, day),
  }
  const scanned: string[] = []
  await t.tx(async (tx) => {
    // the tables are small here; an index is taken only if there is one that fits
    await sql`set local enable_seqscan = off`.execute(tx.db)
    for (const [name, statement] of Object.entries(statements)) {
      const { rows } = await sql<Record<'QUERY PLAN', string>>`explain ${statement}`.execute(tx.db)
      const plan = rows.map((r) => r['QUERY PLAN']).join('\n')
      if (/Seq Scan on (matter|clock|callback_attempt)/.test(plan)) scanned.push(`${name}\n${plan}`)
    }
    return true
  })
  expect(scanned).toEqual([])
})
