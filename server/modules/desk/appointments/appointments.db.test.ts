import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '#test/house.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const clerk = () => t.as(t.a.staff.frontDeskClerk)
const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
const refund = {
  what: '退装修保证金',
  reason: '今日备用金已退完',
  customerName: '王先生',
  contactPhone: '13800138000',
  becauseOf: 'E_TIME_PAST',
}

test('FD-018 a refusal that depends on time becomes an appointment with reason and day', async () => {
  const made = await clerk().post(url('appointments'), { ...refund, date: day(3), time: '09:30' })
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({
    state: 'booked',
    reason: '今日备用金已退完',
    date: day(3),
    time: '09:30',
    past: false,
    contactPhone: '138****8000',
  })
})

test('FD-018 nobody is put off without a reason, to yesterday, or namelessly', async () => {
  const post = (body: object) => clerk().post(url('appointments'), body)
  const { reason: _reason, ...bare } = refund
  expect((await post({ ...bare, date: day(3) })).body.error).toMatchObject({ code: 'E_INPUT', field: 'body.reason' })
  expect((await post({ ...refund, date: day(-2) })).body.error.code).toBe('E_TIME_PAST')
  const { customerName: _name, ...nameless } = refund
  expect((await post({ ...nameless, date: day(3) })).body.error).toMatchObject({
    code: 'E_INPUT',
    field: 'body.customerName',
  })
})

test('FD-018 an appointment about a matter stands on its timeline and takes its customer', async () => {
  const matter = (
    await clerk().post(url('matters'), {
      contactType: 'enquiry',
      channel: 'visit',
      customerSaid: '退押金',
      customerName: '李女士',
      contactPhone: '13900139000',
    })
  ).body.matter
  const made = await clerk().post(url('appointments'), {
    what: '退押金',
    reason: '负责人外出',
    date: day(2),
    matterId: matter.id,
  })
  expect(made.body).toMatchObject({
    customerName: '李女士',
    contactPhone: '139****9000',
    matter: { id: matter.id, number: matter.number },
  })
  await clerk().post(url(`appointments/${made.body.id}/end`), { version: 1, outcome: 'done' })
  const { rows } = (await clerk().get(url(`matters/${matter.id}/timeline`))).body
  expect(rows.map((r: { verb: string }) => r.verb)).toEqual(['appointmentEnded', 'appointment', null])
  expect(rows[1].forCustomer).toBe(true)
})

test('FD-018 an appointment ends once; missing it needs a word', async () => {
  const made = (await clerk().post(url('appointments'), { ...refund, date: day(1) })).body
  const end = (body: object) => clerk().post(url(`appointments/${made.id}/end`), body)
  expect((await end({ version: 1, outcome: 'missed' })).body.error).toMatchObject({
    code: 'E_REASON_MISSING',
    field: 'body.note',
  })
  expect((await end({ version: 7, outcome: 'done' })).body.error.code).toBe('E_STATE_CHANGED')
  expect((await end({ version: 1, outcome: 'missed', note: '客户未到' })).body).toMatchObject({
    state: 'missed',
    note: '客户未到',
    version: 2,
  })
  expect((await end({ version: 2, outcome: 'done' })).body.error.code).toBe('E_STATE_CHANGED')
})

test('FD-018 the list goes by time and can be narrowed to what is still booked', async () => {
  const { body } = await clerk().get(url(`appointments?state=booked&from=${day(0)}`))
  const times = body.rows.map((a: { startsAt: string }) => a.startsAt)
  expect(times).toEqual([...times].sort())
  expect(body.rows).not.toHaveLength(0)
  expect(body.rows.every((a: { state: string }) => a.state === 'booked')).toBe(true)
  expect((await clerk().get(url('appointments?from=2026-11-20&to=2026-11-19'))).body.error.code).toBe('E_TIME_RANGE')
  expect((await clerk().get(url('appointments?cursor=bm9uc2Vuc2U'))).body.error).toMatchObject({
    code: 'E_INPUT',
    field: 'query.cursor',
  })
})

test('FD-018 another estate neither sees nor ends it', async () => {
  const made = (await clerk().post(url('appointments'), { ...refund, date: day(1) })).body
  const other = t.as(t.b.staff.frontDeskClerk)
  expect((await other.get(`/api/v1/estates/${t.b.id}/appointments`)).body.rows).toEqual([])
  expect(
    (await other.post(`/api/v1/estates/${t.b.id}/appointments/${made.id}/end`, { version: 1, outcome: 'done' })).status,
  ).toBe(404)
})
