import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { instantNow } from '#platform/db/tx.ts'
import { type Client, openTestHouse, type TestHouse } from '#test/house.ts'

let t: TestHouse
let lead: Client
let week: string
let desk: string
let control: string
let gate: string
let [anna, ben, carl]: string[] = []
const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`

beforeAll(async () => {
  t = await openTestHouse()
  lead = t.as(t.a.staff.frontDeskLead)
  const post = async (name: string, kind: string, acceptsComplaints: boolean) =>
    (await lead.post(url('posts'), { name, kind, acceptsComplaints })).body.id
  desk = await post('前台', 'frontDesk', true)
  control = await post('控制中心', 'controlCentre', true)
  gate = await post('东门岗', 'gate', false)
  ;[anna, ben, carl] = [
    await t.hire(t.a.id, 'frontDeskClerk'),
    await t.hire(t.a.id, 'controlCentre'),
    await t.hire(t.a.id, 'guard'),
  ]
})
afterAll(() => t.close())

// each test plans a later week than the one before it, so that their duties never meet
let weeks = 1
beforeEach(() => {
  weeks += 2
  week = monday(weeks)
})

const monday = (ahead: number) => {
  const today = instantNow().slice(0, 10)
  const back = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(today, ahead * 7 - back)
}
const row = (
  day: number,
  postId: string,
  staffId: string | undefined,
  from: string,
  to: string,
  more: object = {},
) => ({
  date: addDays(week, day),
  postId,
  staffId: staffId ?? '',
  from,
  to,
  overMidnight: to <= from,
  ...more,
})
const DAYS = [0, 1, 2, 3, 4, 5, 6]
const roundTheClock = () => [
  row(0, control, ben, '00:00', '08:00'),
  ...DAYS.flatMap((d) => [
    row(d, desk, anna, '08:00', '20:00'),
    row(d, control, ben, '20:00', d === 6 ? '00:00' : '08:00'),
  ]),
]
const save = (rows: object[], version = 0) => lead.put(url(`rosters/${week}`), { version, rows })
const publish = (version: number) => lead.post(url(`rosters/${week}/publish`), { version })

test('CP-033 a week that is held around the clock by posts that accept complaints is published', async () => {
  const saved = await save(roundTheClock())
  expect(saved.body).toMatchObject({ state: 'draft', version: 1, gaps: [], overlaps: [] })
  const published = await publish(1)
  expect(published.body).toMatchObject({ state: 'published', version: 2, gaps: [] })
  const duties = (await lead.get(url(`duties?from=${week}&to=${addDays(week, 6)}&limit=200`))).body.rows
  expect(duties).toHaveLength(15)
  const told = (await t.as(anna ?? '').get(url('my-messages'))).body.rows
  expect(told.map((m: { template: string }) => m.template)).toContain('roster.published')
})

test('CP-033 publishing a roster with a gap is refused and the gap is named; nothing comes into force', async () => {
  const rows = roundTheClock().filter((r) => !(r.date === addDays(week, 2) && r.postId === desk))
  const saved = await save(rows)
  const gap = { from: `${addDays(week, 2)}T00:00:00.000Z`, to: `${addDays(week, 2)}T12:00:00.000Z` }
  expect(saved.body.gaps).toEqual([gap])
  const refused = await publish(1)
  expect(refused.status).toBe(422)
  expect(refused.body.error).toMatchObject({ code: 'E_ROSTER_GAP', details: { gaps: [gap] } })
  expect((await lead.get(url(`duties?from=${week}&to=${addDays(week, 6)}`))).body.rows).toEqual([])
})

test('CP-033 a post that does not accept complaints does not fill a gap', async () => {
  const rows = roundTheClock().map((r) =>
    r.date === addDays(week, 4) && r.postId === desk ? { ...r, postId: gate, staffId: carl } : r,
  )
  await save(rows)
  expect((await publish(1)).body.error).toMatchObject({
    code: 'E_ROSTER_GAP',
    details: { gaps: [{ from: `${addDays(week, 4)}T00:00:00.000Z` }] },
  })
})

test('CP-033 the night of the Sunday before holds Monday morning, and its own change is checked against the week after', async () => {
  const first = week
  await save([...roundTheClock().slice(0, -1), row(6, control, ben, '20:00', '08:00')])
  expect((await publish(1)).status).toBe(200)
  week = addDays(first, 7)
  await save(roundTheClock().slice(1))
  expect((await publish(1)).status).toBe(200)
  week = first
  await save(roundTheClock(), 2)
  const refused = await publish(3)
  expect(refused.body.error).toMatchObject({
    code: 'E_ROSTER_GAP',
    details: { gaps: [{ from: `${addDays(first, 6)}T16:00:00.000Z`, to: `${addDays(first, 7)}T00:00:00.000Z` }] },
  })
})

test('a person in two places at once is refused when saving, and across the edge of the week when publishing', async () => {
  const twice = await save([...roundTheClock(), row(1, gate, anna, '19:00', '21:00')])
  expect(twice.body.error).toMatchObject({
    code: 'E_PERIOD_OVERLAP',
    field: 'body.rows.15.from',
    details: { staffId: anna },
  })
  const first = week
  await save([...roundTheClock().slice(0, -1), row(6, control, ben, '20:00', '08:00')])
  expect((await publish(1)).status).toBe(200)
  week = addDays(first, 7)
  await save(roundTheClock())
  expect((await publish(1)).body.error).toMatchObject({
    code: 'E_PERIOD_OVERLAP',
    field: 'body.rows.0.from',
    details: { staffId: ben },
  })
})

test('rows are refused beside the field that is wrong', async () => {
  const [first] = roundTheClock()
  const fault = async (change: object) => (await save([{ ...first, ...change }])).body.error
  expect(await fault({ date: addDays(week, 7) })).toMatchObject({ code: 'E_INPUT', field: 'body.rows.0.date' })
  expect(await fault({ overMidnight: true })).toMatchObject({ code: 'E_TIME_RANGE', field: 'body.rows.0.to' })
  expect(await fault({ postId: t.a.id })).toMatchObject({ code: 'E_NOT_FOUND', field: 'body.rows.0.postId' })
  expect(await fault({ staffId: t.b.staff.frontDeskClerk })).toMatchObject({
    code: 'E_NOT_FOUND',
    field: 'body.rows.0.staffId',
  })
  expect(await fault({ shiftId: t.a.id })).toMatchObject({ code: 'E_NOT_FOUND', field: 'body.rows.0.shiftId' })
  const tuesday = await lead.get(url(`rosters/${addDays(week, 1)}`))
  expect(tuesday.body.error).toMatchObject({ code: 'E_INPUT', field: 'params.weekStart', details: { monday: week } })
})

test('a roster somebody else has saved since is not overwritten', async () => {
  await save(roundTheClock())
  expect((await save([], 0)).body.error).toMatchObject({ code: 'E_VERSION_STALE', details: { version: 1 } })
  await save([], 1)
  expect((await publish(1)).body.error.code).toBe('E_VERSION_STALE')
})

test('publishing a changed week keeps the duties that stay and voids those that go', async () => {
  await save(roundTheClock())
  await publish(1)
  const list = async () => (await lead.get(url(`duties?from=${addDays(week, 3)}&to=${addDays(week, 3)}`))).body.rows
  const before = await list()
  await save(
    roundTheClock().map((r) =>
      r.date === addDays(week, 3) && r.postId === desk ? { ...r, staffId: t.a.staff.customerAssistant } : r,
    ),
    2,
  )
  expect((await lead.get(url(`rosters/${week}`))).body.state).toBe('changed')
  expect(await list()).toEqual(before)
  expect((await publish(3)).body.state).toBe('published')
  const after = await list()
  const ids = (rows: { id: string }[]) => rows.map((r) => r.id)
  expect(ids(after).filter((id) => ids(before).includes(id))).toHaveLength(before.length - 1)
  expect(after.some((d: { staff: { id: string } }) => d.staff.id === t.a.staff.customerAssistant)).toBe(true)
})

test('last week is copied seven local days on, leaving out who no longer works here', async () => {
  const leaver = await t.hire(t.a.id, 'guard', { name: '将离职' })
  await save([...roundTheClock(), row(5, gate, leaver, '08:00', '20:00')])
  await publish(1)
  await t.tx(({ db }) => db.updateTable('staff').set({ active: false }).where('id', '=', leaver).execute())
  const source = week
  week = addDays(source, 7)
  const copied = await lead.post(url(`rosters/${week}/copy-last-week`), { version: 0 })
  expect(copied.body.roster).toMatchObject({ state: 'draft', gaps: [] })
  expect(copied.body.roster.rows).toHaveLength(15)
  expect(copied.body.leftOut).toEqual([{ date: addDays(week, 5), staffName: '将离职', postName: '东门岗' }])
  expect((await publish(1)).status).toBe(200)
  const discarded = await lead.post(url(`rosters/${week}/discard-draft`), { version: 2 })
  expect(discarded.body.error.code).toBe('E_STATE_CHANGED')
})

test('CP-033 a post that a published roster leans on is not closed under it', async () => {
  await save(roundTheClock())
  await publish(1)
  const post = (await lead.get(url('posts'))).body.rows.find((p: { id: string }) => p.id === desk)
  const body = { version: post.version, name: post.name, kind: post.kind, position: 1, active: true }
  expect((await lead.put(url(`posts/${desk}`), { ...body, acceptsComplaints: false })).body.error.code).toBe(
    'E_ROSTER_GAP',
  )
  expect(
    (await lead.put(url(`posts/${desk}`), { ...body, active: false, acceptsComplaints: true })).body.error.code,
  ).toBe('E_ROSTER_GAP')
  expect((await lead.put(url(`posts/${desk}`), { ...body, acceptsComplaints: true })).body).toMatchObject({
    position: 1,
    version: post.version + 1,
  })
  expect((await lead.post(url('posts'), { name: '前台', kind: 'frontDesk' })).body.error).toMatchObject({
    code: 'E_DUPLICATE',
    field: 'body.name',
  })
})

test('CP-033 who leaves opens a gap that the leads are told of', async () => {
  const admin = t.as(t.a.staff.systemAdmin)
  const leaver = await t.hire(t.a.id, 'frontDeskClerk')
  await save(roundTheClock().map((r) => (r.postId === desk ? { ...r, staffId: leaver } : r)))
  await publish(1)
  const left = await admin.post(`/api/v1/accounts/${leaver}/deactivate`, { version: 1 })
  expect(left.body.voidedDuties).toBe(7)
  expect(left.body.rosterGaps).toContainEqual({
    estateId: t.a.id,
    from: `${week}T00:00:00.000Z`,
    to: `${week}T12:00:00.000Z`,
  })
  const told = (await lead.get(url('my-messages'))).body.rows
  expect(told[0].template).toBe('duty.gapOpened')
})

test('shift definitions must fit their midnight', async () => {
  const night = await lead.post(url('shifts'), { name: '夜班', from: '20:00', to: '08:00', overMidnight: true })
  expect(night.body).toMatchObject({ from: '20:00', to: '08:00', overMidnight: true, version: 1 })
  expect(
    (await lead.post(url('shifts'), { name: '错班', from: '20:00', to: '08:00', overMidnight: false })).body.error,
  ).toMatchObject({ code: 'E_TIME_RANGE', field: 'body.to' })
  const changed = await lead.put(url(`shifts/${night.body.id}`), {
    name: '夜班',
    from: '21:00',
    to: '08:00',
    overMidnight: true,
    version: 1,
    active: true,
  })
  expect(changed.body).toMatchObject({ from: '21:00', version: 2 })
})

test('who is on duty now is known post by post, comes first in a choice, and sees their own duties', async () => {
  const clerk = await t.hire(t.a.id, 'frontDeskClerk', { name: '值班员' })
  await put(clerk, desk, -1, 1)
  const now = (await lead.get(url('on-duty'))).body
  expect(now.rows.map((d: { staff: { id: string } }) => d.staff.id)).toEqual([clerk])
  expect(now.emptyPosts.map((p: { id: string }) => p.id).sort()).toEqual([control, gate].sort())
  const picked = (await lead.get(url('staff-picker?role=frontDeskClerk'))).body.rows
  expect(picked[0]).toMatchObject({ id: clerk, onDuty: { post: '前台' } })
  expect(picked.length).toBeGreaterThan(1)
  expect(picked[1].onDuty).toBeNull()
  const own = (await t.as(clerk).get(url('my-duties'))).body.rows
  expect(own).toHaveLength(1)
  const ended = await t.as(clerk).post(url(`duties/${own[0].id}/end`), {})
  expect(ended.body.endedAt).not.toBeNull()
  expect((await lead.get(url('on-duty'))).body.rows).toEqual([])
})

test('a duty belongs to its person: others end it only when they edit rosters', async () => {
  const clerk = await t.hire(t.a.id, 'frontDeskClerk')
  const id = await put(clerk, gate, -1, 1)
  expect((await t.as(anna ?? '').post(url(`duties/${id}/end`), {})).body.error.code).toBe('E_FORBIDDEN')
  expect((await t.as(t.b.staff.frontDeskLead).post(`/api/v1/estates/${t.b.id}/duties/${id}/end`, {})).status).toBe(404)
  expect((await lead.post(url(`duties/${id}/end`), {})).status).toBe(200)
})

test('the duty list leaves as a workbook', async () => {
  expect(String((await lead.get(url('duties.xlsx'))).headers['content-type'])).toContain('spreadsheetml')
})

/** A published duty from some hours before now to some hours after. */
const put = (staffId: string, postId: string, from: number, to: number) =>
  t.tx(async ({ db, now }) => {
    const id = crypto.randomUUID()
    const around = (hours: number) => new Date(Date.parse(now) + hours * 3_600_000).toISOString()
    await db
      .insertInto('roster')
      .values({ estate_id: t.a.id, week_start: monday(0), edited_at: now, edited_by: staffId })
      .onConflict((c) => c.doNothing())
      .execute()
    await db
      .insertInto('duty')
      .values({
        estate_id: t.a.id,
        id,
        week_start: monday(0),
        post_id: postId,
        staff_id: staffId,
        date: now.slice(0, 10),
        from_time: '00:00',
        to_time: '23:59',
        over_midnight: false,
        from_at: around(from),
        to_at: around(to),
      })
      .execute()
    return id
  })
