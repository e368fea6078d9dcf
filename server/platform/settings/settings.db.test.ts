import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { settingsOf } from './settings.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/settings${path}`
const lead = () => t.as(t.a.staff.csLead)
const listed = async (key: string) => (await lead().get(url(''))).body.rows.find((s: { key: string }) => s.key === key)
const companyWide = async (role: 'systemAdmin' | 'qualityDept') => {
  const id = await t.hire(t.a.id, role)
  await t.tx(({ db }) => db.updateTable('staff_role').set({ estate_id: null }).where('staff_id', '=', id).execute())
  return id
}
const inForce = (estateId: string, key: 'desk.dueSoonMinutes') =>
  t.tx(async (tx) => (await settingsOf(tx, estateId)).get(key))

test('an estate’s value wins over the company’s, the company’s over the default, and resetting goes back step by step', async () => {
  const admin = t.as(await companyWide('systemAdmin'))
  expect(await listed('desk.dueSoonMinutes')).toMatchObject({
    value: 120,
    source: 'default',
    company: null,
    estate: null,
    rule: 'CP-127',
  })
  await admin.put('/api/v1/company/settings/desk.dueSoonMinutes', { value: 90 })
  expect(await listed('desk.dueSoonMinutes')).toMatchObject({ value: 90, source: 'company', company: 90 })
  const own = await lead().put(url('/desk.dueSoonMinutes'), { value: 60 })
  expect(own.body).toMatchObject({
    value: 60,
    source: 'estate',
    company: 90,
    estate: 60,
    default: 120,
    changedBy: 'csLead员',
  })
  await lead().post(url('/desk.dueSoonMinutes/reset'), {})
  expect(await listed('desk.dueSoonMinutes')).toMatchObject({ value: 90, source: 'company' })
  await admin.post('/api/v1/company/settings/desk.dueSoonMinutes/reset', {})
  expect(await listed('desk.dueSoonMinutes')).toMatchObject({ value: 120, source: 'default' })
})

test('a changed setting is in force at once in every process, and in no other estate', async () => {
  expect(await inForce(t.a.id, 'desk.dueSoonMinutes')).toBe(120)
  await lead().put(url('/desk.dueSoonMinutes'), { value: 30 })
  for (let tries = 0; tries < 50 && (await inForce(t.a.id, 'desk.dueSoonMinutes')) !== 30; tries += 1) await wait(20)
  expect(await inForce(t.a.id, 'desk.dueSoonMinutes')).toBe(30)
  expect(await inForce(t.b.id, 'desk.dueSoonMinutes')).toBe(120)
})

test('the session tells everybody the few settings that pages go by, each estate its own', async () => {
  const admin = t.as(await companyWide('systemAdmin'))
  await admin.put('/api/v1/company/settings/complaint.hotGroup', { value: 6 })
  await admin.put('/api/v1/company/settings/telephone.lateOralAfter', { value: '21:00' })
  await lead().put(url('/complaint.hotGroup'), { value: 5 })
  await lead().put(url('/complaint.majorFromFen'), { value: 50_000 })
  await lead().put(url('/telephone.lateRingSeconds'), { value: 20 })
  await lead().put(url('/telephone.blockedFrom'), { value: '20:30' })
  const told = async (staffId: string, estateId: string) =>
    (await t.as(staffId).get('/api/v1/session')).body.estates.find((e: { id: string }) => e.id === estateId).settings
  expect(await told(t.a.staff.frontDeskClerk, t.a.id)).toEqual({
    hotGroup: 5,
    majorFromFen: 50_000,
    lateOralAfter: '21:00',
    lateRingSeconds: 20,
    callHours: expect.objectContaining({ dayFrom: '07:00', dayTo: '20:30' }),
  })
  expect(await told(t.b.staff.frontDeskClerk, t.b.id)).toEqual({
    hotGroup: 6,
    majorFromFen: 100_000,
    lateOralAfter: '21:00',
    lateRingSeconds: 12,
  })
})

