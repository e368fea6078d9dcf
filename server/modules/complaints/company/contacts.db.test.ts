import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { sheetOf } from '#test/sheet-of.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
  // of the whole company: both estates
  await t.tx(({ db }) =>
    db.updateTable('staff_role').set({ estate_id: null }).where('staff_id', '=', t.a.staff.qualityDept).execute(),
  )
})
afterAll(() => t.close())

const URL = '/api/v1/company/complaint-contacts'
const quality = () => t.as(t.a.staff.qualityDept)
const list = async (query = '') => (await quality().get(`${URL}?${query}`)).body
const ITEMS = { contactPhone: '0755-2222333', contactFax: '0755-1', contactEmail: 'a@b.cn', contactPerson: '王主任' }
const put = (key: string, value: string) =>
  t.as(t.a.staff.centreHead).put(`/api/v1/estates/${t.a.id}/settings/complaint.${key}`, { value })

test('CP-032 quality sees which centres lack which of the five, and when each last changed them', async () => {
  const before = await list()
  expect(before).toMatchObject({ incomplete: 2, next: null })
  expect(
    before.rows.map((r: { estate: { id: string }; changedOn: string | null }) => [r.estate.id, r.changedOn]),
  ).toEqual([
    [t.a.id, null],
    [t.b.id, null],
  ])
  expect(before.rows[0].missing).toEqual(['phone', 'fax', 'email', 'person', 'suggestionBox'])
  for (const [key, value] of Object.entries(ITEMS)) expect((await put(key, value)).status).toBe(200)
  const [own] = (await list()).rows
  expect(own.missing).toEqual(['suggestionBox'])
  const shown = (await t.app.inject({ method: 'GET', url: `/api/v1/public/estates/${t.a.id}/how-to-complain` })).json()
  // the same words as on the page for residents
  expect([own.changedAt, own.changedOn, own.missing]).toEqual([shown.changedAt, shown.changedOn, shown.missing])
  await put('suggestionBox', '1栋大堂')
  expect(await list()).toMatchObject({ incomplete: 1, rows: [{ estate: { id: t.b.id } }] })
  expect((await list('show=complete')).rows).toMatchObject([{ estate: { id: t.a.id }, missing: [] }])
  // blanked out again it is missing again
  await put('suggestionBox', ' ')
  expect((await list('lacks=suggestionBox')).rows).toHaveLength(2)
  expect((await list('lacks=phone')).rows).toMatchObject([{ estate: { id: t.b.id } }])
})

test('CP-032 what the company has set for all its centres counts where a centre has set nothing of its own', async () => {
  await t.tx(async (tx) => {
    const { company_id } = await tx.db
      .selectFrom('estate')
      .select('company_id')
      .where('estate_id', '=', t.b.id)
      .executeTakeFirstOrThrow()
    await tx.db
      .insertInto('company_setting')
      .values({
        company_id,
        key: 'complaint.contactFax',
        value: JSON.stringify('0755-3'),
        updated_at: tx.now,
        updated_by: t.a.staff.qualityDept,
      })
      .execute()
    return true
  })
  expect((await list(`q=${encodeURIComponent('TB')}&show=all`)).rows).toMatchObject([
    { estate: { id: t.b.id }, missing: ['phone', 'email', 'person', 'suggestionBox'] },
  ])
})

test('CP-032 CP-153 the list is paged, found by name, exported on the record, and only for who looks at the company', async () => {
  const first = await list('show=all&limit=1')
  expect(first.rows).toMatchObject([{ estate: { id: t.a.id } }])
  const second = await list(`show=all&limit=1&cursor=${first.next}`)
  expect(second).toMatchObject({ rows: [{ estate: { id: t.b.id } }], next: null })
  expect((await quality().get(`${URL}?cursor=x`)).status).toBe(400)
  expect((await list('q=%E6%B2%A1%E6%9C%89')).rows).toEqual([])
  const sheet = await sheetOf((await quality().get(`${URL}.xlsx?show=all&lang=en`)).body)
  expect(sheet).toHaveLength(3)
  const logged = await t.tx((tx) =>
    tx.db.selectFrom('audit').select('actor_id').where('action', '=', 'export.complaintContacts').execute(),
  )
  expect(logged).toEqual([{ actor_id: t.a.staff.qualityDept }])
  expect((await t.as(t.a.staff.csLead).get(URL)).status).toBe(403)
  // of one estate only: that one
  expect((await t.as(t.b.staff.companyLeader).get(`${URL}?show=all`)).body.rows).toMatchObject([
    { estate: { id: t.b.id } },
  ])
})
