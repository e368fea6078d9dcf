import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { type Client, openTestHouse, type TestHouse } from '#test/house.ts'

let t: TestHouse
let admin: Client
let adminId: string
beforeAll(async () => {
  t = await openTestHouse()
  adminId = await companyWide('systemAdmin')
  admin = t.as(adminId)
})
afterAll(() => t.close())

const companyWide = async (role: 'systemAdmin' | 'qualityDept') => {
  const id = await t.hire(t.a.id, role)
  await t.tx(({ db }) => db.updateTable('staff_role').set({ estate_id: null }).where('staff_id', '=', id).execute())
  return id
}

let people = 0
const create = async (more: object = {}) => {
  people += 1
  const made = await admin.post('/api/v1/accounts', {
    username: `worker${people}`,
    staffNo: `W${people}`,
    name: '单晓雨',
    ...more,
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body
}
const signIn = async (username: string, password: string) => {
  const answer = await t.house.signIn.handler(
    new Request('http://localhost/api/auth/sign-in/username', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://localhost', host: 'localhost' },
      body: JSON.stringify({ username, password }),
    }),
  )
  return answer.status
}
const rowsOf = (table: 'auth_session' | 'auth_account', id: string) =>
  t.tx(({ db }) => db.selectFrom(table).selectAll().where('userId', '=', id).execute())

test('a new account has no password until one is issued, which is shown once and signs in', async () => {
  const made = await create({ username: 'Lin.Xiao', staffNo: 'L1' })
  expect(made).toMatchObject({ username: 'lin.xiao', hasPassword: false, roles: [], manageable: true })
  const issued = await admin.post(`/api/v1/accounts/${made.id}/password`, {})
  expect(issued.body.password).toMatch(/^[a-z0-9]{5}-[a-z0-9]{5}-[a-z0-9]{5}$/)
  expect(await signIn('lin.xiao', issued.body.password)).toBe(200)
  expect(await signIn('lin.xiao', 'wrong-password')).toBe(401)
  const kept = await t.tx(({ db }) => db.selectFrom('idempotency').select('answer').execute())
  expect(JSON.stringify(kept)).not.toContain(issued.body.password)
})

test('resetting a password ends the sessions and the old password', async () => {
  const made = await create({ username: 'forgetful' })
  const first = (await admin.post(`/api/v1/accounts/${made.id}/password`, {})).body.password
  expect(await signIn('forgetful', first)).toBe(200)
  expect(await rowsOf('auth_session', made.id)).toHaveLength(1)
  const second = (await admin.post(`/api/v1/accounts/${made.id}/password`, {})).body.password
  expect(second).not.toBe(first)
  expect(await rowsOf('auth_session', made.id)).toHaveLength(0)
  expect(await signIn('forgetful', first)).toBe(401)
  expect(await signIn('forgetful', second)).toBe(200)
})

test('a user name or staff number that is taken is refused beside its field', async () => {
  await create({ username: 'taken.name', staffNo: 'TAKEN' })
  const name = await admin.post('/api/v1/accounts', { username: 'Taken.Name', staffNo: 'OTHER', name: '甲' })
  expect(name.body.error).toMatchObject({ code: 'E_DUPLICATE', field: 'body.username' })
  const number = await admin.post('/api/v1/accounts', { username: 'other.name', staffNo: 'TAKEN', name: '甲' })
  expect(number.body.error).toMatchObject({ code: 'E_DUPLICATE', field: 'body.staffNo' })
})

test('changing an account needs the version that was seen, and renames the sign-in', async () => {
  const made = await create({ username: 'old.name' })
  const password = (await admin.post(`/api/v1/accounts/${made.id}/password`, {})).body.password
  const body = {
    version: made.version,
    username: 'new.name',
    staffNo: made.staffNo,
    name: '曾国强',
    phone: '13800138000',
    provider: null,
  }
  const changed = await admin.put(`/api/v1/accounts/${made.id}`, body)
  expect(changed.body).toMatchObject({ username: 'new.name', name: '曾国强', version: made.version + 1 })
  expect(await signIn('new.name', password)).toBe(200)
  const stale = await admin.put(`/api/v1/accounts/${made.id}`, body)
  expect(stale.body.error).toMatchObject({ code: 'E_VERSION_STALE', details: { version: made.version + 1 } })
})

test('accounts are found by name, pinyin initials, role and estate, page by page', async () => {
  const made = await create({ name: '欧阳靖宇' })
  await admin.post(`/api/v1/accounts/${made.id}/roles`, { role: 'technician', estateId: t.b.id, line: 'repair' })
  const found = async (query: string) =>
    (await admin.get(`/api/v1/accounts?${query}`)).body.rows.map((r: { id: string }) => r.id)
  expect(await found('q=oyj')).toContain(made.id)
  expect(await found(`q=${encodeURIComponent('靖宇')}`)).toContain(made.id)
  expect(await found(`q=oyj&role=technician&estateId=${t.b.id}&line=repair`)).toContain(made.id)
  expect(await found(`q=oyj&role=technician&estateId=${t.a.id}`)).not.toContain(made.id)
  const ids: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { rows: { id: string }[]; next: string | null } = (
      await admin.get(`/api/v1/accounts?limit=7${cursor ? `&cursor=${cursor}` : ''}`)
    ).body
    ids.push(...page.rows.map((r) => r.id))
    cursor = page.next
  }
  expect(new Set(ids).size).toBe(ids.length)
  const { count } = await t.tx(({ db }) =>
    db
      .selectFrom('staff')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow(),
  )
  expect(ids).toHaveLength(Number(count))
  expect((await admin.get('/api/v1/accounts?cursor=WyJcdTAwMDAiLCJ4Il0')).body.error.code).toBe('E_INPUT')
})

