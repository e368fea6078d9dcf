import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#contract/refusal.ts'
import { monthSpan } from '#platform/calendar/months.rules.ts'
import { newId } from '#platform/ids.ts'
import { insertFigures, NOW } from '#test/complaint-figures.ts'
import { actorOf } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { sheetOf } from '#test/sheet-of.ts'
import { casesSql, openSql, satisfactionSql, trendSql } from './company.store.ts'
import { readCompany, readTrend } from './read-company.ts'

let t: TestHouse
const ORDER = { sort: 'received', direction: 'desc', limit: 50 } as const

beforeAll(async () => {
  t = await openTestHouse()
  await insertFigures(t)
})
afterAll(() => t.close())

const company = async (month: string, staffId = t.a.staff.qualityDept) => {
  const actor = await actorOf(t, staffId)
  const read = await t.tx((tx) => readCompany(tx, actor, { ...ORDER, month }), { now: NOW })
  if (isRefusal(read)) throw new Error(read.code)
  return read
}

test('CP-132 November of the estate: what counts was received, what is open now and late, and what is owed', async () => {
  const { rows, totals } = await company('2026-11')
  expect(rows).toMatchObject([
    {
      estate: { id: t.a.id },
      received: 13,
      before: 7,
      open: 7,
      major: 1,
      hot: 0,
      escalated: 1,
      unsignedTallies: 15,
      missingReports: 1,
      lateReports: 1,
      perHundredHouseholds: 325,
      perTenThousandM2: 325,
      satisfied: 1,
      monthlyReport: 'notBegun',
    },
  ])
  expect(totals.received).toBe(13)
  expect((await company('2026-10')).rows[0]).toMatchObject({
    received: 7,
    before: 2,
    hot: 1,
    satisfied: 0.8,
    monthlyReport: 'sent',
  })
  // before the estate was there nothing was owed
  expect((await company('2026-09')).rows[0]?.monthlyReport).toBeNull()
})

test('CP-126 the trend of thirteen months, what is no complaint or was merged taken off', async () => {
  const actor = await actorOf(t, t.a.staff.qualityDept)
  const { months } = await t.tx((tx) => readTrend(tx, actor, { month: '2026-11' }), { now: NOW })
  expect(months).toHaveLength(13)
  expect(months.slice(-3).map((m) => [m.month, m.count])).toEqual([
    ['2026-09', 2],
    ['2026-10', 7],
    ['2026-11', 13],
  ])
  const november = Object.fromEntries(months.at(-1)?.categories.map((c) => [c.category, c.count]) ?? [])
  expect(november).toEqual({ C1: 1, C2: 2, C3: 2, C4: 1, C7: 1, C8: 1, none: 5 })
})

test('CP-153 an estate that the person does not look at for the company never appears, nor does one of another company', async () => {
  const foreign = newId()
  await t.tx(async ({ db, now }) => {
    const companyId = newId()
    await db.insertInto('company').values({ id: companyId, name: '别家公司', created_at: now }).execute()
    const centreId = newId()
    await db
      .insertInto('centre')
      .values({ id: centreId, company_id: companyId, name: '别家中心', created_at: now })
      .execute()
    const estate = { estate_id: foreign, code: 'FX', name: '别家小区', company_id: companyId, centre_id: centreId }
    await db
      .insertInto('estate_directory')
      .values({ ...estate, time_zone: 'Asia/Shanghai' })
      .execute()
    // of the whole company: both estates of this one, none of the other
    await db.updateTable('staff_role').set({ estate_id: null }).where('staff_id', '=', t.b.staff.qualityDept).execute()
    return true
  })
  const own = await company('2026-11')
  expect(own.rows.map((r) => r.estate.id)).toEqual([t.a.id])
  const wide = await company('2026-11', t.b.staff.qualityDept)
  expect(wide.rows.map((r) => r.estate.id).sort()).toEqual([t.a.id, t.b.id].sort())
  expect(wide.totals.received).toBe(13)
  const b = t.as(t.b.staff.companyLeader)
  const only = await b.get('/api/v1/company/complaints?month=2026-11')
  expect(only.body.rows).toMatchObject([{ estate: { id: t.b.id }, received: 0 }])
  const trend = await b.get('/api/v1/company/complaints/trend?month=2026-11')
  expect(trend.body.months).not.toHaveLength(0)
  expect(trend.body.months.every((m: { count: number }) => m.count === 0)).toBe(true)
})

test('CP-153 only who looks at the company sees it; the list is exported whole and the export is on the record', async () => {
  expect((await t.as(t.a.staff.csLead).get('/api/v1/company/complaints')).status).toBe(403)
  const wide = t.as(t.b.staff.qualityDept)
  const paged = await wide.get('/api/v1/company/complaints?month=2026-11&limit=1&sort=name&direction=asc')
  expect(paged.body).toMatchObject({ estates: 2, rows: [{ estate: { id: t.a.id } }] })
  const second = await wide.get(
    `/api/v1/company/complaints?month=2026-11&limit=1&sort=name&direction=asc&cursor=${paged.body.next}`,
  )
  expect(second.body).toMatchObject({ rows: [{ estate: { id: t.b.id } }], next: null })
  const sheet = await sheetOf((await wide.get('/api/v1/company/complaints.xlsx?month=2026-11')).body)
  expect(sheet).toHaveLength(3)
  const logged = await t.tx((tx) =>
    tx.db.selectFrom('audit').select('actor_id').where('action', '=', 'export.companyComplaints').execute(),
  )
  expect(logged).toEqual([{ actor_id: t.b.staff.qualityDept }])
  expect((await wide.get('/api/v1/company/complaints?month=2026-13')).status).toBe(400)
})

test('CP-132 the figures of a whole company are read from indexes', async () => {
  const estates = [t.a.id, t.b.id]
  const month = monthSpan('2026-11')
  const statements = {
    cases: casesSql(estates, month),
    open: openSql(estates, NOW),
    satisfaction: satisfactionSql(estates, month),
    trend: trendSql(estates, '2025-11-01', '2026-11-01'),
  }
  const scanned: string[] = []
  await t.tx(async (tx) => {
    // the tables are small here; an index is taken only if there is one that fits
    await sql`set local enable_seqscan = off`.execute(tx.db)
    for (const [name, statement] of Object.entries(statements)) {
      const { rows } = await sql<Record<'QUERY PLAN', string>>`explain ${statement}`.execute(tx.db)
      const plan = rows.map((r) => r['QUERY PLAN']).join('\n')
      if (/Seq Scan on (matter|complaint_case)/.test(plan)) scanned.push(`${name}\n${plan}`)
    }
    return true
  })
  expect(scanned).toEqual([])
})
