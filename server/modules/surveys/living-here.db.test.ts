import { afterAll, beforeAll, expect, test } from 'vitest'
import { SurveySample } from '#contract/surveys.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { planSample } from '#modules/surveys/sample/plan-sample.ts'
import { remindAll } from '#modules/surveys/sample/remind.ts'
import { askAfterService } from '#modules/surveys/service/ask-after-service.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { instantNow } from '#platform/db/tx.ts'
import { openSurveyHouse, pair, type SurveyHouse } from '#test/survey-house.ts'

/** Today in Shenzhen. */
const today: LocalDate = plusMilliseconds(instantNow(), 8 * 3_600_000).slice(0, 10)
const day = (n: number): LocalDate => addDays(today, n)
/** Ten in the morning in Shenzhen. */
const morning = (n: number): Instant => `${day(n)}T02:00:00.000Z`
const NAMES = ['leased', 'seller', 'buyer', 'gone'] as const
let h: SurveyHouse
let who: Record<(typeof NAMES)[number], { customerId: Uuid; unitId: Uuid }>
beforeAll(async () => {
  h = await openSurveyHouse()
  const one = await h.building('1')
  who = {
    leased: await h.resident(one, { tenure: 'tenant', until: day(400) }),
    seller: await h.resident(one, { until: day(30) }),
    buyer: await h.resident(one, { from: day(31) }),
    gone: await h.resident(one, { tenure: 'tenant', until: day(-1) }),
  }
})
afterAll(() => h.t.close())

const named = (ids: readonly (Uuid | null)[]) => NAMES.filter((name) => ids.includes(who[name].customerId))
const sampled = async (on: LocalDate) => {
  const plan = await h.t.tx((tx) => planSample(tx, h.t.a.id, SurveySample.parse({}), on))
  expect(plan.strata.flatMap((s) => s.members)).toHaveLength(plan.frame)
  return named(plan.strata.flatMap((s) => s.drawn).map((m) => m.customerId))
}

test('QM 4 the frame holds who lives here on the day: a running lease, the seller to the last day, the buyer from the first', async () => {
  expect(await sampled(day(0))).toEqual(['leased', 'seller'])
  expect(await sampled(day(30))).toEqual(['leased', 'seller'])
  expect(await sampled(day(31))).toEqual(['leased', 'buyer'])
  expect(await sampled(day(400))).toEqual(['leased', 'buyer'])
  expect(await sampled(day(401))).toEqual(['buyer'])
  expect(await sampled(day(-1))).toEqual(['leased', 'seller', 'gone'])
})

test('QM 4 who has a lease is invited and reminded while it runs, and not once it has ended', async () => {
  const survey = await h.opened('kano')
  const reminded = async () => {
    const rows = await h.t.tx(({ db }) =>
      db
        .selectFrom('survey_invitation')
        .select(['customer_id', 'reminded'])
        .where('survey_id', '=', survey.id)
        .execute(),
    )
    expect(named(rows.map((r) => r.customer_id))).toEqual(['leased', 'seller'])
    return named(rows.filter((r) => r.reminded > 0).map((r) => r.customer_id))
  }
  const sold = (until_date: LocalDate) =>
    h.t.tx(({ db }) =>
      db.updateTable('residence').set({ until_date }).where('customer_id', '=', who.seller.customerId).execute(),
    )
  await sold(day(6))
  await h.t.tx((tx) => remindAll(tx, h.t.a.id), { now: morning(7) })
  expect(await reminded()).toEqual(['leased'])
  await sold(day(30))
  await h.t.tx((tx) => remindAll(tx, h.t.a.id), { now: morning(8) })
  expect(await reminded()).toEqual(['leased', 'seller'])
  await h.move(survey, 'close')
})

test('QM 4 after a service its customer is asked by the residence that holds today', async () => {
  const survey = await h.opened('transaction', { questions: [pair(1, { asks: ['satisfaction'], touchpoint: 'T19' })] })
  for (const name of NAMES) {
    const made = await h.t.as(h.t.a.staff.frontDeskClerk).post(`${h.estate}/matters`, {
      ...{ channel: 'phone', contactType: 'service', customerSaid: '水管漏水' },
      ...{ customerId: who[name].customerId, unitId: who[name].unitId },
    })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    await h.t.tx(({ db }) =>
      db
        .updateTable('matter')
        .set({ open: false, state: 'CLOSED', closed_at: morning(1) })
        .where('id', '=', made.body.matter.id)
        .execute(),
    )
  }
  expect(await h.t.tx((tx) => askAfterService(tx, h.t.house.keys, h.t.a.id), { now: morning(1) })).toBe(2)
  const rows = await h.t.tx(({ db }) =>
    db.selectFrom('survey_invitation').select('customer_id').where('survey_id', '=', survey.id).execute(),
  )
  expect(named(rows.map((r) => r.customer_id))).toEqual(['leased', 'seller'])
})
