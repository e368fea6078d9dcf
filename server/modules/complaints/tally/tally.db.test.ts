import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TallySection } from '#contract/complaint-tally.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { newId } from '#platform/ids.ts'
import { complaintRow } from '#test/complaint-rows.ts'
import { actorOf, at, openedOn, told } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { readTally, readTallyItems } from './read-tally.ts'
import { signTally } from './sign-tally.ts'
import { prepareTally, tellMissingTallies } from './sweep-tallies.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
  await openedOn(t, '2026-01-01T00:00:00.000Z')
})
afterAll(() => t.close())

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
// 17:40 in Shanghai; each test takes a later day, so that tests do not meet
let evening = '2026-10-01T09:40:00.000Z'
const dateOf = (instant: string) => plusMilliseconds(instant, 8 * HOUR).slice(0, 10)
const later = (ms: number) => plusMilliseconds(evening, ms)
const url = (path: string) => `/api/v1/estates/${t.a.id}/complaint-tally${path}`

beforeEach(async () => {
  evening = later(3 * DAY)
  await t.tx((tx) =>
    tx.db
      .updateTable('matter')
      .set({ open: false, state: 'CLOSED', closed_at: '2026-09-01T00:00:00.000Z', next_due_at: null, overdue: false })
      .where('estate_id', '=', t.a.id)
      .execute(),
  )
})

const ok = async <T>(work: Promise<T | Refusal>): Promise<T> => {
  const done = await work
  if (isRefusal(done)) throw new Error(`${done.code} ${JSON.stringify(done.details)}`)
  return done
}
const sign = async (now = evening, date = dateOf(now), note?: string) =>
  at(t, now, async (tx) => signTally(tx, await actorOf(t, t.a.staff.complaintVerifier), t.a.id, { date, note }))
const read = (now = evening, date = dateOf(now)) => ok(at(t, now, (tx) => readTally(tx, t.a.id, { date })))
const items = async (section: TallySection, now = evening, date = dateOf(now)) =>
  (await ok(at(t, now, (tx) => readTallyItems(tx, t.a.id, { section, date, limit: 50 })))).rows
const numbers = async (section: TallySection, now = evening, date = dateOf(now)) =>
  (await items(section, now, date)).map((i) => i.number)

test('CP-127 the tally holds every complaint received that day, closed ones too, and no other kind', async () => {
  const open = await complaintRow(t, { receivedAt: later(-3 * HOUR) })
  const closed = await complaintRow(t, { receivedAt: later(-2 * HOUR), open: false, channel: 'visit' })
  const merged = await complaintRow(t, { receivedAt: later(-HOUR), open: false, state: 'MERGED' })
  await complaintRow(t, { receivedAt: later(-HOUR), kind: 'info', contactType: 'enquiry' })
  await complaintRow(t, { receivedAt: later(-HOUR), estateId: t.b.id })
  await complaintRow(t, { receivedAt: later(-DAY), open: false })
  expect(await numbers('received')).toEqual([open.number, closed.number, merged.number])
  const { counts, day } = await read()
  expect(counts.channels).toEqual([
    { channel: 'phone', count: 2 },
    { channel: 'visit', count: 1 },
  ])
  expect(counts.sections.received).toBe(3)
  expect(day).toMatchObject({ state: 'open', signed: null, received: null })
  expect((await items('received'))[0]).toMatchObject({ owner: { id: t.a.staff.frontDeskClerk }, handler: null })
})

test('CP-127 a day begins and ends at midnight of the estate', async () => {
  const start = `${dateOf(later(-DAY))}T16:00:00.000Z`
  await complaintRow(t, { receivedAt: plusMilliseconds(start, -1), open: false })
  const first = await complaintRow(t, { receivedAt: start })
  const last = await complaintRow(t, { receivedAt: plusMilliseconds(start, DAY - 1) })
  const next = await complaintRow(t, { receivedAt: plusMilliseconds(start, DAY) })
  const after = plusMilliseconds(start, DAY + MINUTE)
  expect(await numbers('received', after, dateOf(evening))).toEqual([first.number, last.number])
  expect(await numbers('received', after)).toEqual([next.number])
})

