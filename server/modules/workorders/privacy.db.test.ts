import { afterAll, beforeAll, expect, test } from 'vitest'
import { ALL_ROUTES } from '#server/build-app.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { serviceSteps } from '#test/service-steps.ts'

let t: TestHouse
let s: ReturnType<typeof serviceSteps>
beforeAll(async () => {
  t = await openTestHouse()
  s = serviceSteps(t)
})
afterAll(() => t.close())

/** What of a customer must not reach a person who has no business with it any more, or yet. */
const SECRETS = ['周丽华', '1203', '1390000', '家里有老人'] as const
const leaks = (body: unknown): string[] => SECRETS.filter((secret) => JSON.stringify(body).includes(secret))

const offerTo = async (executorId: string) => {
  const { unitId, customerId, phone } = await s.home()
  const id = await s.register({
    unitId,
    customerId,
    contactPhone: phone,
    title: '1栋1单元1203厨房漏水',
    customerSaid: '我家1203漏水,家里有老人',
  })
  return { id, order: await s.agree(id, { executorId }), phone }
}
const read = (by: string, order: string) =>
  t
    .as(by)
    .get(s.url(`orders/${order}`))
    .then((a) => a.body)
const list = (by: string) =>
  t
    .as(by)
    .get(s.url('orders'))
    .then((a) => a.body)
const showPhone = (by: string, order: string) =>
  t.as(by).post(s.url(`orders/${order}/show-phone`), { purpose: 'onTheWay' })

test('OS-005 a provider learns of the customer by accepting, as much as the work needs, and nothing is left when the order is approved', async () => {
  const firm = s.staff.provider
  const { id, order, phone } = await offerTo(firm)
  expect(leaks(await read(firm, order))).toEqual([])
  expect(leaks(await list(firm))).toEqual([])
  expect((await showPhone(firm, order)).status).toBe(403)
  s.ok(await s.act(firm, order, 'accept'))
  const accepted = await read(firm, order)
  expect(accepted).toMatchObject({
    unit: { display: expect.stringContaining('1203') },
    customerName: '周丽华',
    phone: '139****0001',
    maySeePhone: true,
  })
  expect((await showPhone(firm, order)).body).toEqual({ phones: [phone] })
  s.ok(await s.act(firm, order, 'arrive'))
  s.ok(await s.act(firm, order, 'startWork', { entry: s.entry }))
  const done = s.ok(
    await s.act(firm, order, 'finish', {
      result: '周丽华家已修好',
      files: await s.photos(firm),
      signature: s.signature,
    }),
  )
  expect(done.body.order.maySeePhone).toBe(false)
  expect((await showPhone(firm, order)).status).toBe(403)
  s.ok(await s.move(s.staff.frontDeskClerk, 'services', id, 'acceptResult', { supervisionNote: '已看' }))
  const over = await read(firm, order)
  expect(leaks(over)).toEqual([])
  expect(over).toMatchObject({
    title: null,
    unit: null,
    customerName: null,
    files: [],
    signatures: [],
    entries: [],
    phone: null,
  })
  expect(leaks(await list(firm))).toEqual([])
  // what was the provider's own account stays
  expect(over).toMatchObject({ state: 'APPROVED', doneAt: expect.any(String) })
})

test('OS-005 messages to a provider carry nothing of the customer, for they stay when the order is over', async () => {
  const { order } = await offerTo(s.staff.provider)
  s.ok(await s.act(s.staff.repairLead, order, 'reassign', { executorId: s.staff.technician, reason: '调配' }))
  const told = await t.tx(({ db }) =>
    db
      .selectFrom('outbox_message')
      .select('body')
      .where('estate_id', '=', t.a.id)
      .where('to_id', '=', s.staff.provider)
      .execute(),
  )
  expect(told.length).toBeGreaterThan(1)
  expect(leaks(told)).toEqual([])
  expect(told.filter((m) => m.body.includes('漏水'))).toEqual([])
})

test('FD-015 each showing of a telephone number is a logged act of a named person, with its purpose and without the number', async () => {
  const { order, phone } = await offerTo(s.staff.technician)
  s.ok(await s.act(s.staff.technician, order, 'accept'))
  for (let n = 0; n < 2; n += 1) expect((await showPhone(s.staff.technician, order)).body.phones).toEqual([phone])
  const logged = await t.tx(({ db }) =>
    db
      .selectFrom('audit')
      .selectAll()
      .where('estate_id', '=', t.a.id)
      .where('action', '=', 'order.phoneShown')
      .where('subject_id', '=', order)
      .execute(),
  )
  expect(logged.map((a) => [a.actor_id, a.purpose])).toEqual([
    [s.staff.technician, 'onTheWay'],
    [s.staff.technician, 'onTheWay'],
  ])
  expect(JSON.stringify(logged)).not.toContain(phone)
  const kept = await t.tx(({ db }) =>
    db.selectFrom('idempotency').select('answer').where('estate_id', '=', t.a.id).execute(),
  )
  expect(kept.filter((k) => JSON.stringify(k.answer).includes(`"${phone}"`))).toEqual([])
})

