import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Instant, Uuid } from '#contract/values.ts'
import { newId } from '#platform/ids.ts'
import { tokensOf } from '#platform/search/tokens.ts'
import { customerOf } from '#test/desk-house.ts'
import { openTestHouse, type TestEstate, type TestHouse } from '#test/house.ts'

let t: TestHouse
let room: { customerId: Uuid; unitId: Uuid | null }
beforeAll(async () => {
  t = await openTestHouse()
  room = await customerOf(t, { name: '周丽华', phone: '13900139000', room: '3-2-1203' })
})
afterAll(() => t.close())

const DAY = 86_400_000
const daysAgo = (days: number): Instant => new Date(Date.now() - days * DAY).toISOString()

type Told = {
  said: string
  estate?: TestEstate
  unitId?: Uuid | null
  customerId?: Uuid
  place?: string
  state?: string
  receivedAt?: Instant
  closedAt?: Instant
  code?: string
  owner?: Uuid
  /** Keys of those who spoke, each at the receipt. */
  voices?: (string | null)[]
  flags?: string[]
}

let number = 0
/** A complaint as its rows stand, without the work of weeks. */
const complaint = (told: Told): Promise<Uuid> =>
  t.tx(async ({ db }) => {
    const estate = told.estate ?? t.a
    const id = newId()
    const receivedAt = told.receivedAt ?? daysAgo(2)
    number += 1
    const words = tokensOf([told.said, told.place].filter(Boolean).join(' '))
    await sql`insert into matter (estate_id, id, number, kind, contact_type, channel, state, open, title, customer_said, customer_id, unit_id, place,
        flags, owner_id, collected_at, received_at, registered_at, closed_at, updated_at, search)
      values (${estate.id}, ${id}, ${`26-9${String(number).padStart(5, '0')}`}, 'complaint', 'complaint', 'phone', ${told.state ?? 'INVESTIGATING'},
        ${told.closedAt === undefined}, ${told.said}, ${told.said}, ${told.customerId ?? null}, ${told.unitId ?? null}, ${told.place ?? null},
        ${told.flags ?? []}::text[], ${told.owner ?? estate.staff.csLead}, ${receivedAt}, ${receivedAt}, ${receivedAt},
        ${told.closedAt ?? null}, ${receivedAt}, to_tsvector('simple', ${words}))`.execute(db)
    const building = await db
      .selectFrom('unit')
      .select('building_id')
      .where('estate_id', '=', estate.id)
      .where('id', '=', told.unitId ?? newId())
      .executeTakeFirst()
    const voices = told.voices ?? ['customer:x']
    await db
      .insertInto('complaint_case')
      .values({
        estate_id: estate.id,
        matter_id: id,
        received_on: receivedAt.slice(0, 10),
        channel: 'phone',
        building_id: building?.building_id ?? null,
        category_initial: told.code ?? null,
        persons: new Set(voices).size,
        times: voices.length,
      })
      .execute()
    await db
      .insertInto('complaint_contact')
      .values(
        voices.map((person_key) => ({
          estate_id: estate.id,
          id: newId(),
          matter_id: id,
          at: receivedAt,
          channel: 'phone',
          person_key,
          anonymous: person_key === null,
        })),
      )
      .execute()
    return id
  })

const ask = async (query: Record<string, string>, staffId = t.a.staff.frontDeskClerk, estate = t.a) => {
  const answer = await t
    .as(staffId)
    .get(`/api/v1/estates/${estate.id}/complaint-suggestions?${new URLSearchParams(query)}`)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}
const idsOf = (body: { same: { id: Uuid }[] }) => body.same.map(({ id }) => id)

test('CP-012 words bring up categories and touchpoints, and nothing is written down', async () => {
  const body = await ask({ text: '电梯停在两层中间不动了' })
  expect(body.categories[0]).toEqual({ code: 'C2.7', score: 9, because: ['电梯…停', '电梯'] })
  expect(body.categories.map((c: { code: string }) => c.code)).toContain('C8.1')
  expect(body.touchpoints[0]).toMatchObject({ code: 'T12' })
  expect(body).toMatchObject({ same: [], possiblyHot: false, distinctPersons: 1 })
})

