import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Role } from '#contract/permissions.ts'
import type { Uuid } from '#contract/values.ts'
import { newId } from '#platform/ids.ts'
import { answer, type ComplaintHouse, category, inMinutes, interim, openComplaintHouse } from '#test/complaint-house.ts'

let h: ComplaintHouse
beforeAll(async () => {
  h = await openComplaintHouse('2026-11-20', '10:00')
})
afterAll(() => h.close())

const LIFT = { title: '5栋电梯停运', text: '电梯主板已订货，25日恢复；需要搬重物的请联系服务台。' }
const post = (body: object, by: Role = 'centreHead') => h.t.as(h.who(by)).post(h.url('wording-topics'), body)
const made = async (body: object) => {
  const { status, body: topic } = await post(body)
  expect(status, JSON.stringify(topic)).toBe(201)
  return topic
}
const change = (id: Uuid, body: object) => h.t.as(h.who('centreHead')).put(h.url(`wording-topics/${id}`), body)
const end = (id: Uuid, version: number) =>
  h.t.as(h.who('centreHead')).post(h.url(`wording-topics/${id}/end`), { version })
const list = async (query = '') => (await h.t.as(h.who('csLead')).get(h.url(`wording-topics${query}`))).body.rows
const endAll = async () => {
  for (const { id, version } of await list('?inForce=true')) expect((await end(id, version)).status).toBe(200)
}
afterEach(endAll)
const topicsOf = async (id: Uuid) => (await h.caseOf(id)).topics.map((topic: { title: string }) => topic.title)
const warned = (done: { body: { warnings?: { code: string; details?: unknown }[] } }) =>
  (done.body.warnings ?? []).filter((w) => w.code === 'W_WORDING').map((w) => w.details)
const told = (id: Uuid, reply: string) => h.act('csLead', id, 'replyInterim', interim(h, { reply }))
const investigated = async (complaint: object = { categoryInitial: 'C3.1' }, over: object = {}) => {
  const id = await h.registered({ complaint, ...over })
  await h.did('frontDeskClerk', id, 'dispatch', {
    handlerId: h.who('customerAssistant'),
    leadId: h.who('csLead'),
    promisedFeedbackAt: inMinutes(300),
  })
  await h.did('csLead', id, 'acceptCase')
  return id
}
/** A building with a flat in it. */
const building = async (code: string) => {
  const [buildingId, unitId] = [newId(), newId()]
  await h.t.tx(async ({ db }) => {
    const at = { estate_id: h.t.a.id }
    await db
      .insertInto('building')
      .values({ ...at, id: buildingId, name: `${code}栋`, code })
      .execute()
    const unit = { building_id: buildingId, unit_no: `${code}-101`, room: '101', display: `${code}栋101`, kind: 'flat' }
    await db
      .insertInto('unit')
      .values({ ...at, ...unit, id: unitId, sort_key: code, created_at: '2026-01-01T00:00:00.000Z' })
      .execute()
  })
  return { buildingId, unitId }
}

test('CP-028 a topic’s approved answer is shown with every complaint about it, and a reply that differs is warned of', async () => {
  await made({ ...LIFT, codes: ['C3.1'] })
  const about = await investigated()
  const other = await investigated({ categoryInitial: 'C4.2' })
  expect(await topicsOf(about)).toEqual([LIFT.title])
  expect(await topicsOf(other)).toEqual([])
  const differs = await told(about, '过几天就好')
  expect([differs.status, warned(differs)]).toEqual([200, [{ wording: LIFT.text }]])
  expect(warned(await h.act('csLead', about, 'reply', answer(h, { reply: `您好。${LIFT.text}` })))).toEqual([])
  expect(warned(await told(other, '过几天就好'))).toEqual([])
})

test('CP-028 what was agreed for the case goes before what its topics say', async () => {
  await made({ ...LIFT, codes: ['C3.1'] })
  const id = await investigated()
  await h.did('centreHead', id, 'agreeWording', { wording: '您家的梯控今天修。' })
  const own = await told(id, '您好，您家的梯控今天修。')
  expect([own.status, warned(own)]).toEqual([200, []])
  expect(warned(await told(id, LIFT.text))).toEqual([{ wording: '您家的梯控今天修。' }])
})

test('CP-028 the final category decides once there is one, and each of category, touchpoint and building that is said has to be met', async () => {
  const five = await building('5')
  const six = await building('6')
  await made({ title: '只看类别', text: '一', codes: ['C3.1'] })
  await made({ title: '只看触点', text: '二', touchpoint: 'T08' })
  await made({ title: '五栋电梯', text: '三', codes: ['C3.1', 'C3.2'], touchpoint: 'T08', buildingId: five.buildingId })
  const inFive = { categoryInitial: 'C3.1', touchpoint: 'T08' }
  const id = await investigated(inFive, { unitId: five.unitId })
  expect(await topicsOf(id)).toEqual(['五栋电梯', '只看触点', '只看类别'])
  expect(await topicsOf(await investigated(inFive, { unitId: six.unitId }))).toEqual(['只看触点', '只看类别'])
  expect(await topicsOf(await investigated({ touchpoint: 'T08' }, { unitId: five.unitId }))).toEqual(['只看触点'])
  await h.did('csLead', id, 'setCategory', category({ code: 'C4.2' }))
  expect(await topicsOf(id)).toEqual(['只看触点'])
})

