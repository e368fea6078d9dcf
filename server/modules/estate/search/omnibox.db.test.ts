import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openTestHouse, type TestHouse } from '#test/house.ts'
import { numberKeys } from './keys.ts'
import { putSearchKeys } from './put-keys.ts'
import { armsOf } from './query.rules.ts'
import { hitsStatement, type SearchIn } from './search.store.ts'

let t: TestHouse
let clerk: Client
let matterId: string
beforeAll(async () => {
  t = await openTestHouse()
  clerk = t.as(t.a.staff.frontDeskClerk)
  await people(t.a.id, t.a.staff.centreHead)
  await people(t.b.id, t.b.staff.centreHead)
  matterId = crypto.randomUUID()
  await t.tx((tx) => putSearchKeys(tx, t.a.id, 'matter', matterId, numberKeys('26-000123'), '26-000123 厨房漏水'))
})
afterAll(() => t.close())

const people = async (estateId: string, headId: string) => {
  const head = t.as(headId)
  const at = (path: string) => `/api/v1/estates/${estateId}/${path}`
  for (const code of ['3', '13']) await head.post(at('buildings'), { code })
  const units: Record<string, string> = {}
  for (const unitNo of ['3-2-1203', '3-1-1203', '13-2-1203', '3-2-903'])
    units[unitNo] = (await head.post(at('units'), { unitNo })).body.id
  const make = async (name: string, phone: string, unitNo: string) =>
    (
      await head.post(at('customers'), {
        kind: 'person',
        name,
        phones: [{ phone }],
        residences: [{ unitId: units[unitNo], role: 'owner', fromDate: '2020-01-01' }],
      })
    ).body.id
  const zhang = await make('张三丰', '13800138000', '3-2-1203')
  await make('张三', '13900121203', '3-1-1203')
  await make('欧阳锋', '13700137000', '3-2-903')
  await head.post(at('vehicles'), { plate: '粤B12035', customerId: zhang, unitId: units['3-2-1203'] })
}

// biome-ignore lint/suspicious/noExplicitAny: JSON of any kind of hit
type Hit = any
const search = async (q: string, who = clerk, path = `/api/v1/estates/${t.a.id}/omnibox`): Promise<Hit[]> => {
  const answer = await who.get(`${path}?q=${encodeURIComponent(q)}`)
  expect(answer.status, q).toBe(200)
  return answer.body.hits
}
const titles = (hits: Hit[]) => hits.map((h) => h.display ?? h.name ?? h.plate ?? h.label)

test.each(['3-2-1203', '3栋2单元1203', '3#2-1203室', '321203'])(
  'the room stands first, with whoever lives there, by %s',
  async (q) => {
    const [first] = await search(q)
    expect(first).toMatchObject({
      kind: 'unit',
      display: '3栋2单元1203',
      match: 'room',
      exact: true,
      residents: [{ name: '张三丰', role: 'owner', phone: '138****8000' }],
    })
  },
)

test('a room without its section finds each section, and a room alone each building', async () => {
  expect(titles(await search('3栋1203')).sort()).toEqual(['3栋1单元1203', '3栋2单元1203'])
  const rooms = (await search('1203')).filter((h) => h.kind === 'unit')
  expect(titles(rooms).sort()).toEqual(['13栋2单元1203', '3栋1单元1203', '3栋2单元1203'])
})

test('digits may be a room, the end of a phone or a part of a plate, and all of them are offered', async () => {
  const hits = await search('1203')
  expect(hits.map((h) => h.match)).toEqual(expect.arrayContaining(['room', 'phone', 'plate']))
  expect(hits.find((h) => h.match === 'phone')).toMatchObject({
    kind: 'customer',
    name: '张三',
    phone: '139****1203',
    units: [{ display: '3栋1单元1203', role: 'owner', current: true }],
  })
})

test.each([
  ['张三丰', '张三丰'],
  ['三丰', '张三丰'],
  ['zsf', '张三丰'],
  ['zhangsanfeng', '张三丰'],
  ['ouyang', '欧阳锋'],
  ['oyf', '欧阳锋'],
  ['8000', '张三丰'],
  ['13700137000', '欧阳锋'],
])('a person is found by %s', async (q, name) => {
  expect(titles(await search(q))[0]).toBe(name)
})

test('whoever has exactly the name typed stands before whoever has more of it', async () => {
  expect(titles(await search('张三')).slice(0, 2)).toEqual(['张三', '张三丰'])
})

test('FD-015 a plate is shown whole only to whoever typed a part of it', async () => {
  const [hit] = await search('B1203')
  expect(hit).toMatchObject({
    kind: 'vehicle',
    plate: '粤B12035',
    customer: { name: '张三丰' },
    unit: { display: '3栋2单元1203' },
    phone: '138****8000',
  })
})

test('a matter is found by its number in any length', async () => {
  for (const q of ['26-000123', '26-123', '123'])
    expect((await search(q)).find((h) => h.kind === 'matter')).toMatchObject({
      id: matterId,
      label: '26-000123 厨房漏水',
      match: 'number',
    })
})

