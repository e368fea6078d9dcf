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

const tech = () => s.staff.technician
const report = async (over: object = {}): Promise<{ id: string; order: string }> => {
  const made = s.ok(
    await s.clerk.post(s.url('matters'), {
      contactType: 'emergency',
      channel: 'phone',
      customerSaid: '3-2-1203爆管',
      line: 'repair',
      ...over,
    }),
  )
  const id = made.body.matter.id
  return { id, order: await s.openOrder(id) }
}
const both = async ({ id, order }: { id: string; order: string }) => [
  (await s.matterOf(id)).state,
  (await s.orderOf(order)).state,
]

test('FD-710 an emergency is offered to the line at its birth, without an appointment, and everyone of the line hears of it', async () => {
  const { id, order } = await report()
  expect(await s.orderOf(order)).toMatchObject({
    state: 'OFFERED',
    emergency: true,
    executor: null,
    appointmentFrom: null,
    line: 'repair',
  })
  const told = await t.tx(({ db }) =>
    db
      .selectFrom('outbox_message')
      .select(['to_id', 'body'])
      .where('estate_id', '=', t.a.id)
      .where('matter_id', '=', id)
      .where('template', '=', 'order.offered')
      .execute(),
  )
  expect(told.map((m) => m.to_id)).toEqual(
    expect.arrayContaining([s.staff.technician, s.staff.repairLead, s.staff.provider]),
  )
  expect(told.map((m) => m.to_id)).not.toContain(s.staff.cleaner)
  // OS-005: the room stands in the title, and in no message to those who have not taken it yet
  expect(told.filter((m) => m.body.includes('1203'))).toEqual([])
  const mine = await t.as(tech()).get(s.url('orders?scope=mine&open=true'))
  expect(mine.body.rows.map((o: { id: string }) => o.id)).toContain(order)
})

test('FD-760 the arrival and the end of the work move the emergency, with the arrival clock met', async () => {
  const one = await report()
  for (const verb of ['accept', 'goOnTheWay']) s.ok(await s.act(tech(), one.order, verb))
  s.ok(await s.act(tech(), one.order, 'arrive'))
  expect(await both(one)).toEqual(['ON_SITE', 'ON_SITE'])
  const arrival = (await s.matterOf(one.id)).clocks.find((c: { name: string }) => c.name === 'emergency.arrival')
  expect(arrival.state).toBe('met')
  s.ok(await s.act(tech(), one.order, 'startWork'))
  s.ok(await s.act(tech(), one.order, 'finish', { result: '已关总阀并换管', files: await s.photos(tech(), ['after']) }))
  expect(await both(one)).toEqual(['RESOLVED', 'DONE'])
  expect((await s.matterOf(one.id)).result).toBe('已关总阀并换管')
})

test('FD-760 an emergency moved by hand takes its order along', async () => {
  const one = await report()
  s.ok(await s.move(s.staff.repairLead, 'emergencies', one.id, 'arrive', { who: '赵志刚' }))
  expect(await both(one)).toEqual(['ON_SITE', 'ON_SITE'])
  s.ok(await s.move(s.staff.repairLead, 'emergencies', one.id, 'resolve', { result: '已止水' }))
  expect(await both(one)).toEqual(['RESOLVED', 'DONE'])
  const closing = { result: '已止水', feedback: '已告知住户', satisfaction: 'satisfied' }
  s.ok(
    await s.move(s.staff.frontDeskClerk, 'emergencies', one.id, 'completeForm', { customerSaid: '爆管', place: '3栋' }),
  )
  s.ok(await s.move(s.staff.frontDeskClerk, 'emergencies', one.id, 'close', closing))
  expect(await both(one)).toEqual(['CLOSED', 'APPROVED'])
})

test('FD-710 an emergency declined is offered to the line again at once; sent to another line the first one is called off', async () => {
  const { id, order } = await report()
  s.ok(await s.act(tech(), order, 'accept'))
  s.ok(await s.act(tech(), order, 'decline', { reason: 'unsafe', explanation: '需断电后进入' }))
  const second = await s.openOrder(id)
  expect([second === order, (await s.orderOf(second)).state, (await s.matterOf(id)).state]).toEqual([
    false,
    'OFFERED',
    'DISPATCHED',
  ])
  s.ok(await s.move(s.staff.frontDeskClerk, 'emergencies', id, 'redispatch', { line: 'security' }))
  const third = await s.openOrder(id)
  expect((await s.orderOf(second)).state).toBe('CANCELLED')
  expect(await s.orderOf(third)).toMatchObject({ line: 'security', state: 'OFFERED', executor: null })
  expect(
    (await t.as(s.staff.guard).get(s.url('orders?scope=mine'))).body.rows.map((o: { id: string }) => o.id),
  ).toEqual([third])
})

test('FD-715 an emergency knows no absent customer and no later appointment: it goes in by the rules of emergency entry', async () => {
  const { order } = await report()
  for (const verb of ['accept', 'arrive']) s.ok(await s.act(tech(), order, verb))
  expect((await s.act(tech(), order, 'reportAbsent', { cardLeft: true })).body.error).toMatchObject({
    code: 'E_STATE_CHANGED',
    details: { emergency: true },
  })
  s.ok(await s.act(tech(), order, 'startWork'))
  expect((await s.act(tech(), order, 'needAppointment', { reason: '明天再来' })).body.error.code).toBe(
    'E_STATE_CHANGED',
  )
  expect(
    (await t.as(tech()).get(s.url(`orders/${order}`))).body.moves.map((m: { verb: string }) => m.verb),
  ).not.toContain('needAppointment')
})

test('FD-412 an emergency with a dedicated follower goes on with its order, and only the follower closes it', async () => {
  const one = await report()
  s.ok(await s.act(tech(), one.order, 'accept'))
  s.ok(await s.act(tech(), one.order, 'arrive'))
  s.ok(
    await s.move(s.staff.centreHead, 'emergencies', one.id, 'assignDedicated', {
      followerId: s.staff.csLead,
      reason: '多户进水',
    }),
  )
  s.ok(await s.act(tech(), one.order, 'startWork'))
  s.ok(await s.act(tech(), one.order, 'finish', { result: '已处理', files: await s.photos(tech(), ['after']) }))
  s.ok(
    await s.move(s.staff.frontDeskClerk, 'emergencies', one.id, 'completeForm', { customerSaid: '爆管', place: '3栋' }),
  )
  const closing = { result: '已处理', feedback: '已告知' }
  expect((await s.move(s.staff.frontDeskClerk, 'emergencies', one.id, 'close', closing)).body.error).toMatchObject({
    code: 'E_NOT_HANDLER',
    details: { dedicatedId: s.staff.csLead },
  })
  s.ok(await s.move(s.staff.csLead, 'emergencies', one.id, 'close', closing))
  expect(await both(one)).toEqual(['CLOSED', 'APPROVED'])
})

test('FD-413 an escalated emergency keeps its people at the place; given resources it asks for more only when nobody is there', async () => {
  const one = await report()
  s.ok(await s.act(tech(), one.order, 'accept'))
  s.ok(await s.act(tech(), one.order, 'arrive'))
  const escalation = { reason: '需抽水车', leadId: s.staff.csLead, headId: s.staff.centreHead }
  s.ok(await s.move(s.staff.frontDeskClerk, 'emergencies', one.id, 'escalate', escalation))
  expect((await s.orderOf(one.order)).state).toBe('ON_SITE')
  s.ok(await s.move(s.staff.centreHead, 'emergencies', one.id, 'giveResources', { plan: '调用邻区抽水车' }))
  expect(await s.openOrder(one.id)).toBe(one.order)
})
