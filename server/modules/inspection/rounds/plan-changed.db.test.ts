import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Uuid } from '#contract/values.ts'
import { newId } from '#platform/ids.ts'
import { told } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { placesIn } from '#test/places.ts'

let t: TestHouse
let placeIds: Uuid[]
let li: Uuid
let wang: Uuid
let zhang: Uuid
beforeAll(async () => {
  t = await openTestHouse()
  placeIds = (await placesIn(t, t.a.id, [{ code: '大堂', touchpoint: 'T11' }])).map((p) => p.id)
  li = await t.hire(t.a.id, 'technician', { name: '李师傅' })
  wang = await t.hire(t.a.id, 'technician', { name: '王师傅' })
  zhang = await t.hire(t.a.id, 'technician', { name: '张师傅' })
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const lead = () => t.as(t.a.staff.csLead)
const quality = () => t.as(t.a.staff.qualityDept)
/** A plan of Li's with its last round of the days ahead, given to Wang. */
const givenToWang = async (over: object = {}, by = lead()) => {
  const body = {
    name: `巡检 ${newId()}`,
    kind: 'self',
    recurrence: { kind: 'days', every: 1 },
    placeIds,
    fromDate: '2026-01-01',
    assigneeId: li,
    ...over,
  }
  const { id } = (await by.post(url('inspection-plans'), body)).body
  const round = (await by.get(url(`inspection-rounds?planId=${id}&limit=200`))).body.rows[0]
  const given = await by.post(url(`inspection-rounds/${round.id}/reassign`), {
    assigneeId: wang,
    version: round.version,
  })
  expect(given.status).toBe(200)
  const of = async () => (await by.get(url(`inspection-rounds/${round.id}`))).body
  const change = async (more: object) => {
    const { version } = (await by.get(url(`inspection-plans/${id}`))).body
    const saved = await by.put(url(`inspection-plans/${id}`), { ...body, ...more, version })
    expect(saved.status).toBe(200)
  }
  const others = async (): Promise<(Uuid | undefined)[]> =>
    (await by.get(url(`inspection-rounds?planId=${id}&limit=200`))).body.rows
      .filter((r: { id: Uuid; fromAt: string }) => r.id !== round.id && r.fromAt > new Date().toISOString())
      .map((r: { assignee: { id: Uuid } | null }) => r.assignee?.id)
  return { name: body.name, roundId: round.id as Uuid, date: round.date as string, of, change, others }
}
/** What these people were told of a plan: templates with their reader, oldest first, without the giving itself. */
const toldOf = async (words: string) => {
  const all = await Promise.all(
    ['assigned', 'takenAway', 'cancelled'].map(async (kind) =>
      (await told(t, `inspection.${kind}`)).map((m) => ({ ...m, kind })),
    ),
  )
  const given = [`assigned ${wang}`, `takenAway ${li}`]
  return all
    .flat()
    .filter((m) => m.body.includes(words))
    .map((m) => `${m.kind} ${m.to_id}`)
    .filter((line) => !given.includes(line) || given.splice(given.indexOf(line), 1).length === 0)
}

test('FD-770 what was handed on stays so when its plan is changed in something else; nobody is told anew', async () => {
  const { name, of, change, others } = await givenToWang()
  await change({ name: `${name} 改`, hours: [{ from: '08:00', to: '10:00' }] })
  expect(await of()).toMatchObject({ name: `${name} 改`, state: 'planned', assignee: { id: wang } })
  expect(new Set(await others())).toEqual(new Set([li]))
  await change({ name: `${name} 再改` })
  expect((await of()).assignee.id).toBe(wang)
  expect(await toldOf(name)).toEqual([])
})

test('FD-770 a plan that names another now wins over what was handed on: who goes no more and who goes now are told', async () => {
  const { name, of, change, others, roundId } = await givenToWang()
  await change({ assigneeId: zhang })
  expect((await of()).assignee.id).toBe(zhang)
  expect(new Set(await others())).toEqual(new Set([zhang]))
  expect(await toldOf(name)).toEqual([`assigned ${zhang}`, `takenAway ${wang}`])
  const away = (await told(t, 'inspection.takenAway')).find((m) => m.to_id === wang && m.body.includes(name))
  expect(away?.body).toContain('张师傅')
  // what Wang does without signal still counts
  const row = await t.tx(({ db }) =>
    db.selectFrom('inspection_round').select('before_ids').where('id', '=', roundId).executeTakeFirstOrThrow(),
  )
  expect(row.before_ids.sort()).toEqual([li, wang].sort())
  // it is the plan's again, and follows it
  await change({ assigneeId: zhang, name: `${name} 改` })
  expect((await of()).assignee.id).toBe(zhang)
  expect(await toldOf(name)).toHaveLength(2)
})

test('FD-770 a plan that names now who it was handed on to tells nobody anew', async () => {
  const { name, of, change } = await givenToWang()
  await change({ assigneeId: wang })
  expect((await of()).assignee.id).toBe(wang)
  expect(await toldOf(name)).toEqual([])
})

test('FD-770 a plan that goes to a role now takes back what was handed on, and says who goes', async () => {
  const { name, of, change } = await givenToWang()
  await change({ assigneeId: null, assigneeRole: 'cleaner' })
  expect(await of()).toMatchObject({ assignee: null, assigneeRole: 'cleaner' })
  expect(await toldOf(name)).toEqual([`assigned ${t.a.staff.cleaner}`, `takenAway ${wang}`])
  const away = (await told(t, 'inspection.takenAway')).find((m) => m.to_id === wang && m.body.includes(name))
  expect(away?.body).toContain('保洁员')
})

test('FD-770 who was to go for a plan that is switched off is told, and told again when it goes on', async () => {
  const { name, of, change } = await givenToWang()
  await change({ active: false })
  expect(await toldOf(name)).toEqual([`cancelled ${wang}`])
  await change({ active: true })
  expect((await of()).assignee.id).toBe(wang)
  expect(await toldOf(name)).toEqual([`assigned ${wang}`, `cancelled ${wang}`])
})

test('FD-770 a plan that becomes a secret takes back what was handed on and does not say to whom it went', async () => {
  const inspector = t.a.staff.qualityDept
  const { name, of, change } = await givenToWang({}, quality())
  await change({ kind: 'surprise', assigneeId: null })
  expect(await of()).toMatchObject({ kind: 'surprise', assignee: null })
  expect(await toldOf(name)).toEqual([`assigned ${inspector}`, `cancelled ${wang}`])
  const { rows } = (await lead().get(url('outbox?limit=200'))).body
  const told = rows.filter((m: { body: string }) => m.body.includes(name)).map((m: { to: { id: Uuid } }) => m.to.id)
  expect(told).not.toContain(inspector)
})

test('FD-770 a plan of a role that names a person now leaves nobody behind who had the round before', async () => {
  const { id } = (
    await lead().post(url('inspection-plans'), {
      name: `岗位巡检 ${newId()}`,
      kind: 'self',
      recurrence: { kind: 'days', every: 1 },
      placeIds,
      fromDate: '2026-01-01',
      assigneeRole: 'technician',
    })
  ).body
  const plan = (await lead().get(url(`inspection-plans/${id}`))).body
  const { name, kind, recurrence, fromDate, version } = plan
  const said = { name, kind, recurrence, placeIds, fromDate, assigneeId: zhang, version }
  expect((await lead().put(url(`inspection-plans/${id}`), said)).status).toBe(200)
  const rounds = await t.tx(({ db }) =>
    db.selectFrom('inspection_round').select('before_ids').where('plan_id', '=', id).execute(),
  )
  expect(rounds.length).toBeGreaterThan(0)
  for (const round of rounds) expect(round.before_ids).toEqual([])
})
