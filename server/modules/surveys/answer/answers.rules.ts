import { type Refusal, refuse } from '#contract/refusal.ts'
import type { SurveyAnswer, SurveyComment, SurveyQuestion } from '#contract/survey-questions.ts'

export type Filled = { answers: readonly SurveyAnswer[]; comments: readonly SurveyComment[] }

const given = (a: SurveyAnswer) => ({
  pair: a.f !== undefined || a.d !== undefined,
  satisfaction: a.s !== undefined,
  importance: a.w !== undefined,
})

/**
 * Answers to questions of this survey, each once, of what it asks: E_ANSWER_FOREIGN, E_DUPLICATE. With `whole` also
 * something must be answered (E_ANSWERS_MISSING) and no pair by half (E_PAIR_INCOMPLETE names the question). Questions
 * may be passed over: who is made to answer answers anything.
 */
export const checkAnswers = (
  questions: readonly SurveyQuestion[],
  freeText: boolean,
  { answers, comments }: Filled,
  whole: boolean,
): Refusal | undefined => {
  const seen = new Set<number>()
  for (const [i, answer] of answers.entries()) {
    const field = `body.answers.${i}`
    const question = questions.find((q) => q.no === answer.no)
    if (!question) return refuse('E_ANSWER_FOREIGN', { field, details: { no: answer.no } })
    if (seen.has(answer.no)) return refuse('E_DUPLICATE', { field })
    seen.add(answer.no)
    const says = given(answer)
    for (const ask of ['pair', 'satisfaction', 'importance'] as const)
      if (says[ask] && !question.asks.includes(ask))
        return refuse('E_ANSWER_FOREIGN', { field, details: { no: answer.no, ask } })
    if (whole && says.pair && (answer.f === undefined || answer.d === undefined))
      return refuse('E_PAIR_INCOMPLETE', { field, details: { no: answer.no } })
  }
  if (!freeText && comments.length > 0) return refuse('E_ANSWER_FOREIGN', { field: 'body.comments' })
  if (whole && keptAnswers(answers).length === 0 && comments.length === 0)
    return refuse('E_ANSWERS_MISSING', { field: 'body.answers' })
  return undefined
}

/** Without those that say nothing, in the order of their questions. */
export const keptAnswers = (answers: readonly SurveyAnswer[]): SurveyAnswer[] =>
  answers.filter((a) => Object.values(given(a)).some(Boolean)).toSorted((a, b) => a.no - b.no)
