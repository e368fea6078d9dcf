import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#contract/refusal.ts'
import { actorOf, at, openedOn, told } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { noteMissingReports } from './note-missing-reports.ts'
import { sendLineReport } from './send-line-report.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
  await openedOn(t, '2026-01-01T00:00:00.000Z')
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const report = async (
  now: string,
  body: { line: 'repair' | 'security' | 'cleaning'; slot: string },
  by = t.a.staff.repairLead,
) =>
  at(t, now, async (tx) => sendLineReport(tx, await actorOf(t, by), t.a.id, { text: '一切正常', items: [], ...body }))
// times of 20 November in Shanghai
const clock = (time: string) => new Date(`2026-11-20T${time}:00+08:00`).toISOString()

test('FD-403 a line reports at its time in time, later late, and never for another line or at another time', async () => {
  expect(await report(clock('11:20'), { line: 'repair', slot: '11:30' })).toMatchObject({
    line: 'repair',
    date: '2026-11-20',
    slot: '11:30',
    late: false,
  })
  expect(await report(clock('17:16'), { line: 'repair', slot: '17:00' })).toMatchObject({ late: true })
  expect(await report(clock('11:20'), { line: 'security', slot: '11:30' })).toMatchObject({
    code: 'E_FORBIDDEN',
    field: 'body.line',
  })
  expect(await report(clock('11:20'), { line: 'repair', slot: '12:00' })).toMatchObject({
    code: 'E_INPUT',
    field: 'body.slot',
  })
})

test('OS-042 FD-403 the day shows line by line and time by time what is in, late or missing', async () => {
  const { body } = await t.as(t.a.staff.frontDeskClerk).get(url('line-reports/day?date=2026-11-20'))
  const state = (line: string, slot: string) =>
    body.slots.find((s: { line: string; slot: string }) => s.line === line && s.slot === slot)
  expect(state('repair', '11:30')).toMatchObject({
    state: 'in',
    reports: [{ reportedBy: { id: t.a.staff.repairLead } }],
  })
  expect(state('repair', '17:00').state).toBe('late')
  expect(body.slots).toHaveLength(10)
})

test('FD-403 what did not come is written down and told to the lead of the line and of customer service, once', async () => {
  const missed = await at(t, clock('11:46'), (tx) => noteMissingReports(tx, t.a.id))
  if (isRefusal(missed)) throw new Error(missed.code)
  // yesterday as well: nobody had looked at it yet
  expect(
    missed
      .filter((m) => m.on_date === '2026-11-20')
      .map((m) => m.line)
      .sort(),
  ).toEqual(['cleaning', 'greening', 'housekeeping', 'security'])
  const messages = (await told(t, 'lineReport.missing')).filter(
    (m) => m.body.includes('安全') && m.body.includes('11:30'),
  )
  expect(messages.map((m) => m.to_id)).toContain(t.a.staff.csLead)
  // lineLead of the test house leads security
  expect(messages.map((m) => m.to_id)).toContain(t.a.staff.lineLead)
  expect(messages.map((m) => m.to_id)).not.toContain(t.a.staff.repairLead)
  expect(await at(t, clock('11:51'), (tx) => noteMissingReports(tx, t.a.id))).toEqual([])
  const { body } = await t.as(t.a.staff.csLead).get(url('line-reports/day?date=2026-11-20'))
  expect(
    body.slots.find((s: { line: string; slot: string }) => s.line === 'security' && s.slot === '11:30'),
  ).toMatchObject({ told: true, reports: [] })
})

test('FD-403 items of a report may name matters of the line, and stand on their timelines', async () => {
  const matter = (
    await t
      .as(t.a.staff.frontDeskClerk)
      .post(url('matters'), { contactType: 'service', channel: 'phone', customerSaid: '漏水', line: 'repair' })
  ).body.matter
  const lead = await actorOf(t, t.a.staff.repairLead)
  const send = (matterId: string) =>
    at(t, clock('11:25'), (tx) =>
      sendLineReport(tx, lead, t.a.id, {
        line: 'repair',
        slot: '11:30',
        text: '补充',
        items: [{ text: '备件已到', matterId }],
      }),
    )
  expect(await send(matter.id)).toMatchObject({ items: [{ text: '备件已到', matterId: matter.id }] })
  const { rows } = (await t.as(t.a.staff.csLead).get(url(`matters/${matter.id}/timeline`))).body
  expect(rows[0]).toMatchObject({ verb: 'lineReport', text: '备件已到' })
  expect(await send(t.a.id)).toMatchObject({ code: 'E_NOT_FOUND', field: 'body.items.0.matterId' })
})

test('FD-403 the list of reports can be narrowed to the late ones of a line', async () => {
  const { body } = await t.as(t.a.staff.frontDeskClerk).get(url('line-reports?line=repair&late=true'))
  expect(body.rows.map((r: { slot: string }) => r.slot)).toEqual(['17:00'])
})

test('FD-403 an estate that opened today owes nothing for the days before', async () => {
  const since = await t.tx((tx) =>
    tx.db.selectFrom('estate').select('created_at').where('estate_id', '=', t.b.id).executeTakeFirstOrThrow(),
  )
  expect(await t.tx((tx) => noteMissingReports(tx, t.b.id), { now: since.created_at })).toEqual([])
})
