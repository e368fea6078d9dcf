import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { actorOf, at, openedOn, told } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { isWatched } from '../post.store.ts'
import { markCheck } from './mark-check.ts'
import { readWatchDay, tellMissingChecks } from './watch-day.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
  await openedOn(t, '2026-01-01T00:00:00.000Z')
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const lead = () => t.as(t.a.staff.csLead)
const ok = async <T>(work: Promise<T | Refusal>): Promise<T> => {
  const done = await work
  if (isRefusal(done)) throw new Error(`${done.code} ${JSON.stringify(done.details)}`)
  return done
}
const create = async (name: string, over: object = {}) => lead().post(url('watch-channels'), { name, ...over })
/** As if it had been there since the beginning of the year. */
const since = (id: string) =>
  t.tx(({ db }) =>
    db
      .updateTable('watch_channel')
      .set({ created_at: '2026-01-01T00:00:00.000Z' })
      .where('estate_id', '=', t.a.id)
      .where('id', '=', id)
      .execute(),
  )
const check = (id: string, now: string, by = t.a.staff.csLead, found = 0) =>
  at(t, now, async (tx) => markCheck(tx, await actorOf(t, by), t.a.id, id, { found }))
const day = (now: string, date?: string) =>
  ok(at(t, now, async (tx) => readWatchDay(tx, await actorOf(t, t.a.staff.csLead), t.a.id, date)))
const night = (now: string) => ok(at(t, now, (tx) => tellMissingChecks(tx, t.a.id)))

// Friday the 20th and Saturday the 21st, at nine in Shanghai
const FRIDAY = '2026-11-20T01:00:00.000Z'
const SATURDAY = '2026-11-21T01:00:00.000Z'

test('CP-110 a name stands once, an address is one of the web, a person works here', async () => {
  expect((await create('业主论坛', { url: 'https://bbs.example.com/a' })).status).toBe(201)
  expect((await create('业主论坛')).body.error).toMatchObject({ code: 'E_DUPLICATE', field: 'body.name' })
  expect((await create('别处', { url: 'javascript:alert(1)' })).body.error).toMatchObject({ code: 'E_INPUT' })
  expect((await create('别处', { assignedId: '0193a0b0-7c00-7000-8000-000000000001' })).body.error).toMatchObject({
    code: 'E_NOT_FOUND',
    field: 'body.assignedId',
  })
})

test('CP-110 who is assigned is told, may check their place and no other; the lead may check every one', async () => {
  const { body: mine } = await create('微博', { assignedId: t.a.staff.customerAssistant })
  const { body: other } = await create('贴吧')
  expect((await told(t, 'watch.assigned')).map((n) => n.to_id)).toEqual([t.a.staff.customerAssistant])
  const assistant = t.as(t.a.staff.customerAssistant)
  const marked = await assistant.post(url(`watch-channels/${mine.id}/checks`), { found: 2, note: '两帖' })
  expect(marked.body).toMatchObject({ name: '微博', found: 2, note: '两帖', by: { id: t.a.staff.customerAssistant } })
  expect((await assistant.post(url(`watch-channels/${other.id}/checks`))).status).toBe(403)
  expect((await lead().post(url(`watch-channels/${other.id}/checks`))).status).toBe(201)
  const list = (await assistant.get(url('watch-channels'))).body.rows
  expect(list.find((w: { id: string }) => w.id === mine.id)).toMatchObject({ mayCheck: true })
  expect(list.find((w: { id: string }) => w.id === other.id)).toMatchObject({ mayCheck: false })
  expect((await t.as(t.b.staff.csLead).post(url(`watch-channels/${mine.id}/checks`))).status).toBe(404)
})

test('CP-110 a change needs the latest version; a place no longer watched takes no checks', async () => {
  const { body: place } = await create('小红书')
  const change = (over: object) =>
    lead().put(url(`watch-channels/${place.id}`), {
      name: '小红书',
      url: null,
      assignedId: null,
      active: true,
      version: 1,
      ...over,
    })
  expect((await change({ name: '业主论坛' })).body.error).toMatchObject({ code: 'E_DUPLICATE' })
  expect((await change({ active: false })).body).toMatchObject({ active: false, version: 2, mayCheck: false })
  expect((await change({ active: true })).body.error).toMatchObject({ code: 'E_VERSION_STALE' })
  expect((await lead().post(url(`watch-channels/${place.id}/checks`))).body.error.code).toBe('E_STATE_CHANGED')
})

