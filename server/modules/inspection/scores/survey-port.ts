import type { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import type { KanoCode, SurveyedClass } from '#contract/survey-results.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Span } from './score.store.ts'

/** What residents said about a touchpoint: mean satisfaction from 1 to 5, and how many answered. */
export type Satisfaction = { satisfaction: number; answers: number }

/** What a survey of pairs asks to repair and to build (quality-model.md section 6). */
export type Priorities = {
  survey: { id: Uuid; title: { zh: string; en: string }; on: LocalDate }
  items: readonly {
    touchpoint: (typeof TOUCHPOINTS)[number] | null
    itemId: string | null
    name: { zh: string; en: string }
    class: KanoCode
    n: number
    repair: number | null
    build: number | null
  }[]
}

/** How the surveys tell it; what nobody was asked about is absent. */
export type Surveys = {
  satisfaction(tx: Tx, estateId: Uuid, span: Span): Promise<ReadonlyMap<string, Satisfaction>>
  /** By item, as surveys closed by a day found it last. */
  classes(tx: Tx, estateId: Uuid, until: LocalDate): Promise<ReadonlyMap<string, SurveyedClass>>
  /** null: no survey of pairs was closed by a day. */
  priorities(tx: Tx, estateId: Uuid, until: LocalDate): Promise<Priorities | null>
}

const NONE: Surveys = {
  satisfaction: async () => new Map(),
  classes: async () => new Map(),
  priorities: async () => null,
}
let brought = NONE

/** The room of the surveys stands above this one, so it brings its readers at start; without them there is no survey yet. */
export const bringSurveys = (readers: Partial<Surveys>): void => {
  brought = { ...NONE, ...readers }
}
export const surveys: Surveys = {
  satisfaction: (...asked) => brought.satisfaction(...asked),
  classes: (...asked) => brought.classes(...asked),
  priorities: (...asked) => brought.priorities(...asked),
}