test('CP-127a what was forwarded and not accepted for longer than the limit is named', async () => {
  const assigned = { state: 'ASSIGNED' }
  const long = await complaintRow(t, { receivedAt: later(-16 * MINUTE), ...assigned })
  await complaintRow(t, { receivedAt: later(-14 * MINUTE), ...assigned })
  const fresh = await complaintRow(t, { receivedAt: later(-5 * HOUR), ...assigned })
  await complaintRow(t, { receivedAt: later(-5 * HOUR), state: 'INVESTIGATING' })
  await t.tx(({ db }) =>
    db
      .insertInto('timeline')
      .values({
        estate_id: t.a.id,
        id: newId(),
        matter_id: fresh.id,
        at: later(-5 * MINUTE),
        type: 'move',
        verb: 'dispatch',
        from_state: 'RECEIVED',
        to_state: 'ASSIGNED',
        actor_name: '前台',
      })
      .execute(),
  )
  expect(await numbers('notAccepted')).toEqual([long.number])
  expect(await numbers('notAccepted', later(11 * MINUTE))).toContain(fresh.number)
})

test('CP-127a CP-161 what is overdue or due within 24 hours, and what is carried from earlier days', async () => {
  const old = { receivedAt: later(-5 * DAY) }
  const late = await complaintRow(t, { ...old, overdue: true, nextDueAt: later(-HOUR) })
  const soon = await complaintRow(t, { ...old, nextDueAt: later(DAY) })
  const far = await complaintRow(t, { ...old, nextDueAt: later(DAY + 1) })
  await complaintRow(t, { ...old, open: false })
  expect((await numbers('due')).sort()).toEqual([late.number, soon.number].sort())
  expect((await items('due')).find((i) => i.id === late.id)).toMatchObject({ overdue: true })
  expect((await numbers('carried')).sort()).toEqual([late.number, soon.number, far.number].sort())
  expect(await numbers('received')).toEqual([])
})

test('CP-127a promises that are due, kept ones left out', async () => {
  const { id, number } = await complaintRow(t, { receivedAt: later(-HOUR) })
  const promise = (text: string, dueAt: string, keptAt: string | null = null) =>
    t.tx(({ db }) =>
      db
        .insertInto('promise')
        .values({
          estate_id: t.a.id,
          id: newId(),
          matter_id: id,
          text,
          due_at: dueAt,
          kept_at: keptAt,
          made_by: t.a.staff.frontDeskClerk,
          made_at: later(-HOUR),
          clock_id: newId(),
        })
        .execute(),
    )
  await promise('明早回电', later(12 * HOUR))
  await promise('下午回电', later(-MINUTE))
  await promise('三天后回电', later(3 * DAY))
  await promise('已回电', later(HOUR), later(-MINUTE))
  expect((await items('promises')).map((i) => [i.number, i.promise, i.overdue])).toEqual([
    [number, '下午回电', true],
    [number, '明早回电', false],
  ])
})

test('CP-036 CP-127a what staff on site reported and nobody at the desk has taken, whatever its type', async () => {
  const onSite = { receivedAt: later(-HOUR), channel: 'on_site' }
  const complaint = await complaintRow(t, onSite)
  const unknown = await complaintRow(t, { ...onSite, kind: 'info', contactType: 'enquiry' })
  await complaintRow(t, { ...onSite, handlerId: t.a.staff.frontDeskClerk })
  expect((await numbers('onSite')).sort()).toEqual([complaint.number, unknown.number].sort())
})

