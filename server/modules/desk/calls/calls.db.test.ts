import { afterAll, beforeAll, expect, test } from 'vitest'
import type { News } from '#platform/live/live.ts'
import { customerOf } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const clerk = () => t.as(t.a.staff.frontDeskClerk)
const exchange = () => t.as(t.a.staff.telephony)
let calls = 0
const ring = (body: object = {}) => {
  calls += 1
  return exchange().post('/api/v1/calls/ringing', {
    estateCode: 'TA',
    callerNumber: '13800138000',
    callId: `call-${calls}`,
    ...body,
  })
}
const ringingSince = (id: string, seconds: number) =>
  t.tx((tx) =>
    tx.db
      .updateTable('phone_call')
      .set({ ringing_at: new Date(Date.now() - seconds * 1000).toISOString() })
      .where('estate_id', '=', t.a.id)
      .where('id', '=', id)
      .execute(),
  )

test('KN-210 a ringing telephone tells the screens within a second, with ids only', async () => {
  const { customerId } = await customerOf(t, { name: '陈小姐', phone: '13800138001', room: '3-2-1203' })
  const heard: News[] = []
  const stop = t.house.live.watch(t.a.id, (news) => heard.push(news))
  const rang = await ring({ callerNumber: '013800138001', staffId: t.a.staff.frontDeskClerk })
  expect(rang.status).toBe(201)
  expect(rang.body).toMatchObject({ known: 1, forStaffId: t.a.staff.frontDeskClerk })
  await new Promise((resolve) => setTimeout(resolve, 900))
  stop()
  expect(heard.filter((n) => n.topic === 'calls')).toEqual([
    {
      estateId: t.a.id,
      topic: 'calls',
      ids: { callId: rang.body.callId, customerId, forStaffId: t.a.staff.frontDeskClerk },
    },
  ])
})

test('KN-210 the card of a call shows the customer, the rooms and what is open, the number masked', async () => {
  const { customerId, unitId } = await customerOf(t, { name: '周先生', phone: '13800138002', room: '5-1-801' })
  const matter = (
    await clerk().post(url('matters'), { contactType: 'enquiry', channel: 'phone', customerSaid: '停水', customerId })
  ).body.matter
  const ofRoom = (
    await clerk().post(url('matters'), { contactType: 'suggestion', channel: 'phone', customerSaid: '加灯', unitId })
  ).body.matter
  const { callId } = (await ring({ callerNumber: '+8613800138002' })).body
  const { body } = await clerk().get(url(`calls/${callId}`))
  expect(body).toMatchObject({ state: 'ringing', customer: { id: customerId, name: '周先生' }, known: 1 })
  expect(body.number).not.toContain('13800138002')
  expect(body.callers).toMatchObject([{ customer: { id: customerId }, units: [{ id: unitId }] }])
  expect(body.openMatters.map((m: { id: string }) => m.id).sort()).toEqual([matter.id, ofRoom.id].sort())
})

test('KN-210 a number that several have names all of them and nobody in particular', async () => {
  await customerOf(t, { name: '甲', phone: '13800138003' })
  await customerOf(t, { name: '乙', phone: '13800138003' })
  const { callId } = (await ring({ callerNumber: '13800138003' })).body
  const { body } = await clerk().get(url(`calls/${callId}`))
  expect(body).toMatchObject({ known: 2, customer: null })
  expect(body.callers).toHaveLength(2)
})

test('FD-015 who picks up sees the number, which is logged; the others do not', async () => {
  const { callId } = (await ring({ callerNumber: '13900000001' })).body
  const mine = await clerk().post(url(`calls/${callId}/answer`), {})
  expect(mine.body).toMatchObject({
    state: 'answered',
    number: '13900000001',
    late: false,
    answeredBy: { id: t.a.staff.frontDeskClerk },
  })
  expect((await clerk().get(url(`calls/${callId}`))).body.number).toBe('13900000001')
  const other = t.as(t.a.staff.customerAssistant)
  expect((await other.get(url(`calls/${callId}`))).body.number).toBe('139****0001')
  expect((await other.post(url(`calls/${callId}/answer`), {})).body.error).toMatchObject({
    code: 'E_STATE_CHANGED',
    details: { state: 'answered' },
  })
  const rows = await t.tx((tx) =>
    tx.db
      .selectFrom('audit')
      .select(['action', 'purpose'])
      .where('estate_id', '=', t.a.id)
      .where('subject_id', '=', callId)
      .execute(),
  )
  expect(rows).toEqual([{ action: 'customer.unmask', purpose: 'call' }])
})

