import type { AnswerPart } from '#content/survey-wording.ts'
import type { SurveyLink } from '#contract/survey-link.ts'
import type { SurveyAnswer, SurveyComment } from '#contract/survey-questions.ts'

export type Asked = SurveyLink['questions'][number]
export type Part = AnswerPart
/** One screen: a part of a question, the free text, or the sending. */
export type Step = { kind: 'ask'; question: Asked; part: Part } | { kind: 'comments' } | { kind: 'send' }
export type Filled = { answers: SurveyAnswer[]; comments: SurveyComment[] }

const PARTS: readonly [Part, Asked['asks'][number]][] = [
  ['f', 'pair'],
  ['d', 'pair'],
  ['s', 'satisfaction'],
  ['w', 'importance'],
]

export const stepsOf = (questions: readonly Asked[], freeText: boolean): Step[] => [
  ...questions.flatMap((question) =>
    PARTS.flatMap(([part, ask]): Step[] => (question.asks.includes(ask) ? [{ kind: 'ask', question, part }] : [])),
  ),
  ...(freeText ? [{ kind: 'comments' as const }] : []),
  { kind: 'send' },
]

export const valueAt = ({ answers }: Filled, step: Step): number | undefined =>
  step.kind === 'ask' ? answers.find((a) => a.no === step.question.no)?.[step.part] : undefined

/** With this answer given, or taken away; an answer that says nothing more is left out. */
export const answerAt = (filled: Filled, no: number, part: Part, value: number | undefined): Filled => {
  const { [part]: _before, ...rest } = filled.answers.find((a) => a.no === no) ?? { no }
  const next: SurveyAnswer = value === undefined ? rest : { ...rest, [part]: value }
  const others = filled.answers.filter((a) => a.no !== no)
  const kept = Object.keys(next).length > 1 ? [...others, next] : others
  return { ...filled, answers: kept.sort((a, b) => a.no - b.no) }
}

/** Where somebody who comes back goes on: at the first question without an answer after the last with one. */
export const resumeAt = (steps: readonly Step[], filled: Filled): number => {
  const last = steps.findLastIndex((step) => valueAt(filled, step) !== undefined)
  return last < 0 ? 0 : Math.min(last + 1, steps.length - 1)
}

/** Pairs of which only one half is answered, by the place of the half that is missing. */
export const halves = (steps: readonly Step[], filled: Filled): number[] =>
  steps.flatMap((step, at) => {
    if (step.kind !== 'ask' || (step.part !== 'f' && step.part !== 'd')) return []
    const answer = filled.answers.find((a) => a.no === step.question.no)
    const other = step.part === 'f' ? 'd' : 'f'
    return answer?.[other] !== undefined && answer[step.part] === undefined ? [at] : []
  })

/** What is ready to go: comments that say something. */
export const tidy = ({ answers, comments }: Filled): Filled => ({
  answers,
  comments: comments.flatMap(({ touchpoint, text }) => (text.trim() === '' ? [] : [{ touchpoint, text: text.trim() }])),
})

/** Two pages filled in the same questionnaire: what was typed here wins where both answered, nothing else is lost. */
export const mergeFilled = (theirs: Filled, mine: Filled): Filled => {
  const numbers = [...new Set([...theirs.answers, ...mine.answers].map((a) => a.no))].sort((a, b) => a - b)
  const answerOf = (filled: Filled, no: number) => filled.answers.find((a) => a.no === no)
  const seen = new Set(mine.comments.map((c) => `${c.touchpoint} ${c.text.trim()}`))
  return {
    answers: numbers.map((no) => ({ no, ...answerOf(theirs, no), ...answerOf(mine, no) })),
    comments: [...theirs.comments.filter((c) => !seen.has(`${c.touchpoint} ${c.text.trim()}`)), ...mine.comments].slice(
      0,
      20,
    ),
  }
}

/** About eight seconds a question. */
export const minutesFor = (steps: readonly Step[]): number => Math.max(1, Math.round((steps.length * 8) / 60))
