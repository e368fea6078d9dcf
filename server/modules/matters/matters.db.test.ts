import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { sheetOf } from '#test/sheet-of.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const phone = { contactType: 'service', channel: 'phone', customerSaid: '厨房水管漏水,水流到邻居家' }

test('OS-013 the owner of a matter is the signed-in receiver, set once at registration', async () => {
  const clerk = t.a.staff.frontDeskClerk
  const made = await t.as(clerk).post(url('matters'), phone)
  expect(made.status).toBe(201)
  expect(made.body.matter.owner.id).toBe(clerk)
  const asked = await t
    .as(t.a.staff.frontDeskLead)
    .post(url(`services/${made.body.matter.id}/ask-availability`), { version: 1, line: 'repair' })
  expect(asked.status).toBe(200)
  expect(asked.body.matter.owner.id).toBe(clerk)
})

test('FD-401 a report of a phone keeps how far its clock was off, and no time ahead holds it up', async () => {
  const ahead = new Date(Date.now() + 10_800_000).toISOString()
  const report = { ...phone, collectedById: t.a.staff.guard, collectedAt: ahead }
  const guard = t.as(t.a.staff.guard)
  expect((await guard.post(url('matters'), report)).body.error.code).toBe('E_TIME_FUTURE')
  const { status, body } = await guard.post(url('matters'), { ...report, clockOffMs: 10_800_000 })
  expect(status).toBe(201)
  expect(body.matter.collectedAt).toBe(body.matter.registeredAt)
  const { body: told } = await t.as(t.a.staff.frontDeskClerk).get(url(`matters/${body.matter.id}/timeline`))
  expect(JSON.stringify(told)).toContain('"clockOffMs":10800000')
})

test('OS-002 FD-010 numbers are unique and without gaps even when registrations are refused in between', async () => {
  const clerk = t.as(t.a.staff.frontDeskClerk)
  const before = Number((await clerk.post(url('matters'), phone)).body.matter.number.slice(3))
  expect((await clerk.post(url('matters'), { ...phone, unitId: '0193a0b0-7c00-7000-8000-000000000001' })).status).toBe(
    404,
  )
  const said = (i: number) =>
    i % 2 ? phone : { contactType: 'enquiry', channel: 'visit', customerSaid: '停车月卡怎么办' }
  const numbers = await Promise.all(Array.from({ length: 8 }, (_, i) => clerk.post(url('matters'), said(i))))
  expect(numbers.map((n) => Number(n.body.matter.number.slice(3))).sort((x, y) => x - y)).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8].map((n) => before + n),
  )
})

test('a repeated request with the same key gets the first answer and registers nothing', async () => {
  const clerk = t.as(t.a.staff.frontDeskClerk)
  const [first, second] = await Promise.all([
    clerk.post(url('matters'), phone, 'same-key-123'),
    clerk.post(url('matters'), phone, 'same-key-123'),
  ])
  const third = await clerk.post(url('matters'), phone, 'same-key-123')
  expect(new Set([first?.body.matter.id, second?.body.matter.id, third.body.matter.id]).size).toBe(1)
  expect((await clerk.post(url('matters'), { ...phone, urgent: true }, 'same-key-123')).body.error.code).toBe(
    'E_IDEMPOTENCY_MISMATCH',
  )
})

test('of two who press the same verb at once one wins and the other is told who and what', async () => {
  const made = await t.as(t.a.staff.frontDeskClerk).post(url('matters'), phone)
  const id = made.body.matter.id
  const [one, two] = await Promise.all([
    t.as(t.a.staff.frontDeskClerk).post(url(`services/${id}/ask-availability`), { version: 1, line: 'repair' }),
    t.as(t.a.staff.customerAssistant).post(url(`services/${id}/ask-availability`), { version: 1, line: 'repair' }),
  ])
  const answers = [one, two].sort((x, y) => (x?.status ?? 0) - (y?.status ?? 0))
  expect(answers[0]?.status).toBe(200)
  expect(answers[1]?.status).toBe(409)
  expect(answers[1]?.body.error).toMatchObject({
    code: 'E_STATE_CHANGED',
    details: { state: 'AVAILABILITY_ASKED', verb: 'askAvailability' },
  })
})

test('FD-410 a time cannot be told to the customer before the line has answered that somebody can go', async () => {
  const clerk = t.as(t.a.staff.frontDeskClerk)
  const { body } = await clerk.post(url('matters'), phone)
  const from = new Date(Date.now() + 3_600_000).toISOString()
  const to = new Date(Date.now() + 7_200_000).toISOString()
  const early = await clerk.post(url(`services/${body.matter.id}/confirm-to-customer`), {
    version: 1,
    from,
    to,
    toldBy: 'phone',
  })
  expect(early.body.error.code).toBe('E_STATE_CHANGED')
  await clerk.post(url(`services/${body.matter.id}/ask-availability`), { version: 1, line: 'repair' })
  const lead = t.as(t.a.staff.repairLead)
  const answered = await lead.post(url(`services/${body.matter.id}/answer-available`), {
    version: 2,
    executorId: t.a.staff.technician,
    from,
    to,
  })
  expect(answered.body.matter.state).toBe('ORGANISED')
  const told = await clerk.post(url(`services/${body.matter.id}/confirm-to-customer`), {
    version: 3,
    from,
    to,
    toldBy: 'phone',
  })
  expect(told.body.matter.state).toBe('CONFIRMED_TO_CUSTOMER')
})

test('a person of another estate finds nothing of this one', async () => {
  const { body } = await t.as(t.a.staff.frontDeskClerk).post(url('matters'), phone)
  const stranger = t.as(t.b.staff.centreHead)
  expect((await stranger.get(url(`matters/${body.matter.id}`))).status).toBe(404)
  expect((await stranger.get(`/api/v1/estates/${t.b.id}/matters/${body.matter.id}`)).status).toBe(404)
})

test('FD-402 the exported log says when, who, where, what, to whom it went, what the line answered, the appointment and the progress', async () => {
  const clerk = t.as(t.a.staff.frontDeskClerk)
  const lead = t.as(t.a.staff.repairLead)
  const made = await clerk.post(url('matters'), {
    ...phone,
    customerName: '周女士',
    contactPhone: '13800138000',
    place: '3栋东侧',
  })
  const { id, number, version } = made.body.matter
  const asked = await clerk.post(url(`services/${id}/ask-availability`), { version, line: 'repair' })
  const from = new Date(Date.now() + 7_200_000).toISOString()
  const to = new Date(Date.now() + 10_800_000).toISOString()
  const answered = await lead.post(url(`services/${id}/answer-available`), {
    version: asked.body.matter.version,
    executorId: t.a.staff.technician,
    from,
    to,
  })
  expect(answered.status, JSON.stringify(answered.body)).toBe(200)
  const { body, status } = await t.as(t.a.staff.csLead).get(url(`matters.xlsx?q=${number}`))
  expect(status).toBe(200)
  const rows = await sheetOf(body)
  const row = Object.fromEntries((rows[0] ?? []).map((heading, i) => [heading, rows[1]?.[i]]))
  expect(row).toMatchObject({
    编号: number,
    联系电话: '138****8000',
    客户说的: phone.customerSaid,
    首接责任人: 'frontDeskClerk员',
    业务线: '维修',
  })
  expect(row.派工时间).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d/)
  expect(row.能否派人).toBeTruthy()
  expect(row.跟进情况).toContain('repairLead员')
})