test('KN-211 an answer after three rings is marked, so that the clerk apologises first', async () => {
  const { callId } = (await ring()).body
  await ringingSince(callId, 20)
  const { body } = await clerk().post(url(`calls/${callId}/answer`), {})
  expect(body).toMatchObject({ late: true })
  expect(body.ringSeconds).toBeGreaterThanOrEqual(20)
  expect((await clerk().get(url('calls?late=true'))).body.rows.map((c: { id: string }) => c.id)).toEqual([callId])
})

test('KN-210 told twice it is one call, and told of by its own name it is answered, ended or missed', async () => {
  const first = (await ring({ callId: 'same' })).body
  expect((await ring({ callId: 'same' })).body.callId).toBe(first.callId)
  const news = (body: object) => exchange().post('/api/v1/calls/news', { estateId: t.a.id, callId: 'same', ...body })
  expect((await news({ event: 'answered' })).body.error).toMatchObject({ code: 'E_INPUT', field: 'body.staffId' })
  expect((await news({ event: 'answered', staffId: t.a.staff.frontDeskClerk })).body).toMatchObject({
    callId: first.callId,
    late: false,
  })
  expect((await news({ event: 'ended' })).status).toBe(200)
  expect((await clerk().get(url(`calls/${first.callId}`))).body.state).toBe('ended')
  const missed = (await ring({ callId: 'nobody' })).body
  expect(
    (await exchange().post('/api/v1/calls/news', { estateId: t.a.id, callId: 'nobody', event: 'ended' })).status,
  ).toBe(200)
  expect((await clerk().get(url('calls?state=missed'))).body.rows.map((c: { id: string }) => c.id)).toEqual([
    missed.callId,
  ])
  expect((await clerk().post(url(`calls/${missed.callId}/answer`), {})).body.error.code).toBe('E_STATE_CHANGED')
})

test('KN-210 a call to an extension is for who sits there now', async () => {
  await clerk().post(url('my-extension'), { extension: '801' })
  expect((await ring({ extension: '801' })).body.forStaffId).toBe(t.a.staff.frontDeskClerk)
  await t.as(t.a.staff.customerAssistant).post(url('my-extension'), { extension: '801' })
  expect((await ring({ extension: '801' })).body.forStaffId).toBe(t.a.staff.customerAssistant)
  expect((await ring({ extension: '999' })).body.forStaffId).toBeNull()
})

test('KN-210 only an exchange rings, and only where it may', async () => {
  const body = { estateCode: 'TA', callerNumber: '1', callId: 'x' }
  expect((await clerk().post('/api/v1/calls/ringing', body)).status).toBe(403)
  expect((await exchange().post('/api/v1/calls/ringing', { ...body, estateCode: 'TB' })).body.error).toMatchObject({
    code: 'E_NOT_FOUND',
    field: 'body.estateCode',
  })
  expect((await exchange().post('/api/v1/calls/ringing', { callerNumber: '1', callId: 'x' })).status).toBe(400)
  expect((await ring({ staffId: t.b.staff.frontDeskClerk })).body.error).toMatchObject({
    code: 'E_NOT_FOUND',
    field: 'body.staffId',
  })
  expect((await exchange().get(url('calls'))).status).toBe(403)
})

test('KN-210 a call is linked to the matter it was about, and stands on its timeline', async () => {
  const { callId } = (await ring()).body
  const matter = (
    await clerk().post(url('matters'), { contactType: 'enquiry', channel: 'phone', customerSaid: '停水' })
  ).body.matter
  const linked = await clerk().post(url(`calls/${callId}/link`), { matterId: matter.id })
  expect(linked.body.matter).toEqual({ id: matter.id, number: matter.number })
  expect((await clerk().get(url(`matters/${matter.id}/timeline`))).body.rows[0]).toMatchObject({
    type: 'call',
    verb: 'incoming',
    data: { callId },
  })
  expect((await clerk().get(url('calls?linked=true'))).body.rows.map((c: { id: string }) => c.id)).toEqual([callId])
  expect((await clerk().post(url(`calls/${callId}/link`), { matterId: t.a.id })).body.error).toMatchObject({
    code: 'E_NOT_FOUND',
    field: 'body.matterId',
  })
})

test('KN-210 too many rings in a minute are refused', async () => {
  const answers = await Promise.all(Array.from({ length: 130 }, (_, i) => ring({ callId: `many-${i}` })))
  const refused = answers.filter((a) => a.status === 429)
  expect(refused.length).toBeGreaterThan(0)
  expect(refused[0]?.body.error.code).toBe('E_RATE')
  expect(answers.filter((a) => a.status === 201).length).toBeGreaterThan(50)
})
