import { z } from 'zod'
import {
  MOVES,
  SURVEY_MOVES,
  SURVEY_STATES,
  type SurveyLine,
  SurveySample,
  type SurveyView,
} from '#contract/surveys.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import { person, presentLine, presentPage } from './questionnaire.ts'
import type { CountedRow, SurveyRow } from './survey.store.ts'

const State = z.enum(SURVEY_STATES)
const FIRST = 1

/** The sample as it was written; it was checked on its way in. */
export const sampleOf = (row: Pick<SurveyRow, 'sample'>) => SurveySample.parse(row.sample)

export const presentSurveyLine = (row: CountedRow): SurveyLine => ({
  ...presentLine(row),
  state: State.parse(row.state),
  invited: row.invited,
  answered: row.answered,
  openedAt: row.opened_at,
  closesOn: row.closes_on,
  closedAt: row.closed_at,
  templateId: row.template_id,
  opensOn: row.opens_on,
})

const movesOf = (actor: Actor, { estate_id, state }: CountedRow): SurveyView['moves'] =>
  MOVES.filter((move) => {
    const { from, by } = SURVEY_MOVES[move]
    return from.some((one) => one === state) && may(actor, by, estate_id)
  })

type Known = Pick<SurveyView, 'pairLimit' | 'smallestGroup' | 'paperOnlyUntil'> & {
  revisions: readonly { id: string; revision: number; state: string }[]
}
export const presentSurvey = (actor: Actor, row: CountedRow, known: Known): SurveyView => ({
  ...presentSurveyLine(row),
  ...presentPage(row, { pairLimit: known.pairLimit, smallestGroup: known.smallestGroup }),
  openRefused: row.open_refused,
  sample: sampleOf(row),
  paperOnlyUntil: known.paperOnlyUntil,
  openedBy: person(row.opened_by, row.opened_name),
  closedBy: person(row.closed_by, row.closed_name),
  waiting: row.waiting,
  revisions: known.revisions
    .filter((r) => r.id !== row.id || r.revision > FIRST)
    .map((r) => ({ ...r, state: State.parse(r.state) })),
  moves: movesOf(actor, row),
})