test('CP-012 who asks nothing is suggested nothing', async () => {
  expect(await ask({})).toEqual({
    categories: [],
    touchpoints: [],
    same: [],
    possiblyHot: false,
    distinctPersons: 1,
    topics: [],
  })
})

test('CP-097 complaints of the same room, place, customer, category or words are found, the likest first', async () => {
  const words = await complaint({ said: '二期幼儿园门口的喷泉水池发绿发臭' })
  const inRoom = await complaint({ said: '门铃坏了', unitId: room.unitId })
  const atPlace = await complaint({ said: '晚上没人', place: '东门岗亭' })
  const byCustomer = await complaint({ said: '快递丢了', customerId: room.customerId })
  const category = await complaint({ said: '按了按钮没有反应', code: 'C2.7' })
  await complaint({ said: '会所的瑜伽课取消了', code: 'C5.5' })

  const told = await ask({ text: '喷泉水池发绿了,幼儿园门口' })
  expect(told.same[0]).toMatchObject({ id: words, because: ['words'], persons: 1, times: 1, open: true })
  expect(idsOf(await ask({ unitId: room.unitId ?? '' }))).toEqual([inRoom])
  expect((await ask({ text: '东门岗亭找不到人' })).same[0]).toMatchObject({ id: atPlace, place: '东门岗亭' })
  expect((await ask({ place: '东门岗亭' })).same).toMatchObject([{ id: atPlace, because: ['place'] }])
  expect((await ask({ customerId: room.customerId })).same).toMatchObject([{ id: byCustomer, because: ['customer'] }])
  expect((await ask({ text: '电梯坏了' })).same).toMatchObject([
    { id: category, because: ['category'], category: 'C2.7' },
  ])
  const all = await ask({ text: '电梯坏了', unitId: room.unitId ?? '' })
  expect(idsOf(all)).toEqual([inRoom, category])
  expect(all.same[0].unit).toEqual({ id: room.unitId, display: '3-2-1203' })
})

test('CP-097 open ones of any age and those closed within the month are found, others are not', async () => {
  const said = '麒麟厅的旋转门夹人'
  const old = await complaint({ said, receivedAt: daysAgo(200) })
  const fresh = await complaint({ said, state: 'CLOSED', receivedAt: daysAgo(60), closedAt: daysAgo(20) })
  await complaint({ said, state: 'CLOSED', receivedAt: daysAgo(60), closedAt: daysAgo(40) })
  await complaint({ said, state: 'MERGED', closedAt: daysAgo(1) })
  await complaint({ said, state: 'NOT_COMPLAINT', closedAt: daysAgo(1) })
  const body = await ask({ text: said })
  expect(new Set(idsOf(body))).toEqual(new Set([old, fresh]))
  const closed = body.same.find((s: { id: Uuid }) => s.id === fresh)
  expect(closed).toMatchObject({ open: false, state: 'CLOSED' })
  expect(closed.closedAt).not.toBeNull()
})

test('CP-095 the third different person about the same thing makes it possibly hot', async () => {
  const said = '麻雀湖的木栈道断了两块板'
  await complaint({ said, voices: ['customer:a', 'customer:a'] })
  expect(await ask({ text: said, customerId: room.customerId })).toMatchObject({
    possiblyHot: false,
    distinctPersons: 2,
  })
  await complaint({ said, voices: ['phone:13900000002'] })
  expect(await ask({ text: said, customerId: room.customerId })).toMatchObject({
    possiblyHot: true,
    distinctPersons: 3,
  })
})

test('CP-098 a caller whom nobody knows, or an anonymous voice, makes it possibly hot only', async () => {
  const said = '琥珀亭的灯笼掉色严重'
  await complaint({ said, voices: ['customer:a', null] })
  expect(await ask({ text: said })).toMatchObject({ possiblyHot: true, distinctPersons: 1 })
  const twice = '听雨轩的石凳缺了一条腿'
  await complaint({ said: twice, voices: [`customer:${room.customerId}`, `customer:${room.customerId}`] })
  const again = await ask({ text: twice, customerId: room.customerId })
  expect(again).toMatchObject({ possiblyHot: false, distinctPersons: 1 })
})

