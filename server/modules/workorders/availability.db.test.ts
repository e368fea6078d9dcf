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

type PersonRow = { id: string; orders: { number: string }[]; conflicts: { number: string }[] }
const peopleAt = async (from: string, to: string): Promise<PersonRow[]> => {
  const query = new URLSearchParams({ line: 'repair', from, to })
  return s.ok(await t.as(s.staff.repairLead).get(s.url(`line-people?${query}`))).body.people
}
const asksOf = async (by: string) => s.ok(await t.as(by).get(s.url('availability-asks'))).body

test('OS-044 the lead finds what the lines of theirs are asked, soonest due first, and other leads do not', async () => {
  const { unitId } = await s.home()
  const ids: string[] = []
  for (const note of ['客户下午在家', '请带梯子']) {
    const id = await s.register({ unitId })
    ids.push(id)
    s.ok(await s.move(s.staff.frontDeskClerk, 'services', id, 'askAvailability', { line: 'repair', note }))
  }
  const asks = (await asksOf(s.staff.repairLead)).rows
  expect(asks.map((a: { matter: { id: string } }) => a.matter.id)).toEqual(ids)
  expect(asks[0]).toMatchObject({
    note: '客户下午在家',
    unit: { display: expect.stringContaining('1203') },
    dueAt: expect.any(String),
    previous: null,
  })
  expect((await asksOf(s.staff.housekeepingLead)).rows).toEqual([])
  expect((await t.as(s.staff.technician).get(s.url('availability-asks'))).status).toBe(403)
  const first = s.ok(await t.as(s.staff.repairLead).get(s.url('availability-asks?limit=1'))).body
  const rest = s.ok(await t.as(s.staff.repairLead).get(s.url(`availability-asks?limit=1&cursor=${first.next}`))).body
  expect([first.rows[0].matter.id, rest.rows[0].matter.id, rest.next]).toEqual([...ids, null])
})

test('FD-410 an answer of the line is asked for before any time is told, and the ask shows what came before', async () => {
  const id = await s.register()
  const time = { from: s.at(1), to: s.at(3) }
  const tell = () => s.move(s.staff.frontDeskClerk, 'services', id, 'confirmToCustomer', { ...time, toldBy: 'phone' })
  expect((await tell()).body.error.code).toBe('E_STATE_CHANGED')
  const order = await s.agree(id, time)
  s.ok(await s.act(s.staff.technician, order, 'accept'))
  s.ok(await s.act(s.staff.technician, order, 'goOnTheWay'))
  s.ok(await s.act(s.staff.technician, order, 'reportAbsent', { cardLeft: true }))
  s.ok(await s.move(s.staff.frontDeskClerk, 'services', id, 'askAvailability', { line: 'repair' }))
  const ask = (await asksOf(s.staff.repairLead)).rows.find((a: { matter: { id: string } }) => a.matter.id === id)
  expect(ask.previous).toMatchObject({ state: 'CUSTOMER_ABSENT', absentCount: 1, executor: { id: s.staff.technician } })
})

test('FD-410 after a customer was not satisfied the old time is used up: the line is asked again', async () => {
  const id = await s.register()
  const order = await s.agree(id)
  await s.begin(order)
  s.ok(await s.finish(order))
  s.ok(await s.move(s.staff.frontDeskClerk, 'services', id, 'acceptResult', { supervisionNote: '已看' }))
  s.ok(
    await s.move(s.staff.frontDeskClerk, 'services', id, 'notSatisfied', { missing: '仍渗水', offerComplaint: true }),
  )
  const told = await s.move(s.staff.frontDeskClerk, 'services', id, 'confirmToCustomer', {
    from: s.at(1),
    to: s.at(3),
    toldBy: 'phone',
  })
  expect(told.body.error.code).toBe('E_NO_AVAILABILITY')
  expect((await s.matterOf(id)).flags).toContain('complaintOffered')
})

test('OS-045 the desk tells no time outside the hours the lead gave', async () => {
  const id = await s.register()
  s.ok(await s.move(s.staff.frontDeskClerk, 'services', id, 'askAvailability', { line: 'repair' }))
  s.ok(
    await s.move(s.staff.repairLead, 'services', id, 'answerAvailable', {
      executorId: s.staff.technician,
      from: s.at(2),
      to: s.at(4),
    }),
  )
  const tell = (from: string, to: string) =>
    s.move(s.staff.frontDeskClerk, 'services', id, 'confirmToCustomer', { from, to, toldBy: 'phone' })
  expect((await tell(s.at(1), s.at(3))).body.error).toMatchObject({ code: 'E_NO_AVAILABILITY', field: 'body.from' })
  expect((await tell(s.at(3), s.at(5))).body.error).toMatchObject({ code: 'E_NO_AVAILABILITY', field: 'body.to' })
  s.ok(await tell(s.at(2.5), s.at(3.5)))
})

