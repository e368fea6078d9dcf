import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { actorOf, at, openedOn, told } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { checkInventories } from './check-inventories.ts'
import { noteInventory } from './note-inventory.ts'
import { readInventory } from './read-inventory.ts'
import { signInventory } from './sign-inventory.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
  await openedOn(t, '2026-01-01T00:00:00.000Z')
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const DAY = 86_400_000
// a month of its own, so that tests do not meet; each test takes the next day at 17:40 in Shanghai
let evening = '2026-10-31T09:40:00.000Z'
const dateOf = (instant: string) => plusMilliseconds(instant, 8 * 3_600_000).slice(0, 10)
const later = (ms: number) => plusMilliseconds(evening, ms)
const midnight = () => `${dateOf(evening)}T16:05:00.000Z`

beforeEach(async () => {
  evening = later(DAY)
  // what earlier tests left open is not this test's business
  await t.tx((tx) =>
    tx.db
      .updateTable('matter')
      .set({ open: false, state: 'CLOSED', closed_at: '2026-10-01T00:00:00.000Z' })
      .where('estate_id', '=', t.a.id)
      .execute(),
  )
  // nor is an unsigned yesterday
  await at(t, later(-DAY + 8 * 3_600_000), (tx) => checkInventories(tx, t.a.id))
})

const ok = async <T>(work: Promise<T | Refusal>): Promise<T> => {
  const done = await work
  if (isRefusal(done)) throw new Error(`${done.code} ${JSON.stringify(done.details)}`)
  return done
}
/** A matter received so long before this evening. */
const open = async (agoMs = DAY, by = t.a.staff.frontDeskClerk): Promise<{ id: string; number: string }> => {
  const made = await t
    .as(by)
    .post(url('matters'), { contactType: 'enquiry', channel: 'phone', customerSaid: '停车月卡怎么办' })
  const when = later(-agoMs)
  await t.tx((tx) =>
    tx.db
      .updateTable('matter')
      .set({ received_at: when, registered_at: when })
      .where('estate_id', '=', t.a.id)
      .where('id', '=', made.body.matter.id)
      .execute(),
  )
  return { id: made.body.matter.id, number: made.body.matter.number }
}
const close = (id: string, when: string) =>
  t.tx((tx) =>
    tx.db
      .updateTable('matter')
      .set({ open: false, state: 'CLOSED', closed_at: when })
      .where('estate_id', '=', t.a.id)
      .where('id', '=', id)
      .execute(),
  )
const note = async (ids: string[], text = '已联系,明日上门', now = evening, by = t.a.staff.frontDeskClerk) =>
  at(t, now, async (tx) => noteInventory(tx, await actorOf(t, by), t.a.id, { matterIds: ids, text }))
const sign = async (now = evening, date = dateOf(now)) =>
  at(t, now, async (tx) => signInventory(tx, await actorOf(t, t.a.staff.frontDeskClerk), t.a.id, date))
const read = (now = evening, date?: string) =>
  ok(at(t, now, (tx: Tx) => readInventory(tx, t.a.id, { limit: 50, ...(date ? { date } : {}) })))
const night = () => ok(at(t, midnight(), (tx) => checkInventories(tx, t.a.id)))

test('OS-043 FD-404 the draft holds every open matter with age and who answers for it, the oldest first', async () => {
  const old = await open(3 * DAY)
  const fresh = await open(3_600_000)
  const closed = await open(2 * DAY)
  await close(closed.id, later(-DAY))
  const { rows, counts, day } = await read()
  expect(rows.map((r) => [r.number, r.ageDays])).toEqual([
    [old.number, 3],
    [fresh.number, 0],
  ])
  expect(rows[0]).toMatchObject({
    owner: { id: t.a.staff.frontDeskClerk },
    handler: { id: t.a.staff.frontDeskClerk },
    note: null,
  })
  expect(counts).toEqual({ items: 2, noted: 0 })
  expect(day.signed).toBeNull()
})

