import { afterAll, beforeAll, expect, test } from 'vitest'
import { recomputeAllClocks } from '#modules/matters/index.ts'
import { readCalendar } from '#platform/calendar/load-calendar.ts'
import { addWorkingDays, closeOfBusiness, localDateOf } from '#platform/calendar/working-days.rules.ts'
import { readSettings } from '#platform/settings/settings.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const url = (path: string, estate = t.a) => `/api/v1/estates/${estate.id}/${path}`
const head = () => t.as(t.a.staff.centreHead)
const enquire = async (estate = t.a) =>
  (
    await t
      .as(estate.staff.frontDeskClerk)
      .post(url('matters', estate), { contactType: 'enquiry', channel: 'phone', customerSaid: '装修几点可以开工' })
  ).body.matter
const answerClock = async (id: string, estate = t.a) => {
  const matter = (await t.as(estate.staff.csLead).get(url(`matters/${id}`, estate))).body
  return { matter, clock: matter.clocks.find((c: { name: string }) => c.name === 'info.answer') }
}
/** The n-th working day after today and when it closes, on the estate's calendar as it stands. */
const workingDay = (n: number, estateId = t.a.id) =>
  t.tx(async (tx) => {
    const calendar = await readCalendar(tx, estateId, await readSettings(tx, estateId))
    const { date } = addWorkingDays(calendar, localDateOf(calendar, tx.now), n)
    return { date, close: closeOfBusiness(calendar, date) }
  })

test('FD-005 a day off of the estate moves the open clocks of that estate, says so on the timeline, and back', async () => {
  const { id } = await enquire()
  const other = await enquire(t.b)
  const before = await answerClock(id)
  const elsewhere = await answerClock(other.id, t.b)
  expect(before.clock.dueAt).toBe((await workingDay(2)).close)
  const first = await workingDay(1)
  const changed = await head().put(url(`calendar/days/${first.date}`), { kind: 'off', name: '小区停电检修' })
  expect(changed.body.days).toContainEqual({
    date: first.date,
    kind: 'off',
    name: '小区停电检修',
    level: 'estate',
    countryKind: null,
  })

  const after = await answerClock(id)
  expect(after.clock.dueAt).toBe((await workingDay(2)).close)
  expect(after.clock.dueAt > before.clock.dueAt).toBe(true)
  expect(after.matter.nextDueAt).toBe(
    after.matter.clocks
      .filter((c: { endedAt: string | null }) => c.endedAt === null)
      .map((c: { dueAt: string }) => c.dueAt)
      .sort()[0],
  )
  const moved = (await head().get(url(`matters/${id}/timeline`))).body.rows.filter(
    (e: { type: string }) => e.type === 'clock',
  )
  expect(moved.map((e: { data: object }) => e.data)).toContainEqual({
    name: 'info.answer',
    did: 'moved',
    from: before.clock.dueAt,
    dueAt: after.clock.dueAt,
    calendarMissing: before.clock.calendarMissing,
  })
  expect((await answerClock(other.id, t.b)).clock.dueAt).toBe(elsewhere.clock.dueAt)

  const back = await head().post(url(`calendar/days/${first.date}/remove`), {})
  expect(back.body.days.map((d: { level: string }) => d.level)).not.toContain('estate')
  expect((await answerClock(id)).clock.dueAt).toBe(before.clock.dueAt)
  expect((await head().post(url(`calendar/days/${first.date}/remove`), {})).body.error.code).toBe('E_NOT_FOUND')
})

test('CP-077 other working hours move the open clocks too, and hours that end before they begin are refused', async () => {
  const { id } = await enquire()
  const before = await answerClock(id)
  expect((await head().put(url('settings/hours.workEnd'), { value: '17:00' })).status).toBe(200)
  const after = await answerClock(id)
  expect(Date.parse(before.clock.dueAt) - Date.parse(after.clock.dueAt)).toBe(3_600_000)
  expect((await head().put(url('settings/hours.workEnd'), { value: '08:00' })).body.error).toMatchObject({
    code: 'E_TIME_RANGE',
    field: 'body.value',
  })
  await head().post(url('settings/hours.workEnd/reset'), {})
  expect((await answerClock(id)).clock.dueAt).toBe(before.clock.dueAt)
})

test('FD-005 a year nobody has entered is told as a warning, and entering it by hand moves the clocks of every estate', async () => {
  const year = Number((await workingDay(0)).date.slice(0, 4))
  const admin = t.as(await companyWide())
  const shown = async () => (await head().get(url(`calendar/${year + 1}`))).body
  await t.tx(({ db }) => db.updateTable('calendar_year').set({ year: 1999 }).where('year', '>', year).execute())
  expect((await shown()).warnings).toContainEqual({ code: 'W_CALENDAR_MISSING', details: { year: year + 1 } })
  expect(
    (
      await head().put(`/api/v1/calendar/${year + 1}`, {
        days: [{ date: `${year + 1}-01-01`, kind: 'off', name: '元旦' }],
      })
    ).body.error.code,
  ).toBe('E_FORBIDDEN')
  const twice = [
    { date: `${year + 1}-01-01`, kind: 'off', name: '元旦' },
    { date: `${year + 1}-01-01`, kind: 'off', name: '元旦' },
  ]
  expect((await admin.put(`/api/v1/calendar/${year + 1}`, { days: twice })).body.error).toMatchObject({
    code: 'E_DUPLICATE',
    field: 'body.days.1.date',
  })
  expect((await admin.put(`/api/v1/calendar/${year + 1}`, { days: twice.slice(0, 1) })).body).toEqual({
    year: year + 1,
    days: 1,
  })
  expect(await shown()).toMatchObject({
    known: true,
    source: 'manual',
    knownThrough: `${year + 1}-12-31`,
    warnings: [],
  })

  const { id } = await enquire(t.b)
  const before = await answerClock(id, t.b)
  const { date } = await workingDay(1, t.b.id)
  await t.tx(({ db }) => db.insertInto('calendar_day').values({ date, kind: 'off', name: '临时放假' }).execute())
  await recomputeAllClocks.handle(t.house)
  const after = await answerClock(id, t.b)
  expect(after.clock.dueAt > before.clock.dueAt).toBe(true)
  const entries = async () => (await t.as(t.b.staff.csLead).get(url(`matters/${id}/timeline`, t.b))).body.rows.length
  const count = await entries()
  await recomputeAllClocks.handle(t.house)
  expect(await entries()).toBe(count)
})

test('FD-005 the holiday table that came with the product fills the years it knows and names the others', async () => {
  const admin = t.as(await companyWide())
  const year = Number((await workingDay(0)).date.slice(0, 4))
  const seeded = (await admin.post('/api/v1/calendar/seed', {})).body
  expect(seeded.known).toContain(year)
  for (const missing of seeded.warnings) expect(seeded.missing).toContain(missing.details.year)
  const days = (await head().get(url(`calendar/${year}`))).body.days
  expect(days).toContainEqual(expect.objectContaining({ date: `${year}-10-01`, kind: 'off', level: 'country' }))
  expect((await t.as(t.a.staff.systemAdmin).post('/api/v1/calendar/seed', {})).body.error.code).toBe('E_FORBIDDEN')
})

const companyWide = async () => {
  const id = await t.hire(t.a.id, 'systemAdmin')
  await t.tx(({ db }) => db.updateTable('staff_role').set({ estate_id: null }).where('staff_id', '=', id).execute())
  return id
}
