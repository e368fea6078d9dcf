import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { serviceSteps } from '#test/service-steps.ts'

let t: TestHouse
let s: ReturnType<typeof serviceSteps>
let other: string
beforeAll(async () => {
  t = await openTestHouse()
  s = serviceSteps(t)
  other = await t.hire(t.a.id, 'technician', { line: 'repair', name: '孙强' })
})
afterAll(() => t.close())

const tech = () => s.staff.technician
const noticesFor = async (staffId: string, template: string): Promise<string[]> =>
  t.tx(async ({ db }) =>
    (
      await db
        .selectFrom('outbox_message')
        .select('body')
        .where('estate_id', '=', t.a.id)
        .where('to_id', '=', staffId)
        .where('template', '=', template)
        .execute()
    ).map((m) => m.body),
  )
const clockOf = (matter: { clocks: { name: string; state: string }[] }, name: string) =>
  matter.clocks.filter((c) => c.name === name).map((c) => c.state)

test('FD-760 an arrival that a phone told with its clock’s fault is taken, not before the matter, and the fault is on the timeline', async () => {
  const id = await s.register()
  const order = await s.agree(id)
  s.ok(await s.act(tech(), order, 'accept'))
  const early = new Date(Date.now() - 86_400_000).toISOString()
  expect((await s.act(tech(), order, 'arrive', { arrivedAt: early })).body.error.code).toBe('E_TIME_RANGE')
  s.ok(await s.act(tech(), order, 'arrive', { arrivedAt: early, clockOffMs: -172_800_000 }))
  expect((await s.orderOf(order)).arrivedAt).toBe((await s.matterOf(id)).receivedAt)
  const { body } = await t.as(s.staff.frontDeskClerk).get(`/api/v1/estates/${t.a.id}/matters/${id}/timeline`)
  expect(JSON.stringify(body)).toContain(`"input":{"arrivedAt":"${early}","clockOffMs":-172800000}`)
})

test('FD-714 the matter and its order stay in step from the offer to the approval', async () => {
  const id = await s.register()
  const order = await s.agree(id)
  const both = async () => [(await s.matterOf(id)).state, (await s.orderOf(order)).state]
  expect(await both()).toEqual(['CONFIRMED_TO_CUSTOMER', 'OFFERED'])
  s.ok(await s.act(tech(), order, 'accept'))
  expect(await both()).toEqual(['CONFIRMED_TO_CUSTOMER', 'ACCEPTED'])
  s.ok(await s.act(tech(), order, 'arrive'))
  expect(await both()).toEqual(['IN_SERVICE', 'ON_SITE'])
  s.ok(await s.act(tech(), order, 'startWork', { entry: s.entry }))
  s.ok(await s.finish(order))
  expect(await both()).toEqual(['DONE', 'DONE'])
  s.ok(await s.move(s.staff.frontDeskClerk, 'services', id, 'refuseResult', { reason: '墙面没有擦净' }))
  expect(await both()).toEqual(['IN_SERVICE', 'RETURNED'])
  expect(await noticesFor(tech(), 'order.returned')).toEqual([expect.stringContaining('墙面没有擦净')])
  expect((await s.orderOf(order)).reworkCount).toBe(1)
  expect(clockOf(await s.matterOf(id), 'service.rework')).toEqual(['running'])
  for (const verb of ['goOnTheWay', 'arrive']) s.ok(await s.act(tech(), order, verb))
  s.ok(await s.act(tech(), order, 'startWork', { entry: s.entry }))
  // the pictures and the signature of the first visit prove nothing about the second
  expect((await s.act(tech(), order, 'finish', { result: '已擦净', signature: s.signature })).body.error).toMatchObject(
    { code: 'E_PHOTO_MISSING', details: { missing: ['after'] } },
  )
  expect(
    (await s.act(tech(), order, 'finish', { result: '已擦净', files: await s.photos(tech(), ['after']) })).body.error
      .code,
  ).toBe('E_SIGNATURE_MISSING')
  s.ok(await s.finish(order))
  s.ok(await s.move(s.staff.frontDeskClerk, 'services', id, 'acceptResult', { supervisionNote: '已看' }))
  expect(await both()).toEqual(['ACCEPTED', 'APPROVED'])
  expect(clockOf(await s.matterOf(id), 'service.rework')).toEqual(['met'])
})