test('FD-404 one note for several matters is a row, a timeline entry and the duty of each', async () => {
  const [one, two] = [await open(), await open()]
  expect(await note([one.id, two.id, one.id])).toMatchObject({ noted: 2, duties: 2 })
  const rows = await t.tx((tx) =>
    tx.db
      .selectFrom('inventory_note')
      .select('matter_id')
      .where('estate_id', '=', t.a.id)
      .where('on_date', '=', dateOf(evening))
      .execute(),
  )
  expect(rows.map((r) => r.matter_id).sort()).toEqual([one.id, two.id].sort())
  const view = (await t.as(t.a.staff.frontDeskClerk).get(url(`matters/${one.id}`))).body
  expect(view.duties).toMatchObject([{ duty: 'supervise', doneBy: { id: t.a.staff.frontDeskClerk } }])
  const timeline = (await t.as(t.a.staff.frontDeskClerk).get(url(`matters/${one.id}/timeline`))).body.rows
  expect(timeline[0]).toMatchObject({ type: 'inventory', text: '已联系,明日上门', data: { date: dateOf(evening) } })
  expect((await read()).rows.map((r) => r.note)).toEqual(['已联系,明日上门', '已联系,明日上门'])
})

test('OS-011 a note by somebody who does not answer for the matter is a note and no duty', async () => {
  const { id } = await open()
  expect(await note([id], '看过了', evening, t.a.staff.customerAssistant)).toMatchObject({ noted: 1, duties: 0 })
})

test('FD-404 signing is refused while an open matter lacks its note of the day, and names it', async () => {
  const [one, two] = [await open(2 * DAY), await open()]
  await ok(note([one.id]))
  const refused = await sign()
  expect(refused).toMatchObject({
    code: 'E_INVENTORY_GAP',
    details: { count: 1, missing: [{ id: two.id, number: two.number }] },
  })
  // yesterday's note is not today's
  await ok(note([two.id], '昨日的话', later(-DAY)))
  expect(await sign()).toMatchObject({ code: 'E_INVENTORY_GAP' })
  await ok(note([two.id]))
  expect(await sign()).toMatchObject({
    items: 2,
    signed: { by: { id: t.a.staff.frontDeskClerk }, role: 'frontDeskClerk' },
  })
})

test('FD-404 a signed day never changes: not by a second signature, a new note, or what happens to its matters', async () => {
  const { id } = await open()
  await ok(note([id], '等备件'))
  await ok(sign())
  expect(await sign()).toMatchObject({ code: 'E_INVENTORY_SIGNED' })
  expect(await note([id], '改口')).toMatchObject({ code: 'E_INVENTORY_SIGNED' })
  await close(id, later(60_000))
  expect((await read()).rows).toMatchObject([{ matterId: id, note: '等备件', notedBy: 'frontDeskClerk员' }])
  const denied = t.tx((tx) =>
    tx.db.updateTable('inventory_item').set({ note: '篡改' }).where('estate_id', '=', t.a.id).execute(),
  )
  await expect(denied).rejects.toThrow(/permission denied/)
})

test('FD-404 an empty day is signed as a nil day', async () => {
  expect(await sign()).toMatchObject({ items: 0, signed: { by: { id: t.a.staff.frontDeskClerk } } })
  expect(await night()).toEqual([])
})

test('FD-404 only today can be signed or noted', async () => {
  expect(await sign(evening, dateOf(later(-DAY)))).toMatchObject({ code: 'E_TIME_RANGE', field: 'body.date' })
  expect(await sign(evening, dateOf(later(DAY)))).toMatchObject({ code: 'E_TIME_RANGE' })
})

test('FD-404 a closed matter takes no note, and one of nowhere is named', async () => {
  const { id } = await open()
  await close(id, later(-1000))
  expect(await note([id])).toMatchObject({ code: 'E_CLOSED_CASE', field: 'body.matterIds.0' })
  expect(await note([t.b.id])).toMatchObject({ code: 'E_NOT_FOUND', field: 'body.matterIds.0' })
})

