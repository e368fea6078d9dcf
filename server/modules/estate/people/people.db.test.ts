import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openTestHouse, type TestHouse } from '#test/house.ts'

let t: TestHouse
let clerk: Client
let unitId: string
let otherUnitId: string
beforeAll(async () => {
  t = await openTestHouse()
  clerk = t.as(t.a.staff.frontDeskClerk)
  const head = t.as(t.a.staff.centreHead)
  await head.post(url('buildings'), { code: '3' })
  unitId = (await head.post(url('units'), { unitNo: '3-2-1203', handoverDate: '2019-06-09' })).body.id
  otherUnitId = (await head.post(url('units'), { unitNo: '3-2-1204' })).body.id
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const patch = (client: Client, path: string, body: unknown) =>
  client.send({
    method: 'PATCH',
    url: url(path),
    headers: { 'idempotency-key': crypto.randomUUID(), 'content-type': 'application/json' },
    payload: JSON.stringify(body),
  })

const ID = '440301199001010012'
const person = {
  kind: 'person',
  name: '张三丰',
  idNumber: ID,
  phones: [
    { phone: '138 0013 8000', fromDate: '2020-01-01' },
    { phone: '0755-26781234', label: '家' },
  ],
}

test('FD-015 personal data is masked wherever it is shown, and nothing of the number stands readable in the database', async () => {
  const made = await clerk.post(url('customers'), {
    ...person,
    residences: [{ unitId, role: 'owner', fromDate: '2019-06-09', primaryContact: true }],
  })
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({
    name: '张三丰',
    idKind: 'resident_id',
    idNumber: '**************0012',
    gender: 'male',
    birthDate: '1990-01-01',
    tenure: 'longStanding',
    residences: [{ role: 'owner', current: true, primaryContact: true, unit: { display: '3栋2单元1203' } }],
  })
  expect(made.body.phones.map((p: { phone: string; preferred: boolean }) => [p.phone, p.preferred])).toEqual([
    ['138****8000', true],
    [expect.stringMatching(/^0?\*|^075/), false],
  ])
  const everything = await t.tx(async ({ db }) => {
    const tables = ['customer', 'audit', 'idempotency', 'search_key'] as const
    return JSON.stringify(await Promise.all(tables.map((name) => db.selectFrom(name).selectAll().execute())))
  })
  expect(everything).not.toContain(ID)
  expect(everything).not.toContain('199001010')
})

test('FD-015 each unmasking gives one value and logs who, what and why', async () => {
  const customer = (await clerk.get(url('customers'))).body.rows[0]
  const view = (await clerk.get(url(`customers/${customer.id}`))).body
  const id = await clerk.post(url(`customers/${customer.id}/unmask`), { field: 'idNumber', purpose: '核对业主身份' })
  expect(id.body).toEqual({ value: ID })
  const phone = await clerk.post(url(`customers/${customer.id}/unmask`), {
    field: 'phone',
    itemId: view.phones[0].id,
    purpose: '约上门时间',
  })
  expect(phone.body).toEqual({ value: '13800138000' })
  const logged = await t.tx(({ db }) =>
    db.selectFrom('audit').selectAll().where('action', '=', 'customer.unmasked').orderBy('id').execute(),
  )
  expect(logged.map((a) => [a.actor_id, a.subject_id, a.purpose, a.after])).toEqual([
    [t.a.staff.frontDeskClerk, customer.id, '核对业主身份', { field: 'idNumber' }],
    [t.a.staff.frontDeskClerk, customer.id, '约上门时间', { field: 'phone', item: view.phones[0].id }],
  ])
  expect((await clerk.post(url(`customers/${customer.id}/unmask`), { field: 'idNumber', purpose: '  ' })).status).toBe(
    400,
  )
  expect(
    (
      await t
        .as(t.a.staff.receptionist)
        .post(url(`customers/${customer.id}/unmask`), { field: 'idNumber', purpose: 'x' })
    ).status,
  ).toBe(403)
  expect(
    (
      await clerk.post(url(`customers/${customer.id}/unmask`), {
        field: 'phone',
        itemId: crypto.randomUUID(),
        purpose: 'x',
      })
    ).status,
  ).toBe(404)
  const stored = await t.tx(({ db }) => db.selectFrom('idempotency').select('answer').execute())
  expect(JSON.stringify(stored)).not.toContain('13800138000')
})

test('the same identity number stands once in an estate, also as its old form of fifteen digits, and may stand in another estate', async () => {
  const twice = await clerk.post(url('customers'), { kind: 'person', name: '张三', idNumber: '44030119900101 0012' })
  expect(twice.body.error).toMatchObject({ code: 'E_DUPLICATE', field: 'body.idNumber', details: { name: '张三丰' } })
  const old = await clerk.post(url('customers'), { kind: 'person', name: '张三', idNumber: '440301900101001' })
  expect(old.body.error.code).toBe('E_DUPLICATE')
  const elsewhere = await t.as(t.b.staff.frontDeskClerk).post(`/api/v1/estates/${t.b.id}/customers`, person)
  expect(elsewhere.status).toBe(201)
  const wrong = await clerk.post(url('customers'), { kind: 'person', name: '李四', idNumber: '440301199001010013' })
  expect(wrong.body.error).toMatchObject({
    code: 'E_INPUT',
    field: 'body.idNumber',
    details: { trouble: 'ID_CHECK_DIGIT' },
  })
})

test('FD-012 FD-731 a change of a customer keeps the former values, and a stale version changes nothing', async () => {
  const { id, version } = (await clerk.get(url(`customers/${(await clerk.get(url('customers'))).body.rows[0].id}`)))
    .body
  const changed = await patch(clerk, `customers/${id}`, {
    version,
    important: true,
    preferences: '喜欢上午联系',
    quietHours: [{ from: '13:00', to: '15:00' }],
  })
  expect(changed.body).toMatchObject({
    important: true,
    quietHours: [{ from: '13:00', to: '15:00' }],
    version: version + 1,
  })
  expect((await patch(clerk, `customers/${id}`, { version, name: '别人' })).body.error.code).toBe('E_VERSION_STALE')
  const history = (await clerk.get(url(`customers/${id}/history`))).body.rows
  const entry = history.find((h: { action: string }) => h.action === 'customer.changed')
  expect(entry.changes).toContainEqual({ field: 'important', before: false, after: true })
  expect(entry.changes).toContainEqual({ field: 'preferences', before: null, after: '喜欢上午联系' })
  expect(history.map((h: { action: string }) => h.action)).toContain('residence.added')
  expect(history.map((h: { action: string }) => h.action)).toContain('customer.unmasked')
  expect(JSON.stringify(history)).not.toContain('13800138000')
})

test('FD-011 phones end and stay on file; one is preferred; the same number is refused twice', async () => {
  const { id } = (await clerk.get(url('customers'))).body.rows[0]
  const added = await clerk.post(url(`customers/${id}/phones`), { phone: '+86 139-0013-9000', preferred: true })
  expect(added.body).toMatchObject({ phone: '139****9000', preferred: true })
  expect((await clerk.post(url(`customers/${id}/phones`), { phone: '13900139000' })).body.error.code).toBe(
    'E_DUPLICATE',
  )
  expect((await clerk.post(url(`customers/${id}/phones`), { phone: '不详' })).body.error).toMatchObject({
    code: 'E_INPUT',
    field: 'body.phone',
  })
  const phones = (await clerk.get(url(`customers/${id}`))).body.phones
  expect(phones.filter((p: { preferred: boolean }) => p.preferred)).toHaveLength(1)
  const first = phones.find((p: { phone: string }) => p.phone === '138****8000')
  expect((await patch(clerk, `customers/${id}/phones/${first.id}`, { untilDate: '2000-01-01' })).body.error.code).toBe(
    'E_TIME_RANGE',
  )
  const ended = await patch(clerk, `customers/${id}/phones/${first.id}`, { untilDate: '2024-12-31' })
  expect(ended.body.untilDate).toBe('2024-12-31')
  expect((await clerk.get(url(`customers/${id}`))).body.phones).toHaveLength(3)
  expect((await patch(clerk, `customers/${id}/phones/${first.id}`, { label: 'x' })).body.error.code).toBe(
    'E_STATE_CHANGED',
  )
})

test('FD-011 who lives where ends instead of being deleted, and the same stay twice is refused', async () => {
  const tenant = (
    await clerk.post(url('customers'), { kind: 'person', name: '李租客', phones: [{ phone: '13700137000' }] })
  ).body
  const add = (body: object) =>
    clerk.post(url('residences'), { unitId: otherUnitId, customerId: tenant.id, role: 'tenant', ...body })
  expect((await add({ fromDate: '2026-05-01', untilDate: '2026-04-30' })).body.error.code).toBe('E_TIME_RANGE')
  const lease = await add({ fromDate: '2025-01-01' })
  expect(lease.body).toMatchObject({ current: true, role: 'tenant', fromDate: '2025-01-01', untilDate: null })
  expect((await add({ fromDate: '2026-01-01' })).body.error).toMatchObject({
    code: 'E_PERIOD_OVERLAP',
    details: { residenceId: lease.body.id },
  })
  expect((await add({ role: 'family', fromDate: '2026-01-01' })).status).toBe(201)
  expect(
    (await clerk.post(url(`residences/${lease.body.id}/end`), { untilDate: '2024-12-31', reason: '搬走' })).body.error
      .code,
  ).toBe('E_TIME_RANGE')
  const ended = await clerk.post(url(`residences/${lease.body.id}/end`), {
    untilDate: '2026-03-31',
    reason: '租约到期',
  })
  expect(ended.body).toMatchObject({ untilDate: '2026-03-31', current: false })
  expect(
    (await clerk.post(url(`residences/${lease.body.id}/end`), { untilDate: '2026-04-30', reason: '再来一次' })).body
      .error.code,
  ).toBe('E_STATE_CHANGED')
  expect((await add({ fromDate: '2026-03-31' })).body.error.code).toBe('E_PERIOD_OVERLAP')
  expect((await add({ fromDate: '2026-04-01' })).status).toBe(201)
  const stays = (await clerk.get(url(`customers/${tenant.id}`))).body.residences
  expect(
    stays.filter((r: { role: string }) => r.role === 'tenant').map((r: { untilDate: string | null }) => r.untilDate),
  ).toEqual([null, '2026-03-31'])
  const rights = await t
    .tx(({ db }) => db.deleteFrom('residence').where('estate_id', '=', t.a.id).execute())
    .catch((error: Error) => error.message)
  expect(rights).toContain('permission denied')
})

test('two clerks who add the same stay at the same moment make one', async () => {
  const person = (await clerk.post(url('customers'), { kind: 'person', name: '同时登记' })).body
  const add = () =>
    clerk.post(url('residences'), { unitId: otherUnitId, customerId: person.id, role: 'owner', fromDate: '2026-01-01' })
  const statuses = (await Promise.all([add(), add(), add(), add()])).map((a) => a.status).sort()
  expect(statuses).toEqual([201, 422, 422, 422])
})

test('FD-303 a unit has one contact at a time', async () => {
  const stays = (await clerk.get(url(`units/${unitId}/card`))).body.residents
  expect(stays[0].residence.primaryContact).toBe(true)
  const wife = (
    await clerk.post(url('customers'), {
      kind: 'person',
      name: '王夫人',
      residences: [{ unitId, role: 'family', primaryContact: true }],
    })
  ).body
  const card = (await clerk.get(url(`units/${unitId}/card`))).body
  expect(
    card.residents.map((r: { customer: { name: string }; residence: { primaryContact: boolean } }) => [
      r.customer.name,
      r.residence.primaryContact,
    ]),
  ).toEqual([
    ['王夫人', true],
    ['张三丰', false],
  ])
  expect(wife.phones).toEqual([])
})

test('FD-008 FD-009 how the customer was made sure of is kept; an unanswered call confirms nothing and other papers confirm nobody', async () => {
  const { id } = (await clerk.get(url('customers?q=zsf'))).body.rows[0]
  const check = (body: object) => clerk.post(url(`customers/${id}/identity-checks`), body)
  const phones = (await clerk.get(url(`customers/${id}`))).body.phones
  const seen = await check({ method: 'idSeen', result: 'confirmed', idNumber: ID })
  expect(seen.body).toMatchObject({ method: 'idSeen', result: 'confirmed', idMatches: true, by: 'frontDeskClerk员' })
  expect(
    (await check({ method: 'idSeen', result: 'confirmed', idNumber: '110101199003070011' })).body.error,
  ).toMatchObject({ field: 'body.result', details: { idMatches: false } })
  const called = await check({
    method: 'phoneCall',
    result: 'noAnswer',
    phoneId: phones.find((p: { untilDate: string | null }) => p.untilDate === null).id,
  })
  expect(called.body).toMatchObject({ result: 'noAnswer', numberCalled: '139****9000' })
  expect(
    (await check({ method: 'phoneCall', result: 'confirmed', phoneId: crypto.randomUUID() })).body.error.field,
  ).toBe('body.phoneId')
  expect(
    (await clerk.get(url(`customers/${id}/identity-checks`))).body.rows.map((c: { result: string }) => c.result),
  ).toEqual(['noAnswer', 'confirmed'])
})

test('a plate belongs to one household at a time, in one level form', async () => {
  const { id } = (await clerk.get(url('customers?q=zsf'))).body.rows[0]
  const car = await clerk.post(url('vehicles'), { plate: '粤b·12345', customerId: id, unitId, colour: '白' })
  expect(car.body).toMatchObject({ plate: '粤B****5', colour: '白' })
  expect((await clerk.post(url('vehicles'), { plate: '粤B12345', unitId: otherUnitId })).body.error).toMatchObject({
    code: 'E_DUPLICATE',
    field: 'body.plate',
  })
  expect((await clerk.post(url('vehicles'), { plate: '一辆车', unitId })).body.error).toMatchObject({
    code: 'E_INPUT',
    field: 'body.plate',
  })
  expect((await clerk.post(url('vehicles'), { plate: '粤B12346' })).body.error.code).toBe('E_INPUT')
  const left = await clerk.post(url(`vehicles/${car.body.id}/end`), { untilDate: '2099-01-01', reason: '卖车' })
  expect(left.body.untilDate).toBe('2099-01-01')
  expect((await clerk.post(url('vehicles'), { plate: '粤B12345', unitId: otherUnitId })).status).toBe(201)
})

test('the card of a unit gives people, vehicles, cautions, parking and steward, masked', async () => {
  const head = t.as(t.a.staff.centreHead)
  await head.post(url('buildings'), { code: 'B1', kind: 'parking' })
  const space = (await head.post(url('units'), { unitNo: '车位 B1-001' })).body
  expect(space.kind).toBe('parking')
  expect((await clerk.post(url('parking-uses'), { parkingUnitId: space.id, unitId, use: 'owned' })).status).toBe(201)
  expect(
    (await clerk.post(url('parking-uses'), { parkingUnitId: space.id, unitId, use: 'rented' })).body.error.code,
  ).toBe('E_DUPLICATE')
  expect(
    (await clerk.post(url('parking-uses'), { parkingUnitId: otherUnitId, unitId, use: 'owned' })).body.error.field,
  ).toBe('body.parkingUnitId')
  const caution = await clerk.post(url('cautions'), { kind: 'care', text: '家有孕妇，上门请轻声', unitId })
  expect(caution.status).toBe(201)
  const card = (await clerk.get(url(`units/${unitId}/card`))).body
  expect(card.cautions.map((c: { text: string }) => c.text)).toEqual(['家有孕妇，上门请轻声'])
  expect(card.parking[0]).toMatchObject({ use: 'owned', space: { kind: 'parking' } })
  expect(
    card.residents
      .find((r: { customer: { name: string } }) => r.customer.name === '张三丰')
      .phones.map((p: { phone: string }) => p.phone),
  ).toContain('139****9000')
  expect(JSON.stringify(card)).not.toMatch(/13900139000|粤B12345/)
  const ended = await clerk.post(url(`cautions/${caution.body.id}/end`), { reason: '已生产' })
  expect(ended.body.endedAt).not.toBeNull()
  expect((await clerk.get(url(`units/${unitId}/card`))).body.cautions).toEqual([])
})

test('an incoming call finds who is known under the number, however the exchange writes it', async () => {
  const names = async (phone: string) =>
    (await clerk.get(url(`callers?phone=${encodeURIComponent(phone)}`))).body.rows.map(
      (r: { customer: { name: string } }) => r.customer.name,
    )
  expect(await names('+8613900139000')).toEqual(['张三丰'])
  expect(await names('013900139000')).toEqual(['张三丰'])
  expect(await names('13800138000')).toEqual([])
  expect(await names('9000')).toEqual([])
  expect(await names('075526781234')).toEqual(['张三丰'])
})

test('FD-730 FD-731 the archive of an ownership in its four classes; opening it is logged', async () => {
  const archive = t.as(t.a.staff.archiveClerk)
  const opened = await archive.get(url(`units/${unitId}/archive?purpose=${encodeURIComponent('年度整理')}`))
  expect(opened.status).toBe(200)
  expect(opened.body).toMatchObject({
    ownership: { current: true, owners: [{ name: '张三丰' }], fromDate: '2019-06-09' },
    tenure: 'longStanding',
    property: { unitNo: '3-2-1203' },
    consumption: { wealth: { purchaseFen: null, mortgageKind: null }, lines: [] },
  })
  expect(opened.body.basics.family.map((c: { name: string }) => c.name)).toEqual(['王夫人'])
  expect((await clerk.get(url(`units/${unitId}/archive`))).body.consumption.wealth).toBeNull()
  const log = await t.tx(({ db }) =>
    db.selectFrom('audit').selectAll().where('action', '=', 'archive.opened').orderBy('id').execute(),
  )
  expect(log.map((a) => [a.actor_id, a.purpose])).toEqual([
    [t.a.staff.archiveClerk, '年度整理'],
    [t.a.staff.frontDeskClerk, null],
  ])
  expect((await t.as(t.a.staff.guard).get(url(`units/${unitId}/archive`))).status).toBe(403)
})

test('FD-731 a paper archive is lent once at a time, with borrower, purpose and return', async () => {
  const lend = (body: object) =>
    clerk.post(url('archive-loans'), { unitId, borrower: '王工', purpose: '核对装修图', ...body })
  expect((await lend({ dueOn: '2020-01-01' })).body.error.code).toBe('E_TIME_PAST')
  const loan = await lend({ dueOn: '2099-01-01' })
  expect(loan.body).toMatchObject({ borrower: '王工', returnedAt: null, late: false })
  expect((await lend({})).body.error.code).toBe('E_DUPLICATE')
  expect((await clerk.get(url('archive-loans?out=true'))).body.rows).toHaveLength(1)
  const back = await clerk.post(url(`archive-loans/${loan.body.id}/return`), { note: '完好' })
  expect(back.body.returnedAt).not.toBeNull()
  expect((await clerk.post(url(`archive-loans/${loan.body.id}/return`), {})).body.error.code).toBe('E_STATE_CHANGED')
  expect((await lend({})).status).toBe(201)
})

test('FD-732 the list filters by tenure with the same edges as the card', async () => {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date())
  const name = '今天入住'
  const made = await clerk.post(url('customers'), {
    kind: 'person',
    name,
    residences: [{ unitId: otherUnitId, role: 'tenant', fromDate: today }],
  })
  expect(made.body.tenure).toBe('new')
  const listed = async (tenure: string) =>
    (await clerk.get(url(`customers?tenure=${tenure}`))).body.rows.map((c: { name: string; tenure: string }) => [
      c.name,
      c.tenure,
    ])
  expect(await listed('new')).toContainEqual([name, 'new'])
  expect(await listed('longStanding')).toContainEqual(['张三丰', 'longStanding'])
  expect(await listed('stable')).not.toContainEqual([name, 'new'])
})

test('hostile names are kept as they are or refused, never a fault', async () => {
  const names = [
    '𠮷田太郎',
    '㼆无忌',
    '👨‍👩‍👧家',
    '<script>alert(1)</script>',
    "Robert'); drop table customer;--",
    '%_\\',
    '=1+1',
  ]
  for (const name of names) {
    const made = await clerk.post(url('customers'), { kind: 'person', name })
    expect(made.status, name).toBe(201)
    expect(made.body.name).toBe(name)
    const found = await clerk.get(url(`customers?q=${encodeURIComponent(name)}`))
    expect(found.status, name).toBe(200)
    if (/[\p{L}\p{N}]/u.test(name))
      expect(
        found.body.rows.map((c: { name: string }) => c.name),
        name,
      ).toContain(name)
  }
  for (const name of ['a'.repeat(10_000), 'a\u0000b', '\ud842', '', '   ']) {
    const refused = await clerk.post(url('customers'), { kind: 'person', name })
    expect(refused.status, JSON.stringify(name.slice(0, 10))).toBe(400)
    expect(refused.body.error.field).toBe('body.name')
  }
})

test('nobody of another estate finds a customer of this one', async () => {
  const { id } = (await clerk.get(url('customers'))).body.rows[0]
  const stranger = t.as(t.b.staff.archiveClerk)
  expect((await stranger.get(url(`customers/${id}`))).status).toBe(404)
  expect((await stranger.get(`/api/v1/estates/${t.b.id}/customers/${id}`)).status).toBe(404)
  expect(
    (await stranger.post(`/api/v1/estates/${t.b.id}/residences`, { unitId, customerId: id, role: 'owner' })).status,
  ).toBe(404)
})
