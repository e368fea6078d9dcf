import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const read = async (estateId: string) => {
  const answer = await t.app.inject({ method: 'GET', url: `/api/v1/public/estates/${estateId}/how-to-complain` })
  return { status: answer.statusCode, body: answer.json() }
}
const put = (key: string, value: string) =>
  t.as(t.a.staff.centreHead).put(`/api/v1/estates/${t.a.id}/settings/${key}`, { value })

test('CP-032 before anything is entered the page says what is missing, to somebody who has not signed in', async () => {
  expect(await read(t.a.id)).toEqual({
    status: 200,
    body: {
      estateName: '测试小区TA',
      phone: null,
      fax: null,
      email: null,
      person: null,
      suggestionBox: null,
      changedAt: null,
      changedOn: null,
      complete: false,
      missing: ['phone', 'fax', 'email', 'person', 'suggestionBox'],
    },
  })
})

test('CP-032 the five items with the day of the last change, of this estate alone', async () => {
  const given = {
    contactPhone: '0755-2222333',
    contactFax: '0755-2222334',
    contactEmail: 'ts@example.com',
    contactPerson: '客服主管',
    suggestionBox: '1栋大堂',
  }
  for (const [key, value] of Object.entries(given)) expect((await put(`complaint.${key}`, value)).status).toBe(200)
  const { body } = await read(t.a.id)
  expect(body).toMatchObject({
    phone: '0755-2222333',
    fax: '0755-2222334',
    email: 'ts@example.com',
    person: '客服主管',
    suggestionBox: '1栋大堂',
    complete: true,
    missing: [],
  })
  expect(body.changedAt).toMatch(/^\d{4}-/)
  expect(body.changedOn).toBe(
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.parse(body.changedAt)),
  )
  expect((await read(t.b.id)).body).toMatchObject({ estateName: '测试小区TB', phone: null, changedAt: null })
  await put('complaint.contactPhone', '0755-9999999')
  const changed = (await read(t.a.id)).body
  expect(changed.phone).toBe('0755-9999999')
  expect(changed.changedAt > body.changedAt).toBe(true)
})

test('CP-032 an address that names no estate is answered as such', async () => {
  for (const id of [newId(), 'nothing', "' or 1=1"])
    expect((await read(encodeURIComponent(id))).body.error.code, id).toMatch(/^E_(NOT_FOUND|INPUT)$/)
  expect((await read(newId())).status).toBe(404)
})
