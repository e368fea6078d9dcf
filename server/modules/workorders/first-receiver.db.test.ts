import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { serviceSteps } from '#test/service-steps.ts'

let t: TestHouse
let s: ReturnType<typeof serviceSteps>
beforeAll(async () => {
  t = await openTestHouse()
  s = serviceSteps(t)
})
afterAll(() => t.close())

const desk = (id: string, verb: string, input: object = {}, by = s.staff.frontDeskClerk) =>
  s.move(by, 'services', id, verb, input)
/** A request whose work is done and waits for its owner. */
const done = async (over: object = {}): Promise<string> => {
  const id = await s.register({ ...over })
  const order = await s.agree(id)
  await s.begin(order)
  s.ok(await s.finish(order))
  return id
}

test('OS-010 whoever the customer first told answers for the service, a technician on site as much as a clerk', async () => {
  const made = await t
    .as(s.staff.technician)
    .post(s.url('matters'), { contactType: 'service', channel: 'on_site', customerSaid: '顺便看看这盏灯' })
  expect(made.body.matter).toMatchObject({ owner: { id: s.staff.technician }, handler: null })
  expect((await s.matterOf(await s.register())).owner.id).toBe(s.staff.frontDeskClerk)
})

test('OS-015 what a technician received the desk takes: it organises and calls back, and the technician is told the result', async () => {
  const made = await t
    .as(s.staff.guard)
    .post(s.url('matters'), { contactType: 'service', channel: 'on_site', customerSaid: '单元门关不上' })
  const id = made.body.matter.id
  s.ok(await desk(id, 'take'))
  const order = await s.agree(id)
  await s.begin(order)
  s.ok(await s.finish(order))
  s.ok(await desk(id, 'acceptResult', { supervisionNote: '已看' }))
  expect(await s.matterOf(id)).toMatchObject({ owner: { id: s.staff.guard }, coOwner: { id: s.staff.frontDeskClerk } })
  const told = await t.tx(({ db }) =>
    db
      .selectFrom('outbox_message')
      .select('template')
      .where('estate_id', '=', t.a.id)
      .where('matter_id', '=', id)
      .where('to_id', '=', s.staff.guard)
      .execute(),
  )
  expect(told.map((m) => m.template)).toContain('matter.done')
})

test('OS-011 organise, supervise, accept and call back each carry a name and a time, and nothing is closed before all four', async () => {
  const id = await done()
  expect((await desk(id, 'close', { feedback: '已告知' })).body.error.code).toBe('E_STATE_CHANGED')
  expect((await desk(id, 'acceptResult')).body.error).toMatchObject({
    code: 'E_FIRST_RECEIVER_DUTY_OPEN',
    details: { open: ['supervise'] },
  })
  s.ok(await desk(id, 'acceptResult', { supervisionNote: '电话问过技术员' }))
  s.ok(await desk(id, 'callBack', { satisfaction: 'satisfied', how: 'phone', words: '很好' }))
  const { duties } = await s.matterOf(id)
  expect(duties.map((d: { duty: string }) => d.duty).toSorted()).toEqual([
    'accept',
    'callback',
    'organise',
    'supervise',
  ])
  for (const duty of duties)
    expect(duty).toMatchObject({ doneBy: { id: s.staff.frontDeskClerk }, doneAt: expect.any(String) })
  s.ok(await desk(id, 'close'))
})

test('OS-011 rework opens the duties again', async () => {
  const id = await done()
  s.ok(await desk(id, 'acceptResult', { supervisionNote: '已看' }))
  s.ok(await desk(id, 'notSatisfied', { missing: '仍渗水', offerComplaint: false }))
  expect((await s.matterOf(id)).duties).toEqual([])
})

test('OS-017 the callback of a service is the owner’s: another clerk neither accepts nor calls back', async () => {
  const id = await done()
  const other = s.staff.customerAssistant
  expect((await desk(id, 'acceptResult', { supervisionNote: '已看' }, other)).body.error.code).toBe('E_NOT_HANDLER')
  s.ok(await desk(id, 'acceptResult', { supervisionNote: '已看' }))
  expect((await desk(id, 'callBack', { satisfaction: 'satisfied', how: 'phone' }, other)).body.error.code).toBe(
    'E_NOT_HANDLER',
  )
  expect((await desk(id, 'notSatisfied', { missing: 'x', offerComplaint: false }, other)).body.error.code).toBe(
    'E_NOT_HANDLER',
  )
  expect((await t.as(other).get(s.url(`matters/${id}`))).body.moves.map((m: { verb: string }) => m.verb)).not.toContain(
    'callBack',
  )
})

test('OS-013 work goes through many hands and the owner stays', async () => {
  const id = await done()
  expect((await s.matterOf(id)).owner.id).toBe(s.staff.frontDeskClerk)
  s.ok(await desk(id, 'escalate', { reason: '需换主管', leadId: s.staff.csLead, headId: s.staff.centreHead }))
  expect((await s.matterOf(id)).owner.id).toBe(s.staff.frontDeskClerk)
})