test('FD-714 a declined order sends the matter back to be organised, and the lead of customer service hears the reason', async () => {
  const id = await s.register()
  const order = await s.agree(id)
  s.ok(await s.act(tech(), order, 'decline', { reason: 'noTime', explanation: '被临时抽去抢修' }))
  expect(await s.matterOf(id)).toMatchObject({ state: 'RECEIVED', appointmentFrom: null })
  expect((await s.orderOf(order)).state).toBe('DECLINED')
  expect(await noticesFor(s.staff.csLead, 'order.declined')).toEqual([expect.stringContaining('被临时抽去抢修')])
  const next = await s.agree(id, { executorId: other })
  expect((await s.orderOf(next)).number).toMatch(/-2$/)
})

test('FD-714 a request that the customer cancels, the desk merges or nobody can solve calls its order off', async () => {
  for (const [verb, by, input] of [
    ['cancel', s.staff.frontDeskClerk, { reason: 'customerCancelled', customerWords: '已经自己修好' }],
    ['escalate', s.staff.frontDeskClerk, { reason: '要动主管道', leadId: s.staff.csLead, headId: s.staff.centreHead }],
    ['reorganise', s.staff.frontDeskClerk, { reason: '换业务线' }],
  ] as const) {
    const id = await s.register()
    const order = await s.agree(id)
    s.ok(await s.move(by, 'services', id, verb, input))
    expect((await s.orderOf(order)).state, verb).toBe('CANCELLED')
    expect((await s.act(tech(), order, 'accept')).body.error.code).toBe('E_STATE_CHANGED')
  }
  expect((await noticesFor(tech(), 'order.cancelled')).length).toBe(3)
})

test('FD-715 nobody at home: a new time is agreed through the desk; twice, and the order is on hold with a card at the door', async () => {
  const id = await s.register()
  const order = await s.agree(id)
  const goThere = async () => {
    for (const verb of ['accept', 'goOnTheWay']) s.ok(await s.act(tech(), order, verb))
  }
  await goThere()
  s.ok(await s.act(tech(), order, 'reportAbsent', { cardLeft: false, note: '敲门无人应' }))
  expect((await s.orderOf(order)).state).toBe('CUSTOMER_ABSENT')
  expect(await s.matterOf(id)).toMatchObject({ state: 'RECEIVED', flags: [] })
  // OS-045: the new time goes through the line again, and the same order goes on
  expect(await s.agree(id)).toBe(order)
  expect((await s.orderOf(order)).state).toBe('OFFERED')
  await goThere()
  expect((await s.act(tech(), order, 'reportAbsent', { cardLeft: false })).body.error).toMatchObject({
    code: 'E_INPUT',
    field: 'body.cardLeft',
  })
  s.ok(await s.act(tech(), order, 'reportAbsent', { cardLeft: true }))
  expect(await s.orderOf(order)).toMatchObject({ state: 'ON_HOLD', absentCount: 2 })
  const held = await s.matterOf(id)
  expect(held).toMatchObject({ state: 'RECEIVED', flags: ['customerAbsentTwice'] })
  // a held request does not nag the line, and it is not forgotten
  expect(clockOf(held, 'service.hold')).toEqual(['running'])
  expect(held.nextDueAt).toBe(held.clocks.find((c: { name: string }) => c.name === 'service.hold').dueAt)
  await s.agree(id)
  const again = await s.matterOf(id)
  expect([again.flags, clockOf(again, 'service.hold')]).toEqual([[], ['met']])
  expect((await s.orderOf(order)).state).toBe('OFFERED')
})

test('FD-711 a look on site yields work, material and whether it is paid, and a further appointment when it takes another day', async () => {
  const { unitId } = await s.home()
  const id = await s.register({ unitId })
  const order = await s.agree(id)
  for (const verb of ['accept', 'arrive']) s.ok(await s.act(tech(), order, verb))
  const look = { findings: '主阀锈死', work: '更换主阀', material: 'DN20 铜阀', paid: false }
  expect((await s.act(tech(), order, 'look', look)).body.error.code).toBe('E_ENTRY_MISSING')
  s.ok(await s.act(tech(), order, 'look', { ...look, entry: s.entry }))
  s.ok(await s.act(tech(), order, 'needAppointment', { reason: '铜阀明天到货' }))
  expect(await s.matterOf(id)).toMatchObject({ state: 'RECEIVED' })
  await s.agree(id, { executorId: other })
  expect(await s.orderOf(order)).toMatchObject({
    state: 'OFFERED',
    look: { findings: '主阀锈死', material: 'DN20 铜阀' },
    executor: { id: other },
  })
})