test('a value that does not fit is refused beside its field, an unknown setting is not found', async () => {
  const put = async (key: string, value: unknown) => (await lead().put(url(`/${key}`), { value })).body.error
  expect(await put('desk.dueSoonMinutes', 0)).toMatchObject({
    code: 'E_INPUT',
    field: 'body.value',
    details: { code: 'too_small', minimum: 1 },
  })
  expect(await put('hours.workStart', '9 Uhr')).toMatchObject({ code: 'E_INPUT', field: 'body.value' })
  expect(await put('clock.warnAt', [0.5, 7])).toMatchObject({ code: 'E_INPUT', field: 'body.value.1' })
  expect(await put('no.such', 1)).toMatchObject({ code: 'E_NOT_FOUND', field: 'params.key' })
  expect(await put('security.secondFactorRoles', [])).toMatchObject({ code: 'E_INPUT', details: { scope: 'company' } })
})

test('who works in one estate does not set values for the company, whatever they may do at home', async () => {
  for (const role of ['csLead', 'systemAdmin'] as const)
    expect(
      (await t.as(t.a.staff[role]).put('/api/v1/company/settings/desk.dueSoonMinutes', { value: 5 })).body.error.code,
    ).toBe('E_FORBIDDEN')
  expect(
    (await t.as(await companyWide('qualityDept')).put('/api/v1/company/settings/desk.dueSoonMinutes', { value: 5 }))
      .status,
  ).toBe(403)
  expect((await t.as(t.a.staff.frontDeskClerk).get(url(''))).status).toBe(403)
})

test('a company’s hours are refused when one estate with its own hours would close before it opens', async () => {
  const admin = t.as(await companyWide('systemAdmin'))
  await lead().put(url('/telephone.noonFrom'), { value: '13:00' })
  const refused = await admin.put('/api/v1/company/settings/telephone.noonTo', { value: '12:30' })
  expect(refused.body.error).toMatchObject({
    code: 'E_TIME_RANGE',
    field: 'body.value',
    details: { with: ['telephone.noonFrom'] },
  })
  await lead().post(url('/telephone.noonFrom/reset'), {})
  expect((await admin.put('/api/v1/company/settings/telephone.noonTo', { value: '12:30' })).status).toBe(200)
  expect(
    (await admin.put('/api/v1/company/settings/security.secondFactorRoles', { value: ['emperor'] })).body.error,
  ).toMatchObject({ code: 'E_INPUT', field: 'body.value.0' })
})

test('FD-012 a change of a setting stands in the audit with what was there before, and is found by action and day', async () => {
  await lead().put(url('/desk.inventoryTime'), { value: '16:00' })
  await lead().put(url('/desk.inventoryTime'), { value: '16:30' })
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const head = t.as(t.a.staff.centreHead)
  const audit = async (query: string) => (await head.get(`/api/v1/estates/${t.a.id}/audit?${query}`)).body.rows
  const [entry] = await audit(`action=setting.change&actorId=${t.a.staff.csLead}&from=${today}&to=${today}`)
  expect(entry).toMatchObject({
    actor: { id: t.a.staff.csLead },
    before: { key: 'desk.inventoryTime', value: '16:00' },
    after: { key: 'desk.inventoryTime', value: '16:30' },
  })
  expect(await audit('action=setting.change&to=2020-01-01')).toEqual([])
  expect((await t.as(t.a.staff.csLead).get(`/api/v1/estates/${t.a.id}/audit`)).status).toBe(403)
  const pages: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { rows: { id: string }[]; next: string | null } = (
      await head.get(`/api/v1/estates/${t.a.id}/audit?limit=2${cursor && `&cursor=${cursor}`}`)
    ).body
    pages.push(...page.rows.map((r) => r.id))
    cursor = page.next
  }
  expect(new Set(pages).size).toBe(pages.length)
  expect(pages.length).toBeGreaterThan(4)
})

test('settings and the audit leave as workbooks; the company’s only for who works for all of it', async () => {
  expect((await t.as(t.a.staff.centreHead).get('/api/v1/company/audit.xlsx')).status).toBe(403)
  expect((await t.as(await companyWide('systemAdmin')).get('/api/v1/company/audit.xlsx')).status).toBe(200)
  for (const path of ['settings.xlsx', 'audit.xlsx'])
    expect(
      String(
        (await t.as(t.a.staff.centreHead).get(`/api/v1/estates/${t.a.id}/${path}?lang=en`)).headers['content-type'],
      ),
    ).toContain('spreadsheetml')
})
