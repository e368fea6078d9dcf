import { afterAll, beforeAll, expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { newId } from '#platform/ids.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { answersTo, todayHere } from '#test/look-steps.ts'
import { photoOf, placesIn } from '#test/places.ts'

let t: TestHouse
let made = 0
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const STANDARD = '00000000-0000-7000-8000-000000000001'
const MINUTE = 60_000
const DAY = 1_440 * MINUTE
const LIFT = CATALOGUE_ITEMS.filter((i) => i.touchpoint === 'T12' && i.trait === null)
const MINOR = LIFT.find((i) => i.severity === 'minor')?.id ?? ''
const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const lead = () => t.as(t.a.staff.csLead)
const quality = () => t.as(t.a.staff.qualityDept)
const addLift = async (): Promise<Uuid> => {
  made += 1
  const [place] = await placesIn(t, t.a.id, [{ code: `${made}栋电梯`, touchpoint: 'T12' }])
  return place?.id ?? ''
}
/** A look that ended so many minutes ago, of a phone whose clock is ahead by so much, and was so then. */
const look = async (
  who: Uuid,
  placeId: Uuid,
  {
    minutes = 1,
    ahead = 0,
    aheadThen = ahead,
    over = {},
    ...more
  }: Record<string, unknown> & {
    minutes?: number
    ahead?: number
    aheadThen?: number
    over?: Parameters<typeof answersTo>[1]
  },
): Promise<Uuid> => {
  const [now, then] = [ahead, aheadThen].map((off) => plusMilliseconds(new Date().toISOString(), off))
  const [beganAt, endedAt] = [minutes + 4, minutes].map((m) => plusMilliseconds(then ?? '', -m * MINUTE))
  const times = { beganAt, endedAt, sentAt: now, standardId: STANDARD, answers: answersTo(LIFT, over) }
  const sent = await t.as(who).post(url('inspections'), { id: newId(), placeId, ...times, ...more })
  expect(sent.status, JSON.stringify(sent.body)).toBe(201)
  return sent.body.id
}
const minutesFrom = (at: Instant) => Math.round((Date.now() - Date.parse(at)) / MINUTE)

/** A phone that has lost its day shows 2020; another is a week ahead. */
const SINCE_2020 = Date.parse('2020-01-01T00:00:00.000Z') - Date.now()
test.each([
  ['years behind', { ahead: SINCE_2020 }, 3],
  ['a week ahead', { ahead: 7 * DAY }, 3],
  // what cannot be counts as when it arrived
  ['years behind and put right before it was sent', { aheadThen: SINCE_2020 }, 0],
])(
  'FD-770 a mystery visit of a phone whose clock is %s is released, and its faults were seen when they were',
  async (_, off, minutesAgo) => {
    const placeId = await addLift()
    const plan = await quality().post(url('inspection-plans'), {
      name: `神秘访客 ${newId()}`,
      kind: 'mystery',
      recurrence: { kind: 'days', every: 1 },
      placeIds: [placeId],
      fromDate: '2026-01-01',
      assigneeId: t.a.staff.qualityDept,
    })
    const { rows } = (await quality().get(url(`inspection-rounds?planId=${plan.body.id}&limit=200`))).body
    const fileIds = [await photoOf(t, t.a.id, t.a.staff.qualityDept)]
    const over = { [MINOR]: { answer: 'fail' as const, fileIds } }
    await look(t.a.staff.qualityDept, placeId, { roundId: rows.at(-1).id, minutes: 3, ...off, over })
    const released = await quality().post(url(`inspection-rounds/${rows.at(-1).id}/release`), {})
    expect(released.status, JSON.stringify(released.body)).toBe(200)
    const found = (await lead().get(url(`findings?placeId=${placeId}`))).body.rows
    expect(found).toHaveLength(1)
    const card = (await lead().get(url(`findings/${found[0].id}`))).body
    expect(minutesFrom(card.sightings[0].at)).toBe(minutesAgo)
    expect(card.foundOn).toBe(new Date(Date.parse(card.sightings[0].at) + 8 * 3_600_000).toISOString().slice(0, 10))
  },
)

test('FD-810 when a place was last looked at is said by the true time, whatever the clock of the phone showed', async () => {
  const placeId = await addLift()
  const { guard, technician } = t.a.staff
  // sent first, seen last; its clock is five days ahead
  await look(guard, placeId, { minutes: 2, ahead: 5 * DAY })
  await look(technician, placeId, { minutes: 3, ahead: -5 * DAY })
  const [row] = (await lead().get(url(`last-done?placeId=${placeId}`))).body.rows
  expect(minutesFrom(row.lastAt)).toBe(2)
  expect(row.lastBy.id).toBe(guard)
  await look(technician, placeId, { minutes: 1, aheadThen: SINCE_2020 })
  const [now] = (await lead().get(url(`last-done?placeId=${placeId}`))).body.rows
  expect([minutesFrom(now.lastAt), now.lastBy.id]).toEqual([0, technician])
})

test('FD-766 two inspectors are compared by when they truly looked: a wrong clock neither parts a pair nor turns it round', async () => {
  const placeId = await addLift()
  const { guard, technician } = t.a.staff
  const second = await look(guard, placeId, { minutes: 2, ahead: -400 * DAY })
  const first = await look(technician, placeId, { minutes: 9, ahead: 30 * DAY })
  const day = (shift: number) => plusMilliseconds(`${todayHere()}T00:00:00.000Z`, shift * DAY).slice(0, 10)
  const { pairs } = (await lead().get(url(`inspector-agreement?from=${day(-1)}&to=${day(1)}`))).body
  const [pair, ...more] = pairs.filter((p: { placeId: Uuid }) => p.placeId === placeId)
  expect(more).toEqual([])
  expect([pair.first, pair.second].map((l) => [l.id, minutesFrom(l.at)])).toEqual([
    [first, 9],
    [second, 2],
  ])
})
