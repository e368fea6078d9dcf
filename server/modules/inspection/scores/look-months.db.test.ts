import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { monthsSql, sweepMonths } from '#platform/db/month-sums.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { addLook, addPlace, PRODUCT_STANDARD, type TestPlace } from '#test/inspection-rows.ts'
import { answersTo } from '#test/look-steps.ts'
import { LOOK_MONTHS } from './look-months.store.ts'
import { recomputeScores } from './recompute-scores.ts'

const CERTIFICATE = 'T12-F-13'
const LIFT = CATALOGUE_ITEMS.filter((i) => i.touchpoint === 'T12' && i.trait === null)

let t: TestHouse
let lifts: TestPlace[]
beforeAll(async () => {
  t = await openTestHouse()
  lifts = [await addPlace(t, 'T12', '1栋电梯'), await addPlace(t, 'T12', '2栋电梯')]
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const estates = () => [t.a.id, t.b.id]
const FAR = ['2025-01-01', '2099-12-01'] as const

type Sums = { estate_id: Uuid; month: LocalDate; mean: object; latest: object; looks: number }
/** As the program reads them. */
const read = (): Promise<Sums[]> =>
  t.tx(async ({ db }) => {
    const { rows } =
      await sql<Sums>`select * from (${monthsSql(LOOK_MONTHS, estates(), ...FAR)}) k order by estate_id, month`.execute(
        db,
      )
    return rows.filter((r) => r.looks > 0)
  })
/** As they are, look by look. */
const reckoned = (): Promise<Sums[]> =>
  t.tx(async ({ db }) => {
    const { rows } = await sql<Sums>`
      with looks as (select *, date_trunc('month', on_date)::date as month from inspection
        where voided_at is null and (kind <> 'mystery' or released_at is not null)),
      places as (
        select estate_id, month, touchpoint, place_id, count(*) as looks, avg(score)::float8 as mean from looks group by 1, 2, 3, 4),
      last as (
        select distinct on (estate_id, month, place_id) estate_id, month, place_id, score::float8 as score
        from looks where score is not null order by estate_id, month, place_id, on_date desc, ended_at desc, id desc),
      points as (
        select p.estate_id, p.month, p.touchpoint, sum(p.looks) as looks, avg(p.mean) as mean, avg(l.score) as latest
        from places p left join last l using (estate_id, month, place_id) group by 1, 2, 3)
      select estate_id, month, json_object_agg(touchpoint, mean) as mean, json_object_agg(touchpoint, latest) as latest,
        sum(looks)::int as looks from points group by 1, 2 order by 1, 2`.execute(db)
    return rows
  })
const marks = () => t.tx(({ db }) => db.selectFrom('look_stale').select('month').execute())
const sweep = () => sweepMonths(t.house.database, LOOK_MONTHS)

/** They are the same at once, and when the sweep has been. */
const holds = async (what: string) => {
  expect(await read(), `${what}, at once`).toEqual(await reckoned())
  await sweep()
  expect(await marks(), what).toEqual([])
  expect(await read(), `${what}, swept`).toEqual(await reckoned())
}

const send = async (
  place: TestPlace,
  fails: readonly string[] = [],
  roundId?: Uuid,
): Promise<{ id: Uuid; again: object }> => {
  const now = new Date().toISOString()
  const look = {
    id: newId(),
    placeId: place.id,
    ...(roundId ? { roundId } : {}),
    beganAt: plusMilliseconds(now, -300_000),
    endedAt: plusMilliseconds(now, -60_000),
    sentAt: now,
    standardId: PRODUCT_STANDARD,
    answers: answersTo(LIFT, Object.fromEntries(fails.map((id) => [id, { answer: 'na', note: '停用' }]))),
  }
  const answer = await t.as(t.a.staff.technician).post(url('inspections'), look)
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return { id: look.id, again: look }
}

test('quality-model 7 the months of a company are exact at once and after each sweep, whatever a look goes through', async () => {
  const [one, two] = lifts
  if (!one || !two) throw new Error('no lifts')
  await addLook(t, { place: one, by: t.a.staff.lineLead, on: '2025-02-28', answers: { [CERTIFICATE]: 'fail' } })
  await addLook(t, { place: one, by: t.a.staff.lineLead, on: '2025-03-01' })
  await addLook(t, { place: two, by: t.a.staff.lineLead, on: '2025-03-31', answers: { [CERTIFICATE]: 'fail' } })
  await holds('looks on both sides of the end of February')
  const first = await send(one)
  const { id } = await send(two, [CERTIFICATE])
  await holds('two came by phone')
  await t.as(t.a.staff.technician).post(url('inspections'), first.again)
  expect(await marks(), 'one that came before changes nothing').toEqual([])
  const voided = await t.as(t.a.staff.csLead).post(url(`inspections/${id}/void`), { reason: '演示' })
  expect(voided.status).toBe(200)
  expect(await marks()).toHaveLength(1)
  await holds('one was voided')
  const quality = t.as(t.a.staff.qualityDept)
  const visit = {
    name: '神秘访客',
    kind: 'mystery',
    recurrence: { kind: 'days', every: 1 },
    placeIds: [one.id],
    fromDate: '2026-01-01',
    assigneeId: t.a.staff.receptionist,
  }
  const plan = (await quality.post(url('inspection-plans'), visit)).body
  const roundId = (await quality.get(url(`inspection-rounds?planId=${plan.id}&limit=200`))).body.rows.at(-1).id
  const hidden = await send(one, [], roundId)
  await holds('a mystery visitor came')
  // before the release it counts for nobody, whoever reads
  const listed = async () =>
    (await quality.get(url('scored-looks'))).body.rows.map((l: { id: Uuid }) => l.id).includes(hidden.id)
  const counted = async () => (await read()).find((s) => s.estate_id === t.a.id && s.month > '2025-12-31')?.looks
  expect([await listed(), await counted()]).toEqual([false, 1])
  expect((await quality.post(url(`inspection-rounds/${roundId}/release`), {})).status).toBe(200)
  await holds('what the mystery visitor saw was released')
  expect([await listed(), await counted()]).toEqual([true, 2])
  const put = (value: number) => t.as(t.a.staff.centreHead).put(url('settings/inspection.criticalGate'), { value })
  expect((await put(40)).status).toBe(200)
  expect(await recomputeScores(t.house, t.a.id)).toBe(2)
  expect((await marks()).map((m) => m.month).sort()).toEqual(['2025-02-01', '2025-03-01'])
  await holds('other weights')
})

test('quality-model 7 of two looks on one day the one that ended later is the last, whatever their ids', async () => {
  const place = await addPlace(t, 'T12')
  const [small, middle, great] = [newId(), newId(), newId()]
  const look = (at: string, id: Uuid, answers = {}) =>
    addLook(t, { place, by: t.a.staff.lineLead, on: '2025-06-10', at, id, answers })
  const latest = async () => (await read()).find((s) => s.month === '2025-06-01')?.latest
  await look('01:00', great, { [CERTIFICATE]: 'fail' })
  // put right in the afternoon
  await look('07:00', middle)
  await holds('two looks on one day')
  expect(await latest()).toEqual({ T12: 10_000 })
  await look('09:00', small, { [CERTIFICATE]: 'fail' })
  await holds('and a third')
  expect(await latest()).toEqual({ T12: 5_900 })
})

test('a sweep that is cut off leaves its marks, and another estate sees neither sums nor marks', async () => {
  const [one] = lifts
  if (!one) throw new Error('no lifts')
  await send(one)
  expect(await marks()).toHaveLength(1)
  const elsewhere = await inTransaction(t.house.database, { scope: [t.b.id] }, async ({ db }) => {
    const { rows } = await sql<Sums>`${monthsSql(LOOK_MONTHS, estates(), ...FAR)}`.execute(db)
    return rows
  })
  expect(elsewhere).toEqual([])
  await Promise.all([sweep(), sweep()])
  await holds('two sweeps at once')
})
