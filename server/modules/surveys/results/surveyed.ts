import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { KANO_CODES, type KanoCode } from '#contract/survey-results.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { latestClasses, satisfactionRows } from './class.store.ts'

type Touchpoint = (typeof TOUCHPOINTS)[number]
const touchpointOf = (text: string | null): Touchpoint | null => TOUCHPOINTS.find((t) => t === text) ?? null

export type SurveyedClass = {
  class: KanoCode
  n: number
  on: LocalDate
  surveyId: Uuid
  /** Whether it leads the second by more than chance; provisional: of a sample below the smallest. */
  significant: boolean
  provisional: boolean
}

/**
 * Section 8, 5: what closed surveys of an estate found last, by item (`T08-F-15`) or by touchpoint that was asked about
 * as a whole (`T08`), to stand beside the default of the catalogue and never in its place.
 */
export const surveyedClasses = async (tx: Tx, estateId: Uuid): Promise<ReadonlyMap<string, SurveyedClass>> =>
  new Map(
    (await latestClasses(tx, estateId)).flatMap((row): [string, SurveyedClass][] => {
      const code = KANO_CODES.find((c) => c === row.class)
      const key = row.item_id ?? row.touchpoint
      if (code === undefined || key === null) return []
      const { n, significant, provisional } = row
      return [[key, { class: code, n, on: row.on_date, surveyId: row.survey_id, significant, provisional }]]
    }),
  )

export type TouchpointSatisfaction = { touchpoint: Touchpoint; n: number; mean: number; satisfied: number }

/**
 * How satisfied people were with each touchpoint between two days, both included: mean of 1 to 5 and the share of 4 and 5
 * (0 to 1), over all surveys. Touchpoints with fewer answers than make a group are left out.
 */
export const satisfactionByTouchpoint = async (
  tx: Tx,
  estateId: Uuid,
  from: LocalDate,
  to: LocalDate,
): Promise<TouchpointSatisfaction[]> => {
  const k = (await settingsOf(tx, estateId)).get('survey.smallestGroup')
  return (await satisfactionRows(tx, estateId, { from, to })).flatMap(({ touchpoint, ...rest }) => {
    const code = touchpointOf(touchpoint)
    return code === null || rest.n < k ? [] : [{ touchpoint: code, ...rest }]
  })
}