test('FD-714 while material is on its way the clock of the visit rests, and goes on with the work', async () => {
  const id = await s.register()
  const order = await s.agree(id)
  await s.begin(order)
  s.ok(await s.act(tech(), order, 'waitForMaterial', { material: '三角阀' }))
  expect(clockOf(await s.matterOf(id), 'service.visit')).toEqual(['paused'])
  s.ok(await s.act(tech(), order, 'continueWork'))
  expect(clockOf(await s.matterOf(id), 'service.visit')).toEqual(['running'])
  s.ok(await s.finish(order))
  expect(clockOf(await s.matterOf(id), 'service.visit')).toEqual(['met'])
})

test('OS-012 the lead gives an order to somebody else: the former is told, and what they press is refused as changed', async () => {
  const id = await s.register()
  const order = await s.agree(id)
  s.ok(await s.act(tech(), order, 'accept'))
  const seen = (await t.as(tech()).get(s.url(`orders/${order}`))).body.version
  s.ok(await s.act(s.staff.repairLead, order, 'reassign', { executorId: other, reason: '就近派单' }))
  expect((await t.as(tech()).post(s.url(`orders/${order}/arrive`), { version: seen })).body.error.code).toBe(
    'E_STATE_CHANGED',
  )
  expect((await s.act(tech(), order, 'accept')).body.error).toMatchObject({
    code: 'E_STATE_CHANGED',
    details: { executorChanged: true },
  })
  expect((await t.as(tech()).get(s.url(`orders/${order}`))).status).toBe(404)
  expect(await noticesFor(tech(), 'order.takenAway')).toHaveLength(1)
  s.ok(await s.act(other, order, 'accept'))
  expect((await s.matterOf(id)).state).toBe('CONFIRMED_TO_CUSTOMER')
})

test('OS-012 an order is given only to somebody who works here and carries orders out', async () => {
  const order = await s.agree(await s.register())
  const give = (executorId: string) => s.act(s.staff.repairLead, order, 'reassign', { executorId, reason: '调配' })
  for (const nobody of [s.staff.archiveClerk, t.b.staff.technician])
    expect((await give(nobody)).body.error).toMatchObject({ code: 'E_NOT_FOUND', field: 'body.executorId' })
  const asked = await s.register()
  s.ok(await s.move(s.staff.frontDeskClerk, 'services', asked, 'askAvailability', { line: 'repair' }))
  const answer = await s.move(s.staff.repairLead, 'services', asked, 'answerAvailable', {
    executorId: s.staff.archiveClerk,
    from: s.at(1),
    to: s.at(2),
  })
  expect(answer.body.error).toMatchObject({ code: 'E_NOT_FOUND', field: 'body.executorId' })
  expect((await s.matterOf(asked)).state).toBe('AVAILABILITY_ASKED')
})

test('FD-710 of two who take the same order one gets it and the other is told', async () => {
  const made = await t
    .as(s.staff.frontDeskClerk)
    .post(s.url('matters'), { contactType: 'emergency', channel: 'phone', customerSaid: '水管爆裂', line: 'repair' })
  const order = await s.openOrder(made.body.matter.id)
  const take = (by: string) => t.as(by).post(s.url(`orders/${order}/accept`), { version: 1 })
  const answers = await Promise.all([take(tech()), take(other)])
  expect(answers.map((a) => a.status).toSorted()).toEqual([200, 409])
})

test('FD-714 a technician who finishes while the desk escalates: one of the two wins, and matter and order agree', async () => {
  const id = await s.register()
  const order = await s.agree(id)
  await s.begin(order)
  const escalation = { reason: '压力异常', leadId: s.staff.csLead, headId: s.staff.centreHead }
  const files = await s.photos(tech())
  const [one, two] = await Promise.all([
    s.act(tech(), order, 'finish', { result: '已修', files, signature: s.signature }),
    s.move(s.staff.frontDeskClerk, 'services', id, 'escalate', escalation),
  ])
  const states = [(await s.matterOf(id)).state, (await s.orderOf(order)).state]
  expect(['DONE DONE', 'ESCALATED CANCELLED']).toContain(states.join(' '))
  expect([one.status, two.status]).toContain(200)
})
