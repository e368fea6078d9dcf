import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { KANO_CODES, type KanoCode, type SurveyedClass } from '#contract/survey-results.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { questionsOf } from '../design/questionnaire.ts'
import { bareSurvey } from '../design/survey.store.ts'
import { saidOf } from './cells.rules.ts'
import { latestClasses, latestOfPairs, satisfactionRows } from './class.store.ts'
import { performanceOf, prioritiesOf } from './items.rules.ts'
import { kanoRuleOf } from './read-results.ts'
import { countCells } from './results.store.ts'

type Touchpoint = (typeof TOUCHPOINTS)[number]
const touchpointOf = (text: string | null): Touchpoint | null => TOUCHPOINTS.find((t) => t === text) ?? null

/**
 * Section 8, 5: what surveys of an estate that were closed by a day found, the last of enough answers before any of too few, by item (`T08-F-15`) or by touchpoint that
 * was asked about as a whole (`T08`), to stand beside the default of the catalogue and never in its place.
 */
export const surveyedClasses = async (
  tx: Tx,
  estateId: Uuid,
  until: LocalDate,
): Promise<ReadonlyMap<string, SurveyedClass>> =>
  new Map(
    (await latestClasses(tx, estateId, until)).flatMap((row): [string, SurveyedClass][] => {
      const code = KANO_CODES.find((c) => c === row.class)
      const key = row.item_id ?? row.touchpoint
      if (code === undefined || key === null) return []
      const { n, significant, provisional } = row
      const title = { zh: row.title_zh, en: row.title_en }
      return [[key, { class: code, n, on: row.on_date, surveyId: row.survey_id, title, significant, provisional }]]
    }),
  )

export type SurveyPriorities = {
  survey: { id: Uuid; title: { zh: string; en: string }; on: LocalDate }
  /** Attributes of which enough people have said something. */
  items: {
    touchpoint: Touchpoint | null
    itemId: string | null
    name: { zh: string; en: string }
    class: KanoCode
    n: number
    repair: number | null
    build: number | null
  }[]
}

/** Section 6: what the last survey of pairs that was closed by a day asks to repair and to build; null: there was none. */
export const surveyPriorities = async (tx: Tx, estateId: Uuid, until: LocalDate): Promise<SurveyPriorities | null> => {
  const last = await latestOfPairs(tx, estateId, until)
  if (!last) return null
  const survey = await bareSurvey(tx, estateId, last.id, 'none')
  const rule = kanoRuleOf(await settingsOf(tx, estateId))
  // classes were kept, so enough have answered an anonymous survey to tell what they said
  const cells = await countCells(tx, estateId, last.id, null)
  return {
    survey: { id: last.id, title: { zh: last.title_zh, en: last.title_en }, on: last.on_date },
    items: (survey ? questionsOf(survey) : []).flatMap((question) => {
      const { kano, satisfaction } = saidOf(question, cells, rule)
      if (!kano?.class || kano.provisional) return []
      const { touchpoint, itemId, zh, en, effort } = question
      const priorities = prioritiesOf(kano, performanceOf(satisfaction), effort)
      return [{ touchpoint, itemId, name: { zh, en }, class: kano.class, n: kano.valid, ...priorities }]
    }),
  }
}

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
  return (await satisfactionRows(tx, estateId, { from, to, k })).flatMap(({ touchpoint, ...rest }) => {
    const code = touchpointOf(touchpoint)
    return code === null || rest.n < k ? [] : [{ touchpoint: code, ...rest }]
  })
}
