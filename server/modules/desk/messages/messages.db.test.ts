import { afterAll, beforeAll, expect, test } from 'vitest'
import { told } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const clerk = () => t.as(t.a.staff.frontDeskClerk)
const message = () => ({
  forStaffId: t.a.staff.technician,
  callerName: '吴先生',
  callerFirm: '安捷电梯',
  callerPhone: '13700137000',
  when: '明天上午',
  who: '吴先生带两人',
  where: '2栋电梯机房',
  what: '更换曳引绳',
  why: '年检',
  how: '需停梯两小时',
  complaint: false,
  replyNeeded: true,
})

test('KN-215 a message holds name, number, time and all of 5W1H; without one of them it is refused', async () => {
  const made = await clerk().post(url('colleague-messages'), message())
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({
    message: {
      for: { id: t.a.staff.technician },
      takenBy: { id: t.a.staff.frontDeskClerk },
      ackedAt: null,
      replyNeeded: true,
    },
    intake: null,
  })
  for (const field of ['callerName', 'callerPhone', 'when', 'who', 'where', 'what', 'why', 'how'] as const) {
    const { [field]: _left, ...rest } = message()
    expect((await clerk().post(url('colleague-messages'), rest)).body.error, field).toMatchObject({
      code: 'E_INPUT',
      field: `body.${field}`,
    })
  }
})

test('KN-215 the addressee is told, sees it whole, and gives the receipt; nobody else can', async () => {
  const { id } = (await clerk().post(url('colleague-messages'), message())).body.message
  expect((await told(t, 'colleagueMessage.new')).at(-1)).toMatchObject({ to_id: t.a.staff.technician })
  const addressee = t.as(t.a.staff.technician)
  const box = (await addressee.get(url('colleague-messages?acked=false'))).body.rows
  expect(box[0]).toMatchObject({ id, callerPhone: '13700137000', what: '更换曳引绳' })
  expect((await clerk().post(url(`colleague-messages/${id}/ack`), {})).status).toBe(404)
  const acked = await addressee.post(url(`colleague-messages/${id}/ack`), { note: '已回电' })
  expect(acked.body).toMatchObject({ ackedAt: expect.any(String), ackNote: '已回电' })
  // the first receipt stands
  expect((await addressee.post(url(`colleague-messages/${id}/ack`), { note: '再说一次' })).body).toMatchObject({
    ackedAt: acked.body.ackedAt,
    ackNote: '已回电',
  })
  expect(
    (await addressee.get(url('colleague-messages?acked=false'))).body.rows.map((m: { id: string }) => m.id),
  ).not.toContain(id)
})

test('KN-215 others see neither the number nor, outside the desk, the message', async () => {
  const { id } = (await clerk().post(url('colleague-messages'), message())).body.message
  const lead = await t.as(t.a.staff.csLead).get(url('colleague-messages?box=all'))
  expect(lead.body.rows.find((m: { id: string }) => m.id === id).callerPhone).toBe('137****7000')
  expect((await t.as(t.a.staff.guard).get(url('colleague-messages?box=all'))).body.error).toMatchObject({
    code: 'E_FORBIDDEN',
    field: 'query.box',
  })
  expect((await t.as(t.a.staff.guard).get(url('colleague-messages'))).body.rows).toEqual([])
})

test('KN-215 CP-036 a complaint in a message opens its intake with what was said', async () => {
  const made = await clerk().post(url('colleague-messages'), { ...message(), complaint: true, what: '保安态度恶劣' })
  expect(made.body.intake).toEqual({
    contactType: 'complaint',
    channel: 'phone',
    customerName: '吴先生',
    contactPhone: '13700137000',
    customerSaid: '保安态度恶劣',
  })
})

test('KN-215 a message goes to who works here, and asks for a reply in the future only', async () => {
  const post = (body: object) => clerk().post(url('colleague-messages'), { ...message(), ...body })
  expect((await post({ forStaffId: t.b.staff.technician })).body.error).toMatchObject({
    code: 'E_NOT_FOUND',
    field: 'body.forStaffId',
  })
  expect((await post({ replyBy: '2020-01-01T00:00:00Z' })).body.error.code).toBe('E_TIME_PAST')
  expect((await post({ calledAt: '2099-01-01T00:00:00Z' })).body.error.code).toBe('E_TIME_FUTURE')
})