test('CP-127 a signed tally never changes; what comes later that day stands in the next one and keeps its date', async () => {
  const before = await complaintRow(t, { receivedAt: later(-HOUR), title: '电梯异响' })
  const day = await ok(sign(evening, dateOf(evening), '已核对'))
  expect(day).toMatchObject({ state: 'signed', received: 1, note: '已核对', signed: { at: evening } })
  const after = await complaintRow(t, { receivedAt: later(HOUR) })
  // asked for before the signature, known only after it
  const slow = await complaintRow(t, { receivedAt: later(-2 * HOUR), registeredAt: later(-MINUTE) })
  await t.tx(({ db }) =>
    db
      .updateTable('matter')
      .set({ title: '改过', open: false, state: 'CLOSED', closed_at: later(HOUR) })
      .where('estate_id', '=', t.a.id)
      .where('id', '=', before.id)
      .execute(),
  )
  const morning = later(15 * HOUR)
  const signed = await items('received', morning, dateOf(evening))
  expect(signed.map((i) => [i.number, i.title, i.open])).toEqual([[before.number, '电梯异响', true]])
  const tomorrow = await items('received', morning)
  expect(tomorrow.map((i) => [i.number, i.receivedEarlier])).toEqual([
    [slow.number, true],
    [after.number, true],
  ])
  expect(await numbers('carried', morning)).toEqual([])
  expect((await read(morning)).dayBefore).toMatchObject({ state: 'signed', received: 1 })
})

test('CP-127 a day is signed once, and not by two at the same time', async () => {
  const both = await Promise.all([sign(), sign()])
  expect(both.filter(isRefusal).map((r) => r.code)).toEqual(['E_TALLY_SIGNED'])
  expect(await sign(later(HOUR))).toMatchObject({ code: 'E_TALLY_SIGNED', details: { at: evening } })
})

test('CP-127a a nil day is signed too; never before its time, never for another day', async () => {
  expect(await sign(later(-11 * MINUTE))).toMatchObject({
    code: 'E_TIME_RANGE',
    details: { earliest: later(-10 * MINUTE) },
  })
  expect(await sign(evening, dateOf(later(-DAY)))).toMatchObject({ code: 'E_TIME_RANGE', field: 'body.date' })
  expect(await sign(later(7 * HOUR), dateOf(evening))).toMatchObject({ code: 'E_TIME_RANGE', field: 'body.date' })
  expect(await ok(sign(later(-10 * MINUTE)))).toMatchObject({ received: 0, state: 'signed' })
})

test('CP-127a at its time the day is prepared once and whoever signs is told', async () => {
  await complaintRow(t, { receivedAt: later(-HOUR) })
  const prepare = (now: string) => ok(at(t, now, (tx) => prepareTally(tx, t.a.id)))
  expect(await prepare(later(-11 * MINUTE))).toBe(false)
  expect([await prepare(evening), await prepare(evening)]).toEqual([true, false])
  const notices = (await told(t, 'complaintTally.ready')).filter((n) => n.body.includes(dateOf(evening)))
  expect(notices.map((n) => n.to_id).sort()).toEqual([t.a.staff.complaintVerifier, t.a.staff.csLead].sort())
  expect(notices[0]?.body).toContain('1 件')
  expect((await read()).day.preparedAt).toBe(evening)
})

test('CP-127a after midnight the lead hears of an unsigned day, the head from the second in a row, each once', async () => {
  const night = (days: number) => ok(at(t, later(days * DAY + 7 * HOUR), (tx) => tellMissingTallies(tx, t.a.id)))
  const of = async (template: string, day: string) =>
    (await told(t, template)).filter((n) => n.body.includes(day)).map((n) => n.to_id)
  await ok(sign(evening))
  await night(0)
  expect(await night(0)).toEqual([])
  expect(await of('complaintTally.missing', dateOf(evening))).toEqual([])
  const [one, two] = [dateOf(later(DAY)), dateOf(later(2 * DAY))]
  // one minute before midnight the day may still be signed
  expect(await ok(at(t, later(DAY + 6 * HOUR + 19 * MINUTE), (tx) => tellMissingTallies(tx, t.a.id)))).toEqual([])
  expect(await night(1)).toEqual([one])
  expect(await of('complaintTally.missing', one)).toEqual([t.a.staff.csLead])
  expect(await of('complaintTally.missingInARow', one)).toEqual([])
  expect([await night(2), await night(2)]).toEqual([[two], []])
  expect(await of('complaintTally.missing', two)).toEqual([t.a.staff.csLead])
  expect(await of('complaintTally.missingInARow', two)).toEqual([t.a.staff.centreHead])
})

