import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Uuid } from '#contract/values.ts'
import { setSetting, told } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { serviceSteps } from '#test/service-steps.ts'
import { sheetOf } from '#test/sheet-of.ts'

let t: TestHouse
let steps: ReturnType<typeof serviceSteps>
let fresh: Uuid
let steward: Uuid
beforeAll(async () => {
  t = await openTestHouse()
  steps = serviceSteps(t)
  await setSetting(t, 'telephone.blockedBefore', '00:00')
  await setSetting(t, 'telephone.blockedFrom', '23:59')
  for (const key of ['telephone.noonFrom', 'telephone.noonTo', 'telephone.dinnerFrom', 'telephone.dinnerTo'] as const)
    await setSetting(t, key, '03:00')
  fresh = await newHere('新同事', 20)
  steward = t.a.staff.areaSteward
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
const newHere = async (name: string, days: number): Promise<Uuid> => {
  const id = await t.hire(t.a.id, 'frontDeskClerk', { name })
  await t.tx(({ db }) =>
    db
      .updateTable('staff_role')
      .set({ from_date: daysAgo(days) })
      .where('staff_id', '=', id)
      .execute(),
  )
  return id
}
const lead = () => t.as(t.a.staff.frontDeskLead)
const plan = async (over: object = {}) =>
  lead().post(url('trainings'), {
    topic: '上门访谈观摩',
    kind: 'observation',
    startsAt: new Date(Date.now() - 3_600_000).toISOString(),
    trainer: '张敏',
    watchedId: steward,
    attendeeIds: [fresh],
    ...over,
  })
const confirm = (who: Uuid, { id, version }: { id: Uuid; version: number }, over: object = {}) =>
  t.as(who).post(url(`trainings/${id}/hold`), { version, attendees: [{ staffId: fresh, attended: true, ...over }] })
const standing = async () => {
  const { body } = await t.as(t.a.staff.csLead).get(url('newcomers'))
  return { ...body, mine: body.rows.find((r: { person: { id: Uuid } }) => r.person.id === fresh) }
}
/** A service whose callback is due, theirs to call about. */
const accepted = async (who: Uuid) => {
  const id = await steps.register({ contactPhone: '13900139000' })
  const orderId = await steps.agree(id)
  await steps.begin(orderId)
  steps.ok(await steps.finish(orderId))
  const { body } = steps.ok(
    await steps.move(t.a.staff.frontDeskClerk, 'services', id, 'acceptResult', { supervisionNote: '已看过' }),
  )
  await t.tx(({ db }) => db.updateTable('matter').set({ handler_id: who }).where('id', '=', id).execute())
  return { id, version: body.matter.version }
}
const calls = async (who: Uuid, how: string) => {
  const { id, version } = await accepted(who)
  return t.as(who).post(url(`matters/${id}/callback-attempts`), { version, how, outcome: 'noAnswer' })
}
const codes = ({ body }: { body: { warnings?: { code: string }[]; error?: unknown } }) =>
  body.warnings?.map((w) => w.code) ?? body.error

test('FD-765 who is new leads no home interview before having looked on, is warned at a call, and may write', async () => {
  const refused = await calls(fresh, 'homeVisit')
  expect(refused.body.error).toMatchObject({
    code: 'E_OBSERVE_FIRST',
    field: 'body.how',
    details: { observed: 0, needed: 2 },
  })
  expect(codes(await calls(fresh, 'inPerson'))).toEqual(['W_OBSERVE_FIRST'])
  expect(codes(await calls(fresh, 'message'))).toEqual([])
  // who has been here longer than the days of the setting needs nobody
  expect(codes(await calls(t.a.staff.frontDeskClerk, 'homeVisit'))).toEqual([])
  expect(codes(await calls(await newHere('老同事', 31), 'homeVisit'))).toEqual([])
})

test('FD-765 a talk recorded by the plain verb is held to the same', async () => {
  const { id, version } = await accepted(fresh)
  const body = { version, satisfaction: 'neutral', how: 'inPerson', words: '还行' }
  expect(codes(await t.as(fresh).post(url(`services/${id}/call-back`), body))).toEqual(['W_OBSERVE_FIRST'])
})

test('FD-765 an observation names whose interview it is, who is told and alone confirms who looked on', async () => {
  expect((await plan({ watchedId: undefined })).body.error).toMatchObject({ code: 'E_INPUT', field: 'body.watchedId' })
  expect((await plan({ watchedId: fresh })).body.error).toMatchObject({
    code: 'E_SECOND_PERSON',
    field: 'body.watchedId',
  })
  const { body: made } = await plan()
  expect(made).toMatchObject({ watched: { id: steward }, mayHold: false, mayChange: true })
  expect((await told(t, 'training.watched')).map((m) => m.to_id)).toEqual([steward])
  expect((await standing()).mine).toMatchObject({ observed: 0, planned: 1 })
  for (const other of [fresh, t.a.staff.frontDeskLead])
    expect((await confirm(other, made)).body.error?.code).toBe('E_NOT_WATCHED')
  const seen = (await t.as(steward).get(url(`trainings/${made.id}`))).body
  expect(seen).toMatchObject({ mayHold: true, mayChange: false })
  expect((await confirm(steward, made)).body).toMatchObject({ state: 'held', heldBy: { id: steward }, mayHold: false })
  // other trainings are recorded by who plans them
  const drill = (await plan({ kind: 'drill' })).body
  expect(drill).toMatchObject({ watched: null, mayHold: true })
  expect((await confirm(steward, drill)).body.error.code).toBe('E_FORBIDDEN')
})

test('FD-765 whoever has looked on at enough interviews leads them; staying away and not passing do not count', async () => {
  expect(await standing()).toMatchObject({
    days: 30,
    needed: 2,
    mine: { person: { name: '新同事' }, since: daysAgo(20), observed: 1 },
  })
  await confirm(steward, (await plan()).body, { attended: false })
  await confirm(steward, (await plan()).body, { passed: false })
  expect((await standing()).mine.observed).toBe(1)
  expect((await calls(fresh, 'homeVisit')).body.error.code).toBe('E_OBSERVE_FIRST')
  await confirm(steward, (await plan()).body, { passed: true })
  expect((await standing()).mine.observed).toBe(2)
  expect([codes(await calls(fresh, 'homeVisit')), codes(await calls(fresh, 'inPerson'))]).toEqual([[], []])
  const names = (await standing()).rows.map((r: { person: { name: string } }) => r.person.name)
  expect(names).not.toContain('老同事')
  expect((await t.as(t.a.staff.guard).get(url('newcomers'))).status).toBe(403)
})

test('FD-765 how long somebody is new and how much they look on at are settings', async () => {
  const other = await newHere('又一位', 10)
  const put = (key: string, value: number) => t.as(t.a.staff.centreHead).put(url(`settings/${key}`), { value })
  await put('desk.observeFirst', 0)
  expect(codes(await calls(other, 'homeVisit'))).toEqual([])
  await put('desk.observeFirst', 1)
  expect((await calls(other, 'homeVisit')).body.error.details).toEqual({ observed: 0, needed: 1 })
  await put('desk.newcomerDays', 5)
  expect(codes(await calls(other, 'homeVisit'))).toEqual([])
  expect((await standing()).rows).toEqual([])
})

test('FD-765 who is new is paged, found by name and exported', async () => {
  const put = (key: string, value: number) => t.as(t.a.staff.centreHead).put(url(`settings/${key}`), { value })
  await put('desk.newcomerDays', 30)
  // the same first day for some: each stands on one page alone
  for (let at = 0; at < 5; at += 1) await newHere(`同日 Lin ${at}`, 3)
  const read = async (query: string) => (await t.as(t.a.staff.csLead).get(url(`newcomers${query}`))).body
  const names = ({ rows }: { rows: { person: { name: string } }[] }) => rows.map((r) => r.person.name)
  const whole = names(await read('?name=lin'))
  expect(whole).toHaveLength(5)
  const paged: string[] = []
  let cursor = ''
  do {
    const page = await read(`?name=lin&limit=2${cursor}`)
    expect(page).toMatchObject({ days: 30, needed: expect.any(Number) })
    paged.push(...names(page))
    cursor = page.next === null ? '' : `&cursor=${encodeURIComponent(page.next)}`
  } while (cursor !== '')
  expect(paged).toEqual(whole)
  expect(names(await read('?name=没有这个人'))).toEqual([])
  const file = await t.as(t.a.staff.csLead).get(url('newcomers.xlsx?name=lin'))
  const rows = await sheetOf(file.body as unknown as Buffer)
  expect(rows[0]).toEqual(['姓名', '入职日期', '已观摩次数', '已安排次数'])
  expect(rows.slice(1).map(([name, since]) => [name, since])).toEqual(whole.map((name) => [name, daysAgo(3)]))
  expect((await t.as(t.a.staff.guard).get(url('newcomers.xlsx'))).status).toBe(403)
})