test('OS-014 ownership of a service passes by the lead alone, and the new owner then accepts and calls back', async () => {
  const id = await done()
  const transfer = { newOwnerId: s.staff.customerAssistant, reason: 'longLeave', customerTold: true }
  expect((await desk(id, 'transferOwner', transfer)).body.error.code).toBe('E_FORBIDDEN')
  s.ok(await desk(id, 'transferOwner', transfer, s.staff.csLead))
  s.ok(await desk(id, 'acceptResult', { supervisionNote: '接手后看过' }, s.staff.customerAssistant))
})

test('FD-412 a service with a dedicated follower is closed by that person alone', async () => {
  const id = await done()
  s.ok(await desk(id, 'assignDedicated', { followerId: s.staff.csLead, reason: '影响整栋楼' }, s.staff.centreHead))
  s.ok(await desk(id, 'acceptResult', { supervisionNote: '已看' }))
  s.ok(await desk(id, 'callBack', { satisfaction: 'neutral', how: 'phone' }))
  expect((await desk(id, 'close')).body.error).toMatchObject({
    code: 'E_NOT_HANDLER',
    details: { dedicatedId: s.staff.csLead },
  })
  s.ok(await desk(id, 'close', {}, s.staff.csLead))
})

test('FD-413 what cannot be solved is told to lead and head with both names, and comes back to be organised anew', async () => {
  const id = await done()
  const lead = s.staff.csLead
  expect((await desk(id, 'escalate', { reason: '缺泵', leadId: lead, headId: lead })).body.error.code).toBe(
    'E_SECOND_PERSON',
  )
  s.ok(await desk(id, 'escalate', { reason: '缺泵', leadId: lead, headId: s.staff.centreHead }))
  const row = await t.tx(({ db }) =>
    db
      .selectFrom('escalation')
      .selectAll()
      .where('estate_id', '=', t.a.id)
      .where('matter_id', '=', id)
      .executeTakeFirstOrThrow(),
  )
  expect(row).toMatchObject({
    lead_id: lead,
    head_id: s.staff.centreHead,
    lead_told_at: expect.any(String),
    head_told_at: expect.any(String),
  })
  const escalated = await s.matterOf(id)
  expect(escalated.clocks.filter((c: { name: string; state: string }) => c.state === 'running')).toEqual([])
  s.ok(await desk(id, 'giveResources', { plan: '调邻区水泵' }, s.staff.centreHead))
  const back = await s.matterOf(id)
  expect(back).toMatchObject({ state: 'RECEIVED', appointmentFrom: null, flags: [] })
  expect(back.duties.map((d: { duty: string }) => d.duty)).not.toContain('organise')
  expect((await s.orderOf(await s.agree(id))).number).toMatch(/-2$/)
})

test('FD-414 a service is closed with the feedback of the callback, or with words of its own when there was no callback', async () => {
  const id = await done({ noCallbackWish: true })
  s.ok(await desk(id, 'acceptResult', { supervisionNote: '已看' }))
  expect((await desk(id, 'callBack', { satisfaction: 'satisfied', how: 'phone' })).body.error.code).toBe(
    'E_NO_CALLBACK_WISH',
  )
  s.ok(await desk(id, 'waiveCallback', { reason: 'noCallbackWish' }))
  expect((await desk(id, 'close')).body.error.code).toBe('E_FEEDBACK_MISSING')
  expect((await desk(id, 'close', { noFeedbackReason: 'noContact' })).body.error.code).toBe('E_FEEDBACK_MISSING')
  s.ok(await desk(id, 'close', { noFeedbackReason: 'customerDeclined' }))
  expect(await s.matterOf(id)).toMatchObject({ state: 'CLOSED', closedAt: expect.any(String) })
})

test('OS-017 nobody is given up as unreachable without having been tried often enough', async () => {
  const id = await done()
  s.ok(await desk(id, 'acceptResult', { supervisionNote: '已看' }))
  const given = await desk(id, 'waiveCallback', { reason: 'unreachable' })
  expect(given.body.error).toMatchObject({ code: 'E_REASON_MISSING', field: 'body.reason' })
  expect((await s.matterOf(id)).state).toBe('ACCEPTED')
})

test('OS-018 a customer calls a request off in their own words as long as nobody is at the door', async () => {
  const id = await s.register()
  const order = await s.agree(id)
  s.ok(await s.act(s.staff.technician, order, 'accept'))
  const off = { reason: 'customerCancelled', customerWords: '邻居帮忙修好了' }
  s.ok(await desk(id, 'cancel', off))
  const other = await s.register()
  const there = await s.agree(other)
  for (const verb of ['accept', 'arrive']) s.ok(await s.act(s.staff.technician, there, verb))
  expect((await desk(other, 'cancel', off)).body.error.code).toBe('E_STATE_CHANGED')
})

test('OS-044 asking the line starts the clock of its answer, the answer the clock of telling the customer', async () => {
  const id = await s.register()
  const running = async () =>
    (await s.matterOf(id)).clocks
      .filter((c: { state: string }) => c.state === 'running')
      .map((c: { name: string }) => c.name)
  expect(await running()).toEqual(['service.ask'])
  s.ok(await desk(id, 'askAvailability', { line: 'repair' }))
  expect(await running()).toEqual(['service.availability'])
  s.ok(
    await desk(
      id,
      'answerAvailable',
      { executorId: s.staff.technician, from: s.at(1), to: s.at(3) },
      s.staff.repairLead,
    ),
  )
  expect(await running()).toEqual(['service.tellTime'])
})