test('K8 the list of days shows signed, open and missing ones and goes on page by page; a file holds it whole', async () => {
  const lead = t.as(t.a.staff.csLead)
  const first = (await lead.get(url('/days?limit=2'))).body
  expect(first.rows[0]).toMatchObject({ state: 'open' })
  const next = (await lead.get(url(`/days?limit=2&cursor=${first.next}`))).body
  expect(next.rows[0].date < first.rows[1].date).toBe(true)
  const missing = (await lead.get(url('/days?state=missing&limit=200'))).body.rows
  expect(new Set(missing.map((d: { state: string }) => d.state))).toEqual(new Set(['missing']))
  const signed = (await lead.get(url('/days?state=signed&from=2026-10-01&to=2026-10-31'))).body.rows
  for (const day of signed) expect(day).toMatchObject({ state: 'signed', signed: { by: { id: expect.any(String) } } })
  expect((await lead.get(url('/days.xlsx'))).status).toBe(200)
  expect((await lead.get(url('/items.xlsx?section=carried'))).status).toBe(200)
})

test('CP-127 a signed tally goes on page by page as a live one does', async () => {
  for (const hours of [5, 4, 3]) await complaintRow(t, { receivedAt: later(-hours * HOUR) })
  const pages = async () => {
    const page = (cursor?: string) =>
      ok(
        at(t, later(HOUR), (tx) =>
          readTallyItems(tx, t.a.id, { section: 'received', date: dateOf(evening), limit: 2, cursor }),
        ),
      )
    const first = await page()
    const rest = await page(first.next ?? '')
    return [first.rows, rest.rows, rest.next]
  }
  const live = await pages()
  await ok(sign())
  expect(await pages()).toEqual(live)
  expect(live.map((p) => (p === null ? null : p.length))).toEqual([2, 1, null])
})

test('CP-127 the tally prints, signed or not, in both languages', async () => {
  await complaintRow(t, { receivedAt: later(-HOUR) })
  await ok(sign())
  const lead = t.as(t.a.staff.csLead)
  for (const query of [`?date=${dateOf(evening)}`, '?lang=en', '']) {
    const pdf = await lead.get(url(`/print.pdf${query}`))
    expect([pdf.status, String(pdf.body.subarray(0, 5))]).toEqual([200, '%PDF-'])
  }
})

test('CP-153 who printed a tally is on the record with its day', async () => {
  const date = dateOf(evening)
  const prints = () =>
    t.tx(({ db }) =>
      db.selectFrom('audit').select(['actor_id', 'after']).where('action', '=', 'export.complaintTally').execute(),
    )
  const before = (await prints()).length
  expect((await t.as(t.b.staff.csLead).get(url(`/print.pdf?date=${date}`))).status).toBe(404)
  await t.as(t.a.staff.csLead).get(url(`/print.pdf?date=${date}&lang=en`))
  const after = await prints()
  expect(after).toHaveLength(before + 1)
  expect(after).toContainEqual({ actor_id: t.a.staff.csLead, after: { query: { date, lang: 'en' } } })
})

test('CP-127 who handles no complaints does not sign; somebody of another estate sees nothing', async () => {
  const body = { date: dateOf(evening) }
  expect((await t.as(t.a.staff.frontDeskClerk).post(url('/sign'), body)).status).toBe(403)
  expect((await t.as(t.a.staff.companyLeader).post(url('/sign'), body)).status).toBe(403)
  expect((await t.as(t.b.staff.csLead).get(url(''))).status).toBe(404)
  expect((await t.as(t.a.staff.qualityDept).get(url(''))).status).toBe(200)
})
