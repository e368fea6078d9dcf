import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { isRefusal } from '#contract/refusal.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { instantNow, inTransaction } from '#platform/db/tx.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { sweepClocks } from './index.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const clerk = () => t.as(t.a.staff.frontDeskClerk)
const MINUTE = 60_000

const sweepAt = async (now: string) => {
  const carried = await inTransaction(t.house.database, { scope: 'all', now }, (tx) => sweepClocks(tx))
  if (isRefusal(carried)) throw new Error(carried.code)
  return carried
}

let id: string
beforeEach(async () => {
  // what earlier tests left running is not this test's business
  await t.tx((tx) => sql`update clock set next_at = null where estate_id = ${t.a.id}`.execute(tx.db))
  const made = await clerk().post(url('matters'), {
    contactType: 'service',
    channel: 'phone',
    customerSaid: '水管漏水',
  })
  id = made.body.matter.id
})

test('OS-044 a clock that runs out is a row: breached on the clock, overdue on the matter, written on the timeline, told once', async () => {
  const later = plusMilliseconds(instantNow(), 16 * MINUTE)
  expect(await sweepAt(later)).toBeGreaterThan(0)
  while ((await sweepAt(later)) > 0);
  const matter = (await clerk().get(url(`matters/${id}`))).body
  expect(matter.overdue).toBe(true)
  expect(matter.clocks[0]).toMatchObject({ name: 'service.ask', state: 'breached', breachedAt: matter.clocks[0].dueAt })
  const { rows } = (await clerk().get(url(`matters/${id}/timeline`))).body
  expect(
    rows
      .filter((r: { type: string }) => r.type === 'clock')
      .map((r: { data: { did: string } }) => r.data.did)
      .sort(),
  ).toEqual(['due', 'warn', 'warn'])
  const told = await t.tx((tx) =>
    sql<{
      n: number
    }>`select count(*)::int as n from outbox_message where estate_id = ${t.a.id} and matter_id = ${id} and template = 'clock.due'`.execute(
      tx.db,
    ),
  )
  expect(told.rows[0]?.n).toBe(2)
})

test('CP-082 sweeping again carries nothing forward twice', async () => {
  const later = plusMilliseconds(instantNow(), 16 * MINUTE)
  while ((await sweepAt(later)) > 0);
  expect(await sweepAt(later)).toBe(0)
  const { rows } = (await clerk().get(url(`matters/${id}/timeline`))).body
  expect(rows.filter((r: { type: string }) => r.type === 'clock')).toHaveLength(3)
})

test('two sweeps at the same time share the work and take no step twice', async () => {
  const later = plusMilliseconds(instantNow(), 16 * MINUTE)
  for (let round = 0; round < 5; round += 1) await Promise.all([sweepAt(later), sweepAt(later)])
  const { rows } = (await clerk().get(url(`matters/${id}/timeline`))).body
  expect(rows.filter((r: { type: string }) => r.type === 'clock')).toHaveLength(3)
})

test('OS-045 asking the line meets one clock and starts the next with fifteen minutes', async () => {
  const { body } = await clerk().post(url(`services/${id}/ask-availability`), { version: 1, line: 'repair' })
  const [running] = body.matter.clocks.filter((c: { endedAt: string | null }) => c.endedAt === null)
  expect(running.name).toBe('service.availability')
  expect(Date.parse(running.dueAt) - Date.parse(running.startedAt)).toBe(15 * MINUTE)
  expect(body.matter.clocks.find((c: { name: string }) => c.name === 'service.ask').state).toBe('met')
  expect(body.matter.nextDueAt).toBe(running.dueAt)
})

test('a clock met after its due time counts as breached even when no sweep came by', async () => {
  await t.tx((tx) =>
    sql`update clock set due_at = now() - interval '1 minute' where estate_id = ${t.a.id} and matter_id = ${id}`.execute(
      tx.db,
    ),
  )
  const { body } = await clerk().post(url(`services/${id}/ask-availability`), { version: 1, line: 'repair' })
  expect(body.matter.clocks.find((c: { name: string }) => c.name === 'service.ask')).toMatchObject({
    state: 'breached',
  })
})

test('CP-022 a promise has its own clock; kept in time it is kept, past its time it is broken for good', async () => {
  const due = plusMilliseconds(instantNow(), 30 * MINUTE)
  const first = await clerk().post(url(`services/${id}/promise`), { version: 1, text: '半小时内回电', dueAt: due })
  const [promise] = (await clerk().get(url(`matters/${id}`))).body.promises
  expect(promise).toMatchObject({ text: '半小时内回电', keptAt: null })
  await sweepAt(plusMilliseconds(due, 1000))
  while ((await sweepAt(plusMilliseconds(due, 1000))) > 0);
  await clerk().post(url(`services/${id}/keep-promise`), { version: first.body.matter.version, promiseId: promise.id })
  const after = (await clerk().get(url(`matters/${id}`))).body.promises[0]
  expect(after.keptAt).not.toBeNull()
  expect(after.brokenAt).toBe(due)
})

test('CP-022 a promise for a time that has passed is refused beside its field', async () => {
  const { body } = await clerk().post(url(`services/${id}/promise`), {
    version: 1,
    text: '马上',
    dueAt: '2026-01-01T00:00:00.000Z',
  })
  expect(body.error).toMatchObject({ code: 'E_TIME_PAST', field: 'body.dueAt' })
})

test('a paused clock is not swept, and resumed it ends later by the pause', async () => {
  const before = (await clerk().get(url(`matters/${id}`))).body.clocks[0]
  await clerk().post(url(`services/${id}/pause-clock`), { version: 1, clockId: before.id, reason: '等客户开门' })
  const paused = (await clerk().get(url(`matters/${id}`))).body
  expect(paused.clocks[0]).toMatchObject({ state: 'paused', pauseReason: '等客户开门' })
  expect(paused.nextDueAt).toBeNull()
  expect(await sweepAt(plusMilliseconds(instantNow(), 16 * MINUTE))).toBe(0)
  await t.tx((tx) =>
    sql`update clock set paused_at = paused_at - interval '10 minutes' where estate_id = ${t.a.id} and id = ${before.id}`.execute(
      tx.db,
    ),
  )
  await clerk().post(url(`services/${id}/resume-clock`), { version: 2, clockId: before.id })
  const resumed = (await clerk().get(url(`matters/${id}`))).body.clocks[0]
  const moved = Date.parse(resumed.dueAt) - Date.parse(before.dueAt)
  expect(moved).toBeGreaterThanOrEqual(10 * MINUTE)
  expect(moved).toBeLessThan(11 * MINUTE)
})

test('OS-044 whoever is told of a clock reads it in their language, the name of the clock as well', async () => {
  const later = plusMilliseconds(instantNow(), 16 * MINUTE)
  while ((await sweepAt(later)) > 0);
  const bodyIn = async (query: string) => {
    const { rows } = (await clerk().get(url(`my-messages?limit=200${query}`))).body
    return rows.find(
      (m: { template: string; matter: { id: string } | null }) => m.template === 'clock.due' && m.matter?.id === id,
    ).body
  }
  expect(await bodyIn('')).toMatch(/「联系业务线」已超时/)
  expect(await bodyIn('&lang=en')).toMatch(/"Ask the line" is overdue/)
})