test('people without the right to read customers or matters find rooms and nothing else', async () => {
  const guard = t.as(t.a.staff.guard)
  expect(await search('张三丰', guard)).toEqual([])
  expect(await search('26-000123', guard)).toEqual([])
  expect((await search('3-2-1203', guard))[0]).toMatchObject({ kind: 'unit', residents: [] })
})

test('an estate shows nothing of another one; the company search shows each of the caller, named', async () => {
  const hits = await search('张三丰')
  expect(new Set(hits.map((h) => h.estate.id))).toEqual(new Set([t.a.id]))
  const wide = await t.tx(async ({ db }) => {
    await db.updateTable('staff_role').set({ estate_id: null }).where('staff_id', '=', t.a.staff.qualityDept).execute()
    return t.as(t.a.staff.qualityDept)
  })
  const both = await search('张三丰', wide, '/api/v1/omnibox')
  expect(
    both
      .filter((h) => h.name === '张三丰')
      .map((h) => h.estate.name)
      .sort(),
  ).toEqual(['测试小区TA', '测试小区TB'])
  expect((await search('张三丰', clerk, '/api/v1/omnibox')).map((h) => h.estate.id)).toEqual([t.a.id])
})

test('a vehicle that left and a number that ended are found no more; a new name is found at once', async () => {
  const url = (path: string) => `/api/v1/estates/${t.b.id}/${path}`
  const head = t.as(t.b.staff.centreHead)
  const inB = (q: string) => search(q, head, url('omnibox'))
  const [car] = await inB('12035')
  await head.post(url(`vehicles/${car.id}/end`), { untilDate: '2020-12-31', reason: 'x' })
  expect((await inB('粤B12035')).filter((h) => h.kind === 'vehicle')).toHaveLength(1)
  await head.post(url(`vehicles/${car.id}/end`), { untilDate: '2099-12-31', reason: '卖车' })
  expect((await inB('粤B12035')).filter((h) => h.kind === 'vehicle')).toEqual([])
  const [person] = await inB('欧阳锋')
  const { version } = (await head.get(url(`customers/${person.id}`))).body
  await head.send({
    method: 'PATCH',
    url: url(`customers/${person.id}`),
    headers: { 'idempotency-key': crypto.randomUUID(), 'content-type': 'application/json' },
    payload: JSON.stringify({ version, name: '黄药师' }),
  })
  expect(titles(await inB('hys'))).toEqual(['黄药师'])
  expect(await inB('欧阳')).toEqual([])
})

test.each([
  "O'Brien",
  '100%',
  '_',
  '\\',
  '"',
  '💥',
  '<b>',
  '\u0000',
  '张'.repeat(400),
  '-',
  '--',
  '; drop table customer',
  '%00',
  '３－２',
  '\ufeff',
  '{}',
  '[]',
])('whatever is typed is no error: %s', async (q) => {
  await search(q.toWellFormed())
  await search(q.toWellFormed(), clerk, '/api/v1/omnibox')
})

/** Enough keys for the planner to have an opinion, and fresh statistics. */
const fill = async () => {
  await t.tx(({ db }) =>
    sql`insert into search_key (estate_id, key, kind, subject_id)
      select e, 'n:' || chr(19968 + n % 5000) || chr(20000 + n % 700), 'customer', gen_random_uuid()
      from generate_series(1, 40000) n cross join unnest(array[${t.a.id}, ${t.b.id}]::uuid[]) e`.execute(db),
  )
  const owner = new pg.Client({ connectionString: t.house.database.url })
  await owner.connect()
  await owner.query('vacuum analyze search_key')
  await owner.end()
}

test('each arm of the search is a stretch of an index, over a company of the index alone', async () => {
  await fill()
  const wide = [t.a.id, ...Array.from({ length: 99 }, () => crypto.randomUUID())]
  const any =
    /Index (?:Only )?Scan using search_key_(?:pk|company_idx) on search_key[^\n]*\n\s+Index Cond: [^\n]*key >= /g
  const alone = /Index Only Scan using search_key_company_idx on search_key[^\n]*\n\s+Index Cond: [^\n]*key >= /g
  const places: [RegExp, SearchIn['estates']][] = [
    [any, { one: t.a.id }],
    [any, { many: [t.a.id, t.b.id] }],
    [alone, { many: wide }],
  ]
  const arms = armsOf('张三')
  for (const [stretch, estates] of places) {
    const plan = await t.tx(async ({ db }) => {
      const statement = hitsStatement(arms, { estates, kinds: ['customer'], restricted: [] })
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${statement}`.execute(db)
      return rows.map((r) => r['QUERY PLAN']).join('\n')
    })
    expect(plan.match(stretch), plan).toHaveLength(arms.length)
    expect(plan).not.toMatch(/Seq Scan on search_key|Sort[^\n]*\n[^\n]*\n\s+-> {2}Index/)
  }
})