test('CP-110 after midnight the lead hears once which places were looked at too seldom', async () => {
  await t.tx(({ db }) =>
    db.updateTable('watch_channel').set({ active: false }).where('estate_id', '=', t.a.id).execute(),
  )
  const forum = (await create('晨光论坛')).body.id
  const group = (await create('业主群')).body.id
  const gone = (await create('旧论坛')).body.id
  for (const id of [forum, group, gone]) await since(id)
  await lead().put(url(`watch-channels/${gone}`), { name: '旧论坛', active: false, version: 1 })
  // what lies further back is not this test's business
  await night('2026-11-19T16:09:00.000Z')

  await ok(check(forum, FRIDAY))
  await ok(check(forum, plusMilliseconds(FRIDAY, 6 * 3_600_000), t.a.staff.csLead, 1))
  await ok(check(group, FRIDAY))
  const friday = await day(plusMilliseconds(FRIDAY, 7 * 3_600_000))
  expect(friday).toMatchObject({ date: '2026-11-20', workingDay: true, night: null })
  expect(friday.channels.map((c) => [c.channel.name, c.needed, c.done, c.found])).toEqual([
    ['晨光论坛', 2, 2, 1],
    ['业主群', 2, 1, 0],
  ])
  expect(await night('2026-11-20T15:59:00.000Z')).toEqual([])
  expect([await night('2026-11-20T16:09:00.000Z'), await night('2026-11-20T17:09:00.000Z')]).toEqual([
    ['2026-11-20'],
    [],
  ])
  const notices = (await told(t, 'watch.missing')).filter((n) => n.body.includes('2026-11-20'))
  expect(notices.map((n) => n.to_id)).toEqual([t.a.staff.csLead])
  expect(notices[0]?.body).toContain('少监看 1 次：业主群')
  expect((await day('2026-11-20T17:09:00.000Z', '2026-11-20')).night).toMatchObject({ needed: 4, missing: 1 })

  // a day off needs one look
  for (const id of [forum, group]) await ok(check(id, SATURDAY))
  expect(await night('2026-11-21T16:09:00.000Z')).toEqual([])
  expect((await day('2026-11-21T17:09:00.000Z', '2026-11-21')).night).toMatchObject({ needed: 2, missing: 0 })
})

test('CP-080 a suggestion box is owed one opening each working day; the lead hears of one that was not emptied', async () => {
  await t.tx(({ db }) =>
    db.updateTable('watch_channel').set({ active: false }).where('estate_id', '=', t.a.id).execute(),
  )
  expect((await create('门口意见箱', { kind: 'box', url: 'https://bbs.example.com/box' })).body.error).toMatchObject({
    code: 'E_INPUT',
    field: 'body.url',
  })
  const { body: lobby } = await create('大堂意见箱', { kind: 'box', assignedId: t.a.staff.customerAssistant })
  const gate = (await create('门口意见箱', { kind: 'box' })).body.id
  expect(lobby).toMatchObject({ kind: 'box', url: null })
  expect((await told(t, 'watch.boxAssigned')).map((n) => n.to_id)).toEqual([t.a.staff.customerAssistant])
  for (const id of [lobby.id, gate]) await since(id)

  // Monday the 23rd: one of the two is opened
  const MONDAY = '2026-11-23T09:00:00.000Z'
  await ok(check(lobby.id, MONDAY, t.a.staff.csLead, 1))
  expect((await day(MONDAY)).channels.map((c) => [c.channel.name, c.channel.kind, c.needed, c.done, c.found])).toEqual([
    ['大堂意见箱', 'box', 1, 1, 1],
    ['门口意见箱', 'box', 1, 0, 0],
  ])
  expect(await night('2026-11-23T16:09:00.000Z')).toContain('2026-11-23')
  const notices = (await told(t, 'watch.boxMissing')).filter((n) => n.body.includes('2026-11-23'))
  expect(notices.map((n) => [n.to_id, n.body.includes('少开箱 1 次：门口意见箱')])).toEqual([[t.a.staff.csLead, true]])
  expect((await told(t, 'watch.missing')).filter((n) => n.body.includes('2026-11-23'))).toEqual([])

  // none on Saturday the 28th
  expect((await day('2026-11-28T04:00:00.000Z')).channels.map((c) => c.needed)).toEqual([0, 0])
  const rows = (await lead().get(url('watch-checks?kind=box'))).body.rows
  expect(rows.map((r: { name: string; kind: string }) => [r.name, r.kind])).toEqual([['大堂意见箱', 'box']])
  const boxes = (await lead().get(url('watch-channels?kind=box'))).body.rows
  expect(boxes.map((r: { name: string }) => r.name).sort()).toEqual(['大堂意见箱', '门口意见箱'])
})

test('CP-080 a box is no place on line: it has no address, and no post stands on it', async () => {
  const { body: box } = await create('会所意见箱', { kind: 'box' })
  const change = { name: '会所意见箱', active: true, version: box.version, url: 'https://bbs.example.com/box' }
  expect((await lead().put(url(`watch-channels/${box.id}`), change)).body.error).toMatchObject({
    code: 'E_INPUT',
    field: 'body.url',
  })
  const { body: forum } = await create('社区论坛')
  expect(await t.tx((tx) => Promise.all([box.id, forum.id].map((id) => isWatched(tx, t.a.id, id))))).toEqual([
    undefined,
    true,
  ])
})

test('CP-110 the list of checks goes by place, person and finding, and into a file', async () => {
  const found = (await lead().get(url('watch-checks?found=true'))).body.rows
  expect(found.length).toBeGreaterThan(0)
  for (const row of found) expect(row.found).toBeGreaterThan(0)
  const byOne = (await lead().get(url(`watch-checks?byId=${t.a.staff.customerAssistant}`))).body.rows
  expect(byOne.map((r: { name: string }) => r.name)).toEqual(['微博'])
  const first = (await lead().get(url('watch-checks?limit=2'))).body
  const rest = (await lead().get(url(`watch-checks?limit=200&cursor=${first.next}`))).body
  const all = (await lead().get(url('watch-checks?limit=200'))).body
  expect([...first.rows, ...rest.rows]).toEqual(all.rows)
  for (const list of ['watch-checks', 'watch-channels'])
    expect((await lead().get(url(`${list}.xlsx`))).status).toBe(200)
  expect((await t.as(t.b.staff.csLead).get(url('watch-checks'))).status).toBe(404)
})