test('SD-13 the system administrator has no business rights and cannot give any to themselves', async () => {
  expect((await admin.get(`/api/v1/estates/${t.a.id}/matters`)).status).toBe(403)
  for (const role of ['csLead', 'cashier', 'systemAdmin'])
    expect((await admin.post(`/api/v1/accounts/${adminId}/roles`, { role, estateId: t.a.id })).body.error.code).toBe(
      'E_FORBIDDEN',
    )
  const own = (await admin.get(`/api/v1/accounts/${adminId}`)).body
  expect(own).toMatchObject({ manageable: false, roles: [{ role: 'systemAdmin', estate: null }] })
  expect((await admin.post(`/api/v1/accounts/${adminId}/roles/${own.roles[0].id}/end`, {})).body.error.code).toBe(
    'E_FORBIDDEN',
  )
  expect((await admin.post(`/api/v1/accounts/${adminId}/deactivate`, { version: own.version })).body.error.code).toBe(
    'E_FORBIDDEN',
  )
})

test('SD-13 administration of users and a business role never meet in one person, whichever came first', async () => {
  const clerk = await create()
  const give = (id: string, role: string, more: object = {}) =>
    admin.post(`/api/v1/accounts/${id}/roles`, { role, estateId: t.a.id, ...more })
  expect((await give(clerk.id, 'frontDeskClerk')).status).toBe(201)
  expect((await give(clerk.id, 'systemAdmin')).body.error.code).toBe('E_ROLE_SEPARATION')
  const second = await create()
  expect((await give(second.id, 'systemAdmin', { until: '2099-12-31' })).status).toBe(201)
  expect((await give(second.id, 'cashier')).body.error.code).toBe('E_ROLE_SEPARATION')
  expect((await give(second.id, 'cashier', { from: '2100-01-01' })).status).toBe(201)
})

test('SD-13 an administrator of one estate reaches neither another estate nor people of the whole company', async () => {
  const local = t.as(t.a.staff.systemAdmin)
  const quality = await companyWide('qualityDept')
  const newcomer = await create()
  expect(
    (await local.post(`/api/v1/accounts/${newcomer.id}/roles`, { role: 'cashier', estateId: null })).body.error,
  ).toMatchObject({ code: 'E_FORBIDDEN', field: 'body.estateId' })
  expect(
    (await local.post(`/api/v1/accounts/${newcomer.id}/roles`, { role: 'cashier', estateId: t.b.id })).body.error.code,
  ).toBe('E_FORBIDDEN')
  expect((await local.post(`/api/v1/accounts/${quality}/password`, {})).body.error.code).toBe('E_FORBIDDEN')
  expect((await local.post(`/api/v1/accounts/${t.b.staff.cashier}/password`, {})).body.error.code).toBe('E_NOT_FOUND')
  expect((await local.get(`/api/v1/accounts/${t.b.staff.cashier}`)).status).toBe(404)
  expect((await local.get(`/api/v1/accounts/${quality}`)).body.manageable).toBe(false)
  expect(
    (await local.post(`/api/v1/accounts/${newcomer.id}/roles`, { role: 'cashier', estateId: t.a.id })).status,
  ).toBe(201)
})

