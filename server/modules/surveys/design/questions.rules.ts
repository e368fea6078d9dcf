import { type Refusal, refuse } from '#contract/refusal.ts'
import { ASKS_OF, type SurveyKind, type SurveyQuestion } from '#contract/survey-questions.ts'

export const pairsIn = (questions: readonly SurveyQuestion[]): number =>
  questions.filter((q) => q.asks.includes('pair')).length

/**
 * Section 4: a Kano survey asks pairs, the others what people feel now, only the yearly one may do both. E_PAIR_LIMIT for more pairs than residents will answer; E_INPUT for a number twice, an attribute twice, an
 * item of another touchpoint, or something that surveys of this kind do not ask (every question of a Kano survey is a pair).
 */
export const checkQuestions = (
  kind: SurveyKind,
  questions: readonly SurveyQuestion[],
  pairLimit: number,
): Refusal | undefined => {
  const numbers = new Set<number>()
  const names = new Set<string>()
  for (const [i, q] of questions.entries()) {
    const at = (field: string) => `body.questions.${i}.${field}`
    if (numbers.has(q.no)) return refuse('E_DUPLICATE', { field: at('no') })
    if (names.has(q.zh)) return refuse('E_DUPLICATE', { field: at('zh') })
    numbers.add(q.no)
    names.add(q.zh)
    if (q.itemId !== null && q.itemId.slice(0, 3) !== q.touchpoint)
      return refuse('E_INPUT', { field: at('itemId'), details: { touchpoint: q.touchpoint } })
    const foreign = q.asks.find((ask) => !ASKS_OF[kind].all.includes(ask))
    if (foreign !== undefined)
      return refuse('E_INPUT', { field: at('asks'), details: { values: [...ASKS_OF[kind].all] } })
    if (kind === 'kano' && !q.asks.includes('pair'))
      return refuse('E_INPUT', { field: at('asks'), details: { values: ['pair'] } })
  }
  const pairs = pairsIn(questions)
  return pairs > pairLimit
    ? refuse('E_PAIR_LIMIT', { field: 'body.questions', details: { maximum: pairLimit, pairs } })
    : undefined
}