test('FD-015 the number is for the executor alone: a colleague finds no order, the lead no number', async () => {
  const { order } = await offerTo(s.staff.technician)
  s.ok(await s.act(s.staff.technician, order, 'accept'))
  const colleague = await t.hire(t.a.id, 'technician', { line: 'repair' })
  expect((await showPhone(colleague, order)).status).toBe(404)
  expect((await showPhone(s.staff.repairLead, order)).status).toBe(403)
  expect((await read(s.staff.repairLead, order)).phone).toMatch(/^139\*{4}\d{4}$/)
})

test('OS-005 a provider gets nothing through the routes of matters, whatever the id', async () => {
  const { id } = await offerTo(s.staff.provider)
  const statuses = new Set<number>()
  for (const { route } of ALL_ROUTES.filter(
    (r) =>
      r.route.path.includes('/matters') ||
      r.route.path.includes('/services/') ||
      r.route.path.includes('/emergencies/') ||
      r.route.path.includes('/complaints/'),
  )) {
    const url = route.path.replace(':estateId', t.a.id).replace(':id', id).replaceAll(/:\w+/g, id)
    const answer =
      route.method === 'GET' ? await t.as(s.staff.provider).get(url) : await t.as(s.staff.provider).post(url, {})
    statuses.add(answer.status)
    expect(leaks(answer.body), route.id).toEqual([])
  }
  expect([...statuses].filter((status) => status < 400)).toEqual([])
})

test('OS-005 a provider sees no order of anybody else, and no list of people', async () => {
  const { order } = await offerTo(s.staff.technician)
  const firm = t.as(s.staff.provider)
  expect((await firm.get(s.url(`orders/${order}`))).status).toBe(404)
  expect((await firm.get(s.url('orders?scope=all'))).body.rows.map((o: { id: string }) => o.id)).not.toContain(order)
  expect((await firm.get(s.url('orders?scope=line'))).body.rows.map((o: { id: string }) => o.id)).not.toContain(order)
  for (const path of ['line-people?line=repair', 'availability-asks', 'orders.xlsx'])
    expect((await firm.get(s.url(path))).status, path).toBe(403)
})

test('OS-005 our own technician keeps sight of a finished order for some days, and then no longer', async () => {
  const { id, order } = await offerTo(s.staff.technician)
  await s.begin(order)
  s.ok(await s.finish(order))
  s.ok(await s.move(s.staff.frontDeskClerk, 'services', id, 'acceptResult', { supervisionNote: '已看' }))
  expect(await read(s.staff.technician, order)).toMatchObject({
    customerName: '周丽华',
    phone: expect.stringContaining('****'),
    maySeePhone: false,
  })
  const longAgo = new Date(Date.now() - 31 * 86_400_000).toISOString()
  await t.tx(({ db }) =>
    db
      .updateTable('work_order')
      .set({ ended_at: longAgo })
      .where('estate_id', '=', t.a.id)
      .where('id', '=', order)
      .execute(),
  )
  expect(leaks(await read(s.staff.technician, order))).toEqual([])
  expect((await read(s.staff.frontDeskClerk, order)).customerName).toBe('周丽华')
})

test('OS-005 pictures of a home are for those of the order and of its matter, for a colleague they are not there', async () => {
  const { order } = await offerTo(s.staff.technician)
  s.ok(await s.act(s.staff.technician, order, 'accept'))
  const fileId = await s.file(s.staff.technician, 'before')
  s.ok(await s.act(s.staff.technician, order, 'attachFiles', { files: [{ fileId, purpose: 'before' }] }))
  const colleague = await t.hire(t.a.id, 'technician', { line: 'repair' })
  const statusFor = async (who: string) => (await t.as(who).get(s.url(`files/${fileId}/thumbnail`))).body.error?.code
  expect(await statusFor(colleague)).toBe('E_NOT_FOUND')
  // the file of this test has no thumbnail: who may see it gets as far as learning that
  expect((await t.as(s.staff.provider).get(s.url(`files/${fileId}/content`))).status).toBe(404)
  const seen = await read(s.staff.areaSteward, order)
  expect(seen.error.code).toBe('E_FORBIDDEN')
})
