import { z } from 'zod'
import { SURVEY_KINDS, SurveyQuestion } from '#contract/survey-questions.ts'
import {
  MOVES,
  SURVEY_MOVES,
  SURVEY_STATES,
  type SurveyLine,
  SurveySample,
  type SurveyView,
} from '#contract/surveys.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import type { CountedRow, SurveyRow } from './survey.store.ts'

const Questions = z.array(SurveyQuestion)
const Kind = z.enum(SURVEY_KINDS)
const State = z.enum(SURVEY_STATES)
const FIRST = 1

/** Questions and sample as they were written; both were checked on their way in. */
export const questionsOf = (row: Pick<SurveyRow, 'questions'>) => Questions.parse(row.questions)
export const sampleOf = (row: Pick<SurveyRow, 'sample'>) => SurveySample.parse(row.sample)
export const kindOf = (row: Pick<SurveyRow, 'kind'>) => Kind.parse(row.kind)

export const presentSurveyLine = (row: CountedRow): SurveyLine => ({
  id: row.id,
  kind: kindOf(row),
  state: State.parse(row.state),
  revision: row.revision,
  titleZh: row.title_zh,
  titleEn: row.title_en,
  anonymous: row.anonymous,
  questions: questionsOf(row).length,
  invited: row.invited,
  answered: row.answered,
  createdAt: row.created_at,
  openedAt: row.opened_at,
  closesOn: row.closes_on,
  closedAt: row.closed_at,
  templateId: row.template_id,
  opensOn: row.opens_on,
})

const person = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })

const movesOf = (actor: Actor, { estate_id, state }: CountedRow): SurveyView['moves'] =>
  MOVES.filter((move) => {
    const { from, by } = SURVEY_MOVES[move]
    return from.some((one) => one === state) && may(actor, by, estate_id)
  })

type Known = Pick<SurveyView, 'pairLimit' | 'smallestGroup'> & {
  revisions: readonly { id: string; revision: number; state: string }[]
}
export const presentSurvey = (actor: Actor, row: CountedRow, known: Known): SurveyView => ({
  ...presentSurveyLine(row),
  rootId: row.root_id,
  openRefused: row.open_refused,
  introZh: row.intro_zh,
  introEn: row.intro_en,
  list: questionsOf(row),
  freeText: row.free_text,
  sample: sampleOf(row),
  createdBy: person(row.created_by, row.created_name),
  openedBy: person(row.opened_by, row.opened_name),
  closedBy: person(row.closed_by, row.closed_name),
  waiting: row.waiting,
  pairLimit: known.pairLimit,
  smallestGroup: known.smallestGroup,
  revisions: known.revisions
    .filter((r) => r.id !== row.id || r.revision > FIRST)
    .map((r) => ({ ...r, state: State.parse(r.state) })),
  moves: movesOf(actor, row),
  version: row.version,
})
