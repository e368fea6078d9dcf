import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ComplaintHouse, local, openComplaintHouse } from '#test/complaint-house.ts'
import { actorOf } from '#test/desk-house.ts'
import { sheetOf } from '#test/sheet-of.ts'
import { searchCompany } from './search-company.ts'

let house: ComplaintHouse
/** In both estates of the company. */
const quality = () => house.t.as(house.t.b.staff.qualityDept)
const found = async (q: string, more = '') =>
  (await quality().get(`/api/v1/company/complaints/search?q=${encodeURIComponent(q)}${more}`)).body
const titles = async (q: string) => (await found(q)).rows.map((r: { title: string }) => r.title)

const DAYS = ['2025-12-10', '2026-08-02', '2026-10-30', '2026-11-02', '2026-11-20']
beforeAll(async () => {
  house = await openComplaintHouse()
  await house.t.tx(({ db }) =>
    db.updateTable('staff_role').set({ estate_id: null }).where('staff_id', '=', house.t.b.staff.qualityDept).execute(),
  )
  for (const [i, day] of DAYS.entries())
    await house.registered({
      title: `第${i}件`,
      customerSaid: i % 2 === 0 ? '主卧卫生间漏水，楼下也湿了' : '地下车库有异味',
      receivedAt: local(day, '09:00'),
      contactPhone: `1390000000${i}`,
    })
  const b = house.t.as(house.t.b.staff.frontDeskClerk)
  const made = await b.post(`/api/v1/estates/${house.t.b.id}/matters`, {
    contactType: 'complaint',
    channel: 'phone',
    title: '别处漏水',
    customerSaid: '电梯厅漏水',
    customerName: '李先生',
    contactPhone: '13900000009',
    place: '1栋',
    complaint: { feeling: '着急', wish: '来修' },
  })
  if (made.status !== 201) throw new Error(JSON.stringify(made.body))
  // no complaint, so none of the company's complaints
  await house.t.as(house.t.a.staff.frontDeskClerk).post(house.url('matters'), {
    contactType: 'service',
    channel: 'phone',
    title: '报修漏水',
    customerSaid: '厨房漏水',
    customerName: '赵女士',
    contactPhone: '13900000010',
    place: '2栋',
  })
})
afterAll(() => house.close())

test('CP-132 words of two characters are found in all centres, newest first, with what is needed to open them', async () => {
  expect(await titles('漏水')).toEqual(['别处漏水', '第4件', '第2件', '第0件'])
  expect(await titles('卫生间 漏水')).toEqual(['第4件', '第2件', '第0件'])
  expect(await titles('车库异味')).toEqual(['第3件', '第1件'])
  expect((await found('漏水')).rows[1]).toMatchObject({
    estate: { id: house.t.a.id, code: house.t.a.code },
    title: '第4件',
    category: null,
    state: 'RECEIVED',
    open: true,
    receivedOn: '2026-11-20',
  })
  expect(await titles('游泳池')).toEqual([])
  expect(await titles('，。')).toEqual([])
})

test('CP-132 words that nearly everybody says are found by another way, and the same', async () => {
  const actor = await actorOf(house.t, house.t.b.staff.qualityDept)
  for (const q of ['漏水', '卫生间漏水', '车库异味', '不见'])
    for (const limit of [1, 2, 50]) {
      const by = (most: number) =>
        house.t.tx((tx) => searchCompany(tx, actor, { q, limit }, most), { now: local('2026-11-20', '10:00') })
      const usual = await by(2_000)
      for (const most of [0, 1, 2]) expect(await by(most), `${q} ${limit} ${most}`).toEqual(usual)
    }
})

test('CP-132 a number is found in every centre that has it', async () => {
  const { number } = (await found('卫生间漏水')).rows[2]
  const short = number.replace('-', '').replace(/^(\d\d)0+/, '$1')
  for (const q of [number, number.replace('-', ''), short])
    expect((await found(q)).rows.map((r: { number: string }) => r.number)).toContain(number)
  expect(await titles('99-999999')).toEqual([])
})

test('CP-132 page after page gives each once, in the same order', async () => {
  const all = await titles('漏水')
  const paged: string[] = []
  for (let cursor = ''; ; ) {
    const page = await found('漏水', `&limit=1${cursor}`)
    paged.push(...page.rows.map((r: { title: string }) => r.title))
    if (page.next === null) break
    cursor = `&cursor=${page.next}`
  }
  expect(paged).toEqual(all)
  expect((await quality().get('/api/v1/company/complaints/search?q=a&cursor=eyJ')).body.error.field).toBe(
    'query.cursor',
  )
  expect((await quality().get('/api/v1/company/complaints/search')).status).toBe(400)
})

test('CP-153 only who looks at the company searches it, only its own estates, and the export is on the record', async () => {
  const url = '/api/v1/company/complaints/search?q=漏水'
  expect((await house.t.as(house.t.a.staff.csLead).get(encodeURI(url))).status).toBe(403)
  const b = await house.t.as(house.t.b.staff.companyLeader).get(encodeURI(url))
  expect(b.body.rows.map((r: { title: string }) => r.title)).toEqual(['别处漏水'])
  const rows = await sheetOf((await quality().get(encodeURI('/api/v1/company/complaints/search.xlsx?q=漏水'))).body)
  expect(rows).toHaveLength(5)
  const logged = await house.t.tx(({ db }) =>
    db.selectFrom('audit').select('after').where('action', '=', 'export.companyComplaintSearch').execute(),
  )
  expect(logged).toEqual([{ after: { query: { q: '漏水' } } }])
})

test('what looks up words with the rights of the owner keeps to the scope of its transaction', async () => {
  const { rows } = await house.t.tx(async ({ db }) => {
    await sql.raw(`set local app.estates = '${house.t.b.id}'`).execute(db)
    return sql<{ estate_id: string }>`select f.* from matter_words w, unnest(tsvector_to_array(w.words)) word,
      matters_with_words('''' || word || '''', null) f`.execute(db)
  })
  expect([...new Set(rows.map((r) => r.estate_id))]).toEqual([house.t.b.id])
  const none = await house.t.tx(async ({ db }) => {
    await sql.raw(`set local app.estates = ''`).execute(db)
    return sql`select * from matters_with_words('!''x''', null)`.execute(db)
  })
  expect(none.rows).toEqual([])
  const every = await house.t.tx(({ db }) => sql`select * from matters_with_words('!''x''', 2)`.execute(db))
  expect(every.rows).toHaveLength(2)
})