test('a role is in force from its first to its last day, and an ended one gives nothing at once', async () => {
  const made = await create()
  const granted = await admin.post(`/api/v1/accounts/${made.id}/roles`, { role: 'frontDeskClerk', estateId: t.a.id })
  const role = granted.body.roles[0]
  expect(role).toMatchObject({ role: 'frontDeskClerk', inForce: true, until: null })
  expect((await t.as(made.id).get(`/api/v1/estates/${t.a.id}/matters`)).status).toBe(200)
  const again = await admin.post(`/api/v1/accounts/${made.id}/roles`, { role: 'frontDeskClerk', estateId: t.a.id })
  expect(again.body.error.code).toBe('E_PERIOD_OVERLAP')
  expect(
    (await admin.post(`/api/v1/accounts/${made.id}/roles/${role.id}/end`, { lastDay: '2020-01-01' })).body.error.code,
  ).toBe('E_TIME_PAST')
  const ended = await admin.post(`/api/v1/accounts/${made.id}/roles/${role.id}/end`, {})
  expect(ended.body.roles[0].inForce).toBe(false)
  expect((await t.as(made.id).get(`/api/v1/estates/${t.a.id}/matters`)).status).toBe(404)
  expect((await admin.post(`/api/v1/accounts/${made.id}/roles/${role.id}/end`, {})).body.error.code).toBe(
    'E_STATE_CHANGED',
  )
  const audit = (
    await t.as(t.a.staff.centreHead).get(`/api/v1/estates/${t.a.id}/audit?action=role&subjectId=${made.id}`)
  ).body.rows
  expect(audit.map((r: { action: string }) => r.action)).toEqual(['role.end', 'role.grant'])
})

test('changing roles is told to every process so that remembered sessions end', async () => {
  const made = await create()
  const told = new Promise<string>((resolve) => {
    const stop = t.house.signals.on('session', (id) => {
      if (id !== made.id) return
      stop()
      resolve(id)
    })
  })
  await admin.post(`/api/v1/accounts/${made.id}/roles`, { role: 'guard', estateId: t.a.id })
  expect(await told).toBe(made.id)
})

test('OS-014 at the end of employment sessions end at once and open matters are listed for the lead, who alone transfers', async () => {
  const made = await create({ name: '周离职' })
  await admin.post(`/api/v1/accounts/${made.id}/roles`, { role: 'frontDeskClerk', estateId: t.a.id })
  const password = (await admin.post(`/api/v1/accounts/${made.id}/password`, {})).body.password
  await signIn(made.username, password)
  const url = `/api/v1/estates/${t.a.id}`
  const matter = (
    await t.as(made.id).post(`${url}/matters`, { contactType: 'service', channel: 'phone', customerSaid: '楼道灯不亮' })
  ).body.matter
  const { version } = (await admin.get(`/api/v1/accounts/${made.id}`)).body
  const left = await admin.post(`/api/v1/accounts/${made.id}/deactivate`, { version })
  expect(left.body.account).toMatchObject({ active: false, hasPassword: false })
  expect(left.body.openMatters).toEqual([
    {
      estateId: t.a.id,
      number: matter.number,
      parts: expect.arrayContaining(['owner', 'handler', 'closureController']),
    },
  ])
  expect(await rowsOf('auth_session', made.id)).toHaveLength(0)
  expect(await signIn(made.username, password)).toBe(401)
  expect((await t.as(made.id).get(`${url}/matters`)).status).toBe(401)
  expect(left.body.account.roles).not.toHaveLength(0)
  expect(left.body.account.roles.every((r: { until: string | null }) => r.until !== null)).toBe(true)

  const lead = t.as(t.a.staff.csLead)
  const open = (await lead.get(`${url}/work-to-transfer`)).body.rows
  expect(open).toMatchObject([{ number: matter.number, title: '楼道灯不亮' }])
  expect(open[0].people[0]).toMatchObject({ id: made.id, name: '周离职' })
  expect((await t.as(t.a.staff.frontDeskClerk).get(`${url}/work-to-transfer`)).status).toBe(403)
  const messages = (await lead.get(`${url}/my-messages`)).body.rows
  expect(messages[0].body).toContain('周离职')
  const moved = await lead.post(`${url}/services/${matter.id}/transfer-owner`, {
    version: matter.version,
    newOwnerId: t.a.staff.frontDeskClerk,
    reason: 'leftCompany',
    customerTold: true,
  })
  expect(moved.body.matter.owner.id).toBe(t.a.staff.frontDeskClerk)
})