test('CP-096 voices of more than a month ago are no longer counted', async () => {
  const said = '翡翠坡的滑梯有毛刺'
  await complaint({ said, receivedAt: daysAgo(50), voices: ['customer:a', 'customer:b'] })
  expect(await ask({ text: said, customerId: room.customerId })).toMatchObject({
    possiblyHot: false,
    distinctPersons: 1,
  })
})

test('CP-097 the same category elsewhere is shown and not taken together as one matter', async () => {
  for (const who of ['a', 'b', 'c']) await complaint({ said: `第${who}件`, code: 'C4.4', voices: [`customer:${who}`] })
  const body = await ask({ text: '地下室有老鼠' })
  expect(body.same).toHaveLength(3)
  expect(body).toMatchObject({ possiblyHot: false, distinctPersons: 1 })
})

test('CP-097 a complaint of another estate never appears, whoever asks', async () => {
  const said = '凤凰台的风铃半夜作响'
  const theirs = await complaint({
    said,
    estate: t.b,
    place: '凤凰台',
    code: 'C4.6',
    voices: ['customer:a', 'customer:b', 'customer:c'],
  })
  const asked = { text: said, place: '凤凰台', unitId: room.unitId ?? '', customerId: room.customerId }
  const body = await ask(asked)
  expect(idsOf(body)).not.toContain(theirs)
  expect(body).toMatchObject({ possiblyHot: false, distinctPersons: 1 })
  const own = await ask(asked, t.b.staff.frontDeskClerk, t.b)
  expect(idsOf(own)).toEqual([theirs])
  expect(own.possiblyHot).toBe(true)
  const foreign = await t.as(t.b.staff.frontDeskClerk).get(`/api/v1/estates/${t.a.id}/complaint-suggestions?text=x`)
  // an estate in which somebody holds nothing does not exist for them
  expect(foreign.status).toBe(404)
})

test('CP-153 who may register but not read matters sees only their own among them', async () => {
  const said = '玉带桥的栏杆生锈'
  const own = await complaint({ said, owner: t.a.staff.guard })
  const others = await complaint({ said, voices: ['customer:a', 'customer:b', 'customer:c'] })
  expect(new Set(idsOf(await ask({ text: said })))).toEqual(new Set([own, others]))
  const guard = await ask({ text: said }, t.a.staff.guard)
  expect(idsOf(guard)).toEqual([own])
  expect(guard.possiblyHot).toBe(false)
  const telephony = await t.as(t.a.staff.telephony).get(`/api/v1/estates/${t.a.id}/complaint-suggestions?text=x`)
  expect(telephony.status).toBe(403)
})

test('CP-097 quotes and operators in the words are only words', async () => {
  expect((await ask({ text: `' | !! & <-> \\ "电梯"' or 1=1 --` })).categories[0].code).toBe('C2.7')
})

test('CP-095 three who complained at the desk about the same thing are three voices', async () => {
  const register = async (customerId: Uuid, said: string) => {
    const answer = await t.as(t.a.staff.frontDeskClerk).post(`/api/v1/estates/${t.a.id}/matters`, {
      contactType: 'complaint',
      channel: 'phone',
      customerSaid: said,
      customerId,
      place: '丹桂阁电梯厅',
      complaint: { feeling: '很生气', wish: '尽快修好' },
    })
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  }
  const people = [
    await customerOf(t, { name: '吴一' }),
    await customerOf(t, { name: '吴二' }),
    await customerOf(t, { name: '吴三' }),
  ]
  const [one, two, three] = people.map(({ customerId }) => customerId)
  if (!one || !two || !three) throw new Error('three people are needed')
  const said = '丹桂阁电梯厅的吊顶松动,随时会掉下来'
  await register(one, said)
  await register(two, '丹桂阁电梯厅吊顶松动很危险,要掉了')
  const body = await ask({ text: said, place: '丹桂阁电梯厅', customerId: three })
  for (const row of body.same.slice(0, 2)) expect(row.because).toEqual(expect.arrayContaining(['place', 'words']))
  for (const row of body.same.slice(2)) expect(row.because).toEqual(['category'])
  expect(body).toMatchObject({ possiblyHot: true, distinctPersons: 3 })
  expect(await ask({ text: said, customerId: two })).toMatchObject({ possiblyHot: false, distinctPersons: 2 })
})
