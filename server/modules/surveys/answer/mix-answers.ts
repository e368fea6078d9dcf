import { SINCE_BANDS, TENURES } from '#contract/survey-questions.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { lockSurvey, openSurveys, type SurveyRow } from '../design/survey.store.ts'
import { mix, type Traits } from './mix.rules.ts'
import { type AnonymousRow, listAnonymous, listSealed, replaceAnonymous } from './response.store.ts'
import { shuffled } from './shuffled.ts'

const traitsOf = (row: Pick<AnonymousRow, 'building_id' | 'tenure' | 'since'>): Traits => ({
  building: row.building_id,
  tenure: TENURES.find((t) => t === row.tenure) ?? null,
  since: SINCE_BANDS.find((s) => s === row.since) ?? null,
})

/** Counts in what waits of one anonymous survey, whose row is locked; `final` when no more can come. */
export const mixSurvey = async (
  tx: Tx,
  { estate_id, id }: Pick<SurveyRow, 'estate_id' | 'id'>,
  given: { day: LocalDate; k: number; final: boolean },
): Promise<void> => {
  const sealed = shuffled(await listSealed(tx, estate_id, id))
  if (sealed.length === 0) return
  const before = (await listAnonymous(tx, estate_id, id)).map((row) => ({
    ...traitsOf(row),
    day: row.on_date,
    answer: { id: null as Uuid | null, row: row satisfies Pick<AnonymousRow, 'answers' | 'comments'> },
  }))
  const waiting = sealed.map((row) => ({
    ...traitsOf(row),
    answer: { id: row.id as Uuid | null, row: { ...row, on_date: null } },
  }))
  const { counted, left } = mix(before, waiting, given)
  if (counted.length === before.length) return
  await replaceAnonymous(
    tx,
    estate_id,
    id,
    counted.map(({ building, tenure, since, day, answer: { row } }) => ({
      on_date: day,
      building_id: building,
      tenure,
      since,
      answers: row.answers,
      comments: row.comments,
    })),
    left.flatMap(({ answer }) => (answer.id === null ? [] : [answer.id])),
  )
}

/** Every night: what came to the anonymous surveys of an estate is counted in together. */
export const mixAnswers = async (tx: Tx, estateId: Uuid): Promise<void> => {
  const day = localDateOf(await calendarOf(tx, estateId), tx.now)
  const k = (await settingsOf(tx, estateId)).get('survey.smallestGroup')
  for (const { id, anonymous } of await openSurveys(tx, estateId)) {
    if (!anonymous) continue
    const row = await lockSurvey(tx, estateId, id)
    if (row?.state === 'opened') await mixSurvey(tx, row, { day, k, final: false })
  }
  tx.tell({ estateId, topic: 'surveys' })
}
