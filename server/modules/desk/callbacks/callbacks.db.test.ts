import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AttemptCallback } from '#contract/callbacks.ts'
import { AttemptCallback as Attempt } from '#contract/callbacks.ts'
import { actorOf, at, customerOf, setSetting } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { serviceSteps } from '#test/service-steps.ts'
import { attemptCallback } from './attempt-callback.ts'
import { mayWaiveUnreachable } from './may-waive.ts'

let t: TestHouse
let steps: ReturnType<typeof serviceSteps>
beforeAll(async () => {
  t = await openTestHouse()
  steps = serviceSteps(t)
  // through the routes it is whatever time it is: nothing is blocked there but what a customer has ruled out
  await setSetting(t, 'telephone.blockedBefore', '00:00')
  await setSetting(t, 'telephone.blockedFrom', '23:59')
  for (const key of ['telephone.noonFrom', 'telephone.noonTo', 'telephone.dinnerFrom', 'telephone.dinnerTo'] as const)
    await setSetting(t, key, '03:00')
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const clerk = () => t.as(t.a.staff.frontDeskClerk)
const allDay = [
  { from: '00:00', to: '12:00' },
  { from: '12:00', to: '00:00' },
]
const NOON = '2026-11-18T02:00:00.000Z'

/** A service that waits for its callback, by real work. */
const accepted = async (body: object = {}): Promise<{ id: string; version: number }> => {
  const id = await steps.register({ contactPhone: '13900139000', ...body })
  const orderId = await steps.agree(id)
  await steps.begin(orderId)
  steps.ok(await steps.finish(orderId))
  const answer = steps.ok(
    await steps.move(t.a.staff.frontDeskClerk, 'services', id, 'acceptResult', { supervisionNote: '已看过' }),
  )
  return { id, version: answer.body.matter.version }
}
const attempt = (matter: { id: string; version: number }, input: object) =>
  clerk().post(url(`matters/${matter.id}/callback-attempts`), { version: matter.version, ...input })
const attemptAt = async (
  now: string,
  matter: { id: string; version: number },
  input: Partial<AttemptCallback> & { outcome: AttemptCallback['outcome'] },
) =>
  at(t, now, async (tx) =>
    attemptCallback(
      tx,
      await actorOf(t, t.a.staff.frontDeskClerk),
      { estateId: t.a.id, id: matter.id },
      Attempt.parse({ version: matter.version, ...input }),
    ),
  )

test('OS-017 the list holds services accepted, items and emergencies resolved, the most urgent first', async () => {
  const service = await accepted()
  const item = (
    await clerk().post(url('matters'), { contactType: 'enquiry', channel: 'phone', customerSaid: '何时停水' })
  ).body.matter
  await clerk().post(url(`infos/${item.id}/dispatch`), { version: 1, line: 'repair' })
  await t.as(t.a.staff.repairLead).post(url(`infos/${item.id}/resolve`), { version: 2, result: '明早' })
  const alarm = (
    await clerk().post(url('matters'), {
      contactType: 'emergency',
      channel: 'phone',
      customerSaid: '爆管',
      line: 'repair',
    })
  ).body.matter
  await clerk().post(url(`emergencies/${alarm.id}/false-alarm`), { version: 1, result: '误报' })
  const { rows } = (await clerk().get(url('callbacks'))).body
  expect(rows.map((r: { matter: { id: string } }) => r.matter.id)).toEqual(
    expect.arrayContaining([service.id, item.id, alarm.id]),
  )
  const due = rows.map((r: { dueAt: string }) => r.dueAt)
  expect(due).toEqual([...due].sort())
  const line = rows.find((r: { matter: { id: string } }) => r.matter.id === service.id)
  expect(line).toMatchObject({
    clock: 'service.callback',
    phone: '139****9000',
    tries: 0,
    unreachable: false,
    noCallbackWish: false,
    call: { grade: expect.any(String) },
  })
  expect(
    (await clerk().get(url('callbacks?kind=emergency'))).body.rows.map((r: { matter: { id: string } }) => r.matter.id),
  ).toEqual([alarm.id])
})

test('OS-017 a content customer is called back in one act; the result is counted once', async () => {
  const matter = await accepted()
  const done = await attempt(matter, { outcome: 'reached', satisfaction: 'satisfied', words: '修得很好' })
  expect(done.status).toBe(201)
  expect(done.body).toMatchObject({
    attempt: { outcome: 'reached', satisfaction: 'satisfied', by: { id: t.a.staff.frontDeskClerk } },
    matter: { state: 'CALLED_BACK', satisfaction: 'satisfied' },
  })
  const { rows } = (await clerk().get(url('callback-results?satisfaction=satisfied'))).body
  expect(rows.filter((r: { matterId: string }) => r.matterId === matter.id)).toHaveLength(1)
})

test('OS-018 a customer who is not content sends the service back to be organised, with their words', async () => {
  const matter = await accepted()
  const done = await attempt(matter, {
    outcome: 'reached',
    satisfaction: 'notSatisfied',
    words: '还在渗水',
    offerComplaint: true,
  })
  expect(done.body.matter).toMatchObject({
    state: 'ORGANISED',
    satisfaction: 'notSatisfied',
    flags: ['complaintOffered'],
  })
})

test('OS-017 a callback made by the plain verb is a result as well', async () => {
  const matter = await accepted()
  await clerk().post(url(`services/${matter.id}/call-back`), {
    version: matter.version,
    satisfaction: 'neutral',
    how: 'inPerson',
    words: '还行',
  })
  const { rows } = (await clerk().get(url('callback-results?satisfaction=neutral'))).body
  expect(rows[0]).toMatchObject({ matterId: matter.id, how: 'inPerson', words: '还行', outcome: 'reached' })
})

test('KN-205 a call at a blocked hour is refused with the next good time, and goes with a reason', async () => {
  const { customerId } = await customerOf(t, { phone: '13700000001', quietHours: allDay })
  const matter = await accepted({ customerId })
  const refused = await attempt(matter, { outcome: 'noAnswer' })
  expect(refused.body.error).toMatchObject({
    code: 'E_CALL_HOURS',
    details: { grade: 'blocked', reasons: expect.arrayContaining(['customer_no_call']) },
  })
  expect((await attempt(matter, { outcome: 'noAnswer', override: 'customer_asked' })).body.error).toMatchObject({
    code: 'E_REASON_MISSING',
    field: 'body.overrideWords',
  })
  const gone = await attempt(matter, { outcome: 'noAnswer', override: 'customer_asked', overrideWords: '客户约定此时' })
  expect(gone.status).toBe(201)
  expect(gone.body).toMatchObject({
    warnings: [{ code: 'W_CALL_HOURS' }],
    attempt: { grade: 'blocked', override: 'customer_asked', overrideWords: '客户约定此时' },
  })
  // a text message is free of the hours
  expect(
    (
      await attempt(matter, {
        outcome: 'later',
        how: 'message',
        nextAt: new Date(Date.now() + 3_600_000).toISOString(),
      })
    ).status,
  ).toBe(201)
})

test('CP-066 nobody calls who wishes no callback, not with any reason, and no number is shown', async () => {
  const asked = await accepted({ noCallbackWish: true })
  const { customerId } = await customerOf(t, { phone: '13700000002', noCallback: true })
  const known = await accepted({ customerId })
  for (const matter of [asked, known]) {
    const refused = await attempt(matter, { outcome: 'noAnswer', override: 'emergency', overrideWords: '急' })
    expect(refused.body.error.code).toBe('E_NO_CALLBACK_WISH')
    expect((await clerk().post(url(`matters/${matter.id}/callback-number`), {})).body.error.code).toBe(
      'E_NO_CALLBACK_WISH',
    )
  }
  // the wish of the archive came onto the matter, so that waiving it goes through
  const waived = await clerk().post(url(`services/${known.id}/waive-callback`), {
    version: known.version,
    reason: 'noCallbackWish',
  })
  expect(waived.body.matter.state).toBe('CALLED_BACK')
})

test('CP-066 a wish given after the registration still reaches the matter before its callback', async () => {
  const { customerId } = await customerOf(t, { phone: '13700000003' })
  const id = await steps.register({ customerId })
  const orderId = await steps.agree(id)
  await steps.begin(orderId)
  await t.tx((tx) =>
    tx.db
      .updateTable('customer')
      .set({ no_callback: true })
      .where('estate_id', '=', t.a.id)
      .where('id', '=', customerId)
      .execute(),
  )
  steps.ok(await steps.finish(orderId))
  const { body } = await steps.move(t.a.staff.frontDeskClerk, 'services', id, 'acceptResult', {
    supervisionNote: '看过',
  })
  expect(body.matter.flags).toContain('noCallbackWish')
})

test('CP-066 who refuses to be called is not called again', async () => {
  const matter = await accepted()
  expect((await attempt(matter, { outcome: 'refused', words: '别再打了' })).body.matter.flags).toContain(
    'noCallbackWish',
  )
  expect((await attempt(matter, { outcome: 'noAnswer' })).body.error.code).toBe('E_NO_CALLBACK_WISH')
})

test('OS-017 the callback may be waived as unreachable only after three tries on two days', async () => {
  const matter = await accepted()
  const waive = (version: number) =>
    clerk().post(url(`services/${matter.id}/waive-callback`), { version, reason: 'unreachable' })
  const early = await waive(matter.version)
  expect(early.body.error).toMatchObject({
    code: 'E_REASON_MISSING',
    field: 'body.reason',
    details: { done: { tries: 0, days: 0 }, needed: { tries: 3, days: 2 } },
  })
  expect((await clerk().get(url(`matters/${matter.id}`))).body.state).toBe('ACCEPTED')
  await attemptAt('2026-11-17T02:00:00.000Z', matter, { outcome: 'noAnswer' })
  await attemptAt('2026-11-17T08:00:00.000Z', matter, { outcome: 'wrongNumber' })
  const row = { estate_id: t.a.id, id: matter.id, attempt: 0, reopened_count: 0 }
  expect(await t.tx((tx) => mayWaiveUnreachable(tx, row))).toBe(false)
  const third = await attemptAt(NOON, matter, { outcome: 'noAnswer' })
  expect(third).toMatchObject({ unreachable: true })
  expect((await waive(matter.version)).body.matter.state).toBe('CALLED_BACK')
})

test('OS-017 after a rework the tries are counted anew', async () => {
  const matter = await accepted()
  for (const now of ['2026-11-16T02:00:00.000Z', '2026-11-17T02:00:00.000Z', NOON])
    await attemptAt(now, matter, { outcome: 'noAnswer' })
  const listed = await clerk().get(url(`matters/${matter.id}/callback`))
  expect(listed.body).toMatchObject({
    unreachable: true,
    attempts: [{ current: true }, { current: true }, { current: true }],
  })
  await clerk().post(url(`services/${matter.id}/not-satisfied`), {
    version: matter.version,
    missing: '又坏',
    offerComplaint: false,
  })
  const after = (await clerk().get(url(`matters/${matter.id}/callback`))).body
  expect(after.unreachable).toBe(false)
  expect(after.attempts.filter((a: { current: boolean }) => a.current)).toHaveLength(0)
})

test('OS-017 only who follows the matter calls back, and only in its time', async () => {
  const matter = await accepted()
  const stranger = t.as(t.a.staff.areaSteward)
  expect(
    (
      await stranger.post(url(`matters/${matter.id}/callback-attempts`), {
        version: matter.version,
        outcome: 'noAnswer',
      })
    ).body.error.code,
  ).toBe('E_NOT_HANDLER')
  expect((await attempt({ ...matter, version: 99 }, { outcome: 'noAnswer' })).body.error.code).toBe('E_STATE_CHANGED')
  const fresh = (await clerk().post(url('matters'), { contactType: 'service', channel: 'phone', customerSaid: '漏水' }))
    .body.matter
  expect((await attempt(fresh, { outcome: 'noAnswer' })).body.error).toMatchObject({
    code: 'E_STATE_CHANGED',
    details: { state: 'RECEIVED' },
  })
})

test('FD-015 the number to dial is shown in full, and who looked is logged', async () => {
  const matter = await accepted()
  const dialled = await clerk().post(url(`matters/${matter.id}/callback-number`), {})
  expect(dialled.body.number).toBe('13900139000')
  const rows = await t.tx((tx) =>
    tx.db
      .selectFrom('audit')
      .select(['actor_id', 'purpose'])
      .where('estate_id', '=', t.a.id)
      .where('subject_id', '=', matter.id)
      .execute(),
  )
  expect(rows).toEqual([{ actor_id: t.a.staff.frontDeskClerk, purpose: 'callback' }])
})

test('OS-017 who asked to be called later is not on the list of those to call now', async () => {
  const matter = await accepted()
  await attempt(matter, { outcome: 'later', nextAt: new Date(Date.now() + 7_200_000).toISOString() })
  const ids = async (query: string) =>
    (await clerk().get(url(`callbacks?limit=200${query}`))).body.rows.map(
      (r: { matter: { id: string } }) => r.matter.id,
    )
  expect(await ids('')).toContain(matter.id)
  expect(await ids('&ready=true')).not.toContain(matter.id)
})

test('OS-017 tries stand on the timeline of the matter', async () => {
  const matter = await accepted()
  await attempt(matter, { outcome: 'noAnswer', words: '响铃无人接' })
  const { rows } = (await clerk().get(url(`matters/${matter.id}/timeline`))).body
  expect(rows[0]).toMatchObject({
    type: 'call',
    verb: 'callback',
    text: '响铃无人接',
    data: { outcome: 'noAnswer', how: 'phone' },
  })
})