test('FD-410 the lead sees who is free: everybody of the line with the orders of the day, and what a time would run into', async () => {
  const from = s.at(24 * 5)
  const to = s.at(24 * 5 + 2)
  const number = (await s.orderOf(await s.agree(await s.register(), { from, to }))).number
  const technician = (people: PersonRow[]) => people.find((p) => p.id === s.staff.technician)
  const busy = await peopleAt(s.at(24 * 5 + 1), s.at(24 * 5 + 3))
  expect(technician(busy)?.conflicts.map((c) => c.number)).toEqual([number])
  expect(busy.find((p) => p.id === s.staff.provider)).toMatchObject({ provider: true, conflicts: [] })
  expect(busy.map((p) => p.id)).not.toContain(s.staff.cleaner)
  const after = await peopleAt(to, s.at(24 * 5 + 3))
  expect(technician(after)?.conflicts).toEqual([])
  const onTheDay = s.ok(await t.as(s.staff.repairLead).get(s.url(`line-people?line=repair&from=${from}&to=${to}`))).body
  expect(
    onTheDay.people.find((p: PersonRow) => p.id === s.staff.technician).orders.map((o: { number: string }) => o.number),
  ).toContain(number)
  expect(
    (await t.as(s.staff.repairLead).get(s.url(`line-people?line=repair&from=${to}&to=${from}`))).body.error.code,
  ).toBe('E_TIME_RANGE')
})

test('FD-410 two orders of one person at the same time are told on both, and nothing is refused for it', async () => {
  const time = { from: s.at(24 * 9), to: s.at(24 * 9 + 2) }
  const one = await s.agree(await s.register(), time)
  const two = await s.agree(await s.register(), { from: s.at(24 * 9 + 1), to: s.at(24 * 9 + 3) })
  const conflicts = async (id: string) => (await s.orderOf(id)).conflicts.map((c: { id: string }) => c.id)
  expect([await conflicts(one), await conflicts(two)]).toEqual([[two], [one]])
})

test('OS-012 a line that cannot go gives its reason, and the customer-service lead hears of it', async () => {
  const id = await s.register()
  s.ok(await s.move(s.staff.frontDeskClerk, 'services', id, 'askAvailability', { line: 'repair' }))
  expect((await s.move(s.staff.repairLead, 'services', id, 'answerUnavailable', { reason: '' })).status).toBe(400)
  s.ok(
    await s.move(s.staff.repairLead, 'services', id, 'answerUnavailable', {
      reason: '全员抢修',
      alternative: '明早可到',
    }),
  )
  const told = await t.tx(({ db }) =>
    db
      .selectFrom('outbox_message')
      .select('body')
      .where('estate_id', '=', t.a.id)
      .where('matter_id', '=', id)
      .where('to_id', '=', s.staff.csLead)
      .execute(),
  )
  expect(told.map((m) => m.body)).toEqual([expect.stringContaining('全员抢修')])
  expect((await s.matterOf(id)).state).toBe('RECEIVED')
})

test('every list of orders goes on where it stopped, shows each order once, and filters by state, person and day', async () => {
  const seen: string[] = []
  let cursor = ''
  do {
    const page = s.ok(await t.as(s.staff.centreHead).get(s.url(`orders?limit=2${cursor}`))).body
    seen.push(...page.rows.map((o: { id: string }) => o.id))
    cursor = page.next ? `&cursor=${page.next}` : ''
  } while (cursor)
  const all = s.ok(await t.as(s.staff.centreHead).get(s.url('orders?limit=200'))).body.rows
  expect(seen).toEqual(all.map((o: { id: string }) => o.id))
  expect(new Set(seen).size).toBe(seen.length)
  expect(
    all.map(
      (o: { plannedAt?: string; appointmentFrom: string | null; createdAt: string }) =>
        o.appointmentFrom ?? o.createdAt,
    ),
  ).toEqual(
    all.map((o: { appointmentFrom: string | null; createdAt: string }) => o.appointmentFrom ?? o.createdAt).toSorted(),
  )
  const done = s.ok(await t.as(s.staff.centreHead).get(s.url('orders?open=false&sort=ended'))).body.rows
  expect(done).not.toHaveLength(0)
  expect(done.every((o: { open: boolean }) => !o.open)).toBe(true)
  expect((await t.as(s.staff.centreHead).get(s.url('orders?cursor=nonsense'))).body.error).toMatchObject({
    code: 'E_INPUT',
    field: 'query.cursor',
  })
  const sheet = await t.as(s.staff.repairLead).get(s.url('orders.xlsx?state=OFFERED'))
  expect([sheet.status, sheet.headers['content-type']]).toEqual([
    200,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ])
})