test('FD-404 a day without a signature is a gap with its open matters, told to the lead, and shown the next morning', async () => {
  const noted = await open()
  const bare = await open()
  await ok(note([noted.id]))
  const sameDay = await open(3_600_000)
  await close(sameDay.id, later(3_600_000))
  const before = (await told(t, 'inventory.missing')).length
  expect(await night()).toEqual([dateOf(evening)])
  const messages = (await told(t, 'inventory.missing')).slice(before)
  expect(messages.map((m) => m.to_id)).toEqual([t.a.staff.csLead])
  expect(messages[0]?.body).toContain(dateOf(evening))
  const next = await read(later(DAY))
  expect(next.dayBefore).toMatchObject({ date: dateOf(evening), signed: null, gap: { unsigned: true, items: 1 } })
  const { body } = await t.as(t.a.staff.csLead).get(url(`inventory/gaps/${dateOf(evening)}`))
  expect(body.rows.map((r: { matterId: string }) => r.matterId)).toEqual([bare.id])
  // the night may look again and again
  expect(await night()).toEqual([])
  expect(await told(t, 'inventory.missing')).toHaveLength(before + 1)
})

test('FD-404 what comes after the signature stands in the inventory of the next day and is no gap', async () => {
  await ok(sign())
  const evenLater = await open(-3_600_000)
  expect(await night()).toEqual([])
  expect((await read(later(DAY))).rows.map((r) => r.matterId)).toEqual([evenLater.id])
})

test('FD-404 who signs in the morning has a gap for what came until the set time, unless it gets its note', async () => {
  const morning = later(-8 * 3_600_000)
  await ok(sign(morning))
  const atNoon = await open(5 * 3_600_000)
  const helped = await open(4 * 3_600_000)
  await ok(note([helped.id]))
  const before = (await told(t, 'inventory.itemsMissing')).length
  expect(await night()).toEqual([dateOf(evening)])
  expect((await told(t, 'inventory.itemsMissing')).length).toBe(before + 1)
  const { body } = await t.as(t.a.staff.csLead).get(url(`inventory/gaps/${dateOf(evening)}`))
  expect(body).toMatchObject({ gap: { unsigned: false, items: 1 }, rows: [{ matterId: atNoon.id }] })
})

test('FD-404 days with their gaps are listed, newest first, page by page', async () => {
  const all = (await t.as(t.a.staff.csLead).get(url('inventory/days?limit=200'))).body.rows
  expect(all.length).toBeGreaterThan(5)
  const dates = all.map((d: { date: string }) => d.date)
  expect(dates).toEqual([...dates].sort().reverse())
  const first = (await t.as(t.a.staff.csLead).get(url('inventory/days?limit=3'))).body
  const second = (await t.as(t.a.staff.csLead).get(url(`inventory/days?limit=3&cursor=${first.next}`))).body
  expect([...first.rows, ...second.rows].map((d: { date: string }) => d.date)).toEqual(dates.slice(0, 6))
  const gaps = (await t.as(t.a.staff.csLead).get(url('inventory/days?gaps=true&limit=200'))).body.rows
  expect(gaps).toEqual(all.filter((d: { gap: unknown }) => d.gap !== null))
})

test('FD-404 the draft pages and narrows to what still lacks its note', async () => {
  const matters = [await open(4 * DAY), await open(3 * DAY), await open(2 * DAY)]
  await ok(note([matters[1]?.id ?? '']))
  const page = (query: Partial<Parameters<typeof readInventory>[2]>) =>
    ok(at(t, evening, (tx) => readInventory(tx, t.a.id, { limit: 50, ...query })))
  const first = await page({ limit: 2 })
  const rest = await page({ limit: 2, cursor: first.next ?? '' })
  expect([...first.rows, ...rest.rows].map((r) => r.matterId)).toEqual(matters.map((m) => m.id))
  expect((await page({ noted: 'false' })).rows.map((r) => r.matterId)).toEqual([matters[0]?.id, matters[2]?.id])
})

test('FD-404 who may not sign is refused, and another estate has its own day', async () => {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  expect((await t.as(t.a.staff.qualityDept).post(url('inventory/sign'), { date: today })).body.error.code).toBe(
    'E_FORBIDDEN',
  )
  const own = await t.as(t.b.staff.frontDeskClerk).post(`/api/v1/estates/${t.b.id}/inventory/sign`, { date: today })
  expect(own.body).toMatchObject({ items: 0, date: today })
  expect((await t.as(t.a.staff.frontDeskClerk).get(url(`inventory?date=${today}`))).body.day.signed).toBeNull()
})
