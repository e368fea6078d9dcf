import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '#test/house.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())
test('x', async () => {
  const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
  const clerk = t.as(t.a.staff.frontDeskClerk)
  const { body } = await clerk.post(url('matters'), { contactType: 'service', channel: 'phone', customerSaid: '厨房水管漏水', contactPhone: '13800138000' })
  const id = body.matter.id
  const at = (h: number) => new Date(Date.now() + h * 3_600_000).toISOString()
  console.log((await clerk.post(url(`services/${id}/ask-availability`), { version: 1, line: 'repair' })).status)
  const asks = await t.as(t.a.staff.repairLead).get(url('availability-asks'))
  console.log(JSON.stringify(asks.body))
  const people = await t.as(t.a.staff.repairLead).get(url(`line-people?line=repair&from=${at(1)}&to=${at(3)}`))
  console.log(JSON.stringify(people.body))
  const a = await t.as(t.a.staff.repairLead).post(url(`services/${id}/answer-available`), { version: 2, executorId: t.a.staff.technician, from: at(1), to: at(3) })
  console.log(a.status, a.body.error)
  const c = await clerk.post(url(`services/${id}/confirm-to-customer`), { version: 3, from: a.body.matter.appointmentFrom, to: a.body.matter.appointmentTo, toldBy: 'phone' })
  console.log(c.status, c.body.error)
  const tech = t.as(t.a.staff.technician)
  const mine = await tech.get(url('orders?scope=mine&open=true'))
  console.log(JSON.stringify(mine.body, null, 1))
  const oid = mine.body.rows[0].id
  for (const v of ['accept', 'go-on-the-way', 'arrive', 'start-work']) {
    const r = await tech.post(url(`orders/${oid}/${v}`), { version: (await tech.get(url(`orders/${oid}`))).body.version })
    console.log(v, r.status, JSON.stringify(r.body.error ?? r.body.order?.state))
  }
  const f = await tech.post(url(`orders/${oid}/finish`), { version: 5, result: 'ok' })
  console.log(JSON.stringify(f.body))
  expect(1).toBe(1)
})