test('somebody who has left comes back without roles and without a password', async () => {
  const made = await create()
  const left = (await admin.post(`/api/v1/accounts/${made.id}/deactivate`, { version: made.version })).body.account
  expect((await admin.post(`/api/v1/accounts/${made.id}/password`, {})).body.error.code).toBe('E_STATE_CHANGED')
  expect((await admin.post(`/api/v1/accounts/${made.id}/deactivate`, { version: left.version })).body.error.code).toBe(
    'E_STATE_CHANGED',
  )
  const back = await admin.post(`/api/v1/accounts/${made.id}/reactivate`, { version: left.version })
  expect(back.body).toMatchObject({ active: true, leftOn: null, hasPassword: false })
})

test('a lost second factor is forgotten for a reason that stays on the record', async () => {
  const made = await create()
  await admin.post(`/api/v1/accounts/${made.id}/password`, {})
  await t.tx(async ({ db }) => {
    await db
      .insertInto('auth_two_factor')
      .values({ id: newId(), secret: 's', backupCodes: '[]', userId: made.id })
      .execute()
    await db.updateTable('auth_user').set({ twoFactorEnabled: true }).where('id', '=', made.id).execute()
  })
  expect((await admin.get(`/api/v1/accounts/${made.id}`)).body.secondFactor).toBe(true)
  const reset = await admin.post(`/api/v1/accounts/${made.id}/second-factor/reset`, { reason: '手机遗失' })
  expect(reset.body.secondFactor).toBe(false)
  const [entry] = (await admin.get(`/api/v1/company/audit?subjectId=${made.id}&action=account.resetSecondFactor`)).body
    .rows
  expect(entry).toMatchObject({ purpose: '手机遗失', actor: { id: adminId } })
})

test('OS-004 who is trained to own provider orders is said by a lead, not by the administrator', async () => {
  const url = `/api/v1/estates/${t.a.id}/staff`
  const clerk = t.a.staff.frontDeskClerk
  expect(
    (await t.as(t.a.staff.systemAdmin).put(`${url}/${clerk}/affair-officer`, { version: 1, affairOfficer: true }))
      .status,
  ).toBe(403)
  const done = await t.as(t.a.staff.csLead).put(`${url}/${clerk}/affair-officer`, { version: 1, affairOfficer: true })
  expect(done.body).toMatchObject({ affairOfficer: true, version: 2 })
  const stale = await t.as(t.a.staff.csLead).put(`${url}/${clerk}/affair-officer`, { version: 1, affairOfficer: false })
  expect(stale.body.error.code).toBe('E_VERSION_STALE')
})

test('accounts and people leave as workbooks, and who exported them is on the record', async () => {
  const book = await admin.get('/api/v1/accounts.xlsx?lang=en')
  expect(String(book.headers['content-type'])).toContain('spreadsheetml')
  expect(book.body.subarray(0, 2).toString()).toBe('PK')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(book.body)
  const sheet = workbook.worksheets[0]
  const { count } = await t.tx(({ db }) =>
    db
      .selectFrom('staff')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow(),
  )
  expect([sheet?.name, sheet?.getCell('A1').value, sheet?.rowCount]).toEqual([
    'Accounts',
    'Staff number',
    Number(count) + 1,
  ])
  expect((await t.as(t.a.staff.csLead).get(`/api/v1/estates/${t.a.id}/staff.xlsx`)).status).toBe(200)
  const [entry] = (await admin.get('/api/v1/company/audit?action=export.accounts')).body.rows
  expect(entry).toMatchObject({ actor: { id: adminId } })
})