test('CP-028 whoever takes the next call hears the answer while the complaint is being told', async () => {
  const five = await building('15')
  const six = await building('16')
  await made({ ...LIFT, codes: ['C4.2'], buildingId: five.buildingId })
  const asked = async (query: string) =>
    (await h.t.as(h.who('frontDeskClerk')).get(h.url(`complaint-suggestions?${query}`))).body.topics
  const text = `text=${encodeURIComponent('楼道三天没有打扫，垃圾很多')}`
  expect(await asked(`${text}&unitId=${five.unitId}`)).toEqual([expect.objectContaining(LIFT)])
  expect(await asked(text)).toHaveLength(1)
  expect(await asked(`${text}&unitId=${six.unitId}`)).toEqual([])
  expect(await asked(`text=${encodeURIComponent('保安态度很差')}`)).toEqual([])
  expect(await asked('')).toEqual([])
})

test('CP-028 one answer for a topic: a title stands once in force, topics that may meet are named, and it is about something here', async () => {
  const first = await made({ ...LIFT, codes: ['C3.1', 'C3.1'] })
  expect(first).toMatchObject({ codes: ['C3.1'], overlaps: [], version: 1, approvedBy: { id: h.who('centreHead') } })
  expect((await post({ ...LIFT, codes: ['C1.1'] })).body.error).toMatchObject({
    code: 'E_DUPLICATE',
    field: 'body.title',
  })
  const second = await made({ title: '电梯年检', text: '年检两小时。', touchpoint: 'T08' })
  expect(second.overlaps).toEqual([LIFT.title])
  expect((await list('?code=C3.1'))[0].overlaps).toEqual(['电梯年检'])
  const apart = await made({ title: '楼道保洁', text: '每天两次。', codes: ['C4.2'], touchpoint: 'T10' })
  expect(apart.overlaps).toEqual([])
  const refused = async (body: object) => (await post(body)).body.error
  expect(await refused({ title: '空', text: '无' })).toMatchObject({
    code: 'E_INPUT',
    field: 'body.codes',
  })
  expect(await refused({ title: '类别', text: '无', codes: ['C9.9'] })).toMatchObject({ code: 'E_INPUT' })
  expect(await refused({ title: '别处', text: '无', buildingId: newId() })).toMatchObject({
    code: 'E_NOT_FOUND',
    field: 'body.buildingId',
  })
  await endAll()
  // a topic that comes again may have its old title
  await made({ ...LIFT, codes: ['C3.1'] })
})

test('CP-028 who confirms approves it; a change needs the version last seen and leaves what was said before on the record', async () => {
  const body = { ...LIFT, codes: ['C3.1'] }
  expect((await post(body, 'frontDeskClerk')).status).toBe(403)
  const topic = await made(body)
  const patch = { ...body, text: '26日恢复。', touchpoint: null, buildingId: null }
  expect((await change(topic.id, { ...patch, version: 1 })).body).toMatchObject({ text: '26日恢复。', version: 2 })
  expect((await change(topic.id, { ...patch, version: 1 })).body.error).toMatchObject({ code: 'E_VERSION_STALE' })
  expect((await end(topic.id, 1)).body.error).toMatchObject({ code: 'E_VERSION_STALE' })
  expect((await end(topic.id, 2)).body).toMatchObject({ endedBy: { id: h.who('centreHead') } })
  for (const again of [await end(topic.id, 3), await change(topic.id, { ...patch, version: 3 })])
    expect(again.body.error).toMatchObject({ code: 'E_STATE_CHANGED' })
  expect((await end(newId(), 1)).status).toBe(404)
  const logged = await h.t.tx(({ db }) =>
    db
      .selectFrom('audit')
      .select(['action', 'before', 'after'])
      .where('subject_id', '=', topic.id)
      .orderBy('at')
      .orderBy('id')
      .execute(),
  )
  expect(logged.map((l) => l.action)).toEqual(['wording.create', 'wording.change', 'wording.end'])
  expect(logged[1]).toMatchObject({ before: { text: LIFT.text }, after: { text: '26日恢复。' } })
})

test('CP-028 the list goes page by page, by category and by what is in force, and into a file', async () => {
  for (const n of [1, 2, 3]) await made({ title: `话题${n}`, text: '说法', codes: n === 2 ? ['C5.1'] : ['C6.2'] })
  expect((await list('?inForce=true')).map((w: { title: string }) => w.title)).toEqual(['话题3', '话题2', '话题1'])
  expect((await list('?code=C5.1')).map((w: { title: string }) => w.title)).toEqual(['话题2'])
  for (const { endedAt } of await list('?inForce=false')) expect(endedAt).not.toBeNull()
  const get = async (query: string) => (await h.t.as(h.who('csLead')).get(h.url(`wording-topics${query}`))).body
  const first = await get('?limit=2')
  expect(first.rows).toHaveLength(2)
  expect([...first.rows, ...(await get(`?limit=200&cursor=${first.next}`)).rows]).toEqual(await list('?limit=200'))
  expect((await h.t.as(h.who('csLead')).get(h.url('wording-topics.xlsx'))).status).toBe(200)
})
