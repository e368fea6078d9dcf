import { STANDING_QUESTIONS } from '#content/survey-standing.ts'
import { ASKS_OF, type SurveyKind, type SurveyQuestion } from '#contract/survey-questions.ts'
import type { SurveySample, SurveyView } from '#contract/surveys.ts'

/** A draft as it is being written; `base` is the version it was begun from. */
export type Work = {
  base: number
  titleZh: string
  titleEn: string
  introZh: string
  introEn: string
  questions: SurveyQuestion[]
  freeText: boolean
  anonymous: boolean
  sample: SurveySample
}

/** What a draft of an estate and one of the company have alike. */
export type Written = Pick<
  SurveyView,
  | 'id'
  | 'kind'
  | 'titleZh'
  | 'titleEn'
  | 'introZh'
  | 'introEn'
  | 'list'
  | 'freeText'
  | 'anonymous'
  | 'sample'
  | 'pairLimit'
  | 'smallestGroup'
  | 'version'
>

/** What is wrong, by the dotted path of its field. */
export type Errors = ReadonlyMap<string, string>

export const workOf = (survey: Written): Work => ({
  base: survey.version,
  titleZh: survey.titleZh,
  titleEn: survey.titleEn,
  introZh: survey.introZh,
  introEn: survey.introEn,
  questions: survey.list,
  freeText: survey.freeText,
  anonymous: survey.anonymous,
  sample: survey.sample,
})

const bare = ({ base: _base, ...rest }: Work) => JSON.stringify(rest)
export const isChanged = (work: Work, survey: Written): boolean => bare(work) !== bare(workOf(survey))

type Attribute = Pick<SurveyQuestion, 'touchpoint' | 'itemId' | 'zh' | 'en' | 'classDefault'>
/** One more question, with the next number. */
export const withQuestion = (work: Work, kind: SurveyKind, attribute: Attribute): Work => ({
  ...work,
  questions: [
    ...work.questions,
    {
      ...attribute,
      no: Math.max(0, ...work.questions.map((q) => q.no)) + 1,
      asks: [...ASKS_OF[kind].usual],
      effort: null,
    },
  ],
})

/** OS-071: the standing questions that a draft does not hold yet; a survey about one service asks none of them. */
export const standingFor = ({ questions }: Work, kind: SurveyKind): readonly Attribute[] =>
  kind === 'transaction' ? [] : STANDING_QUESTIONS.filter(({ zh }) => questions.every((q) => q.zh !== zh))

/** Moved by one place; the numbers stay in the order in which the questions stand. */
export const moved = (work: Work, at: number, by: 1 | -1): Work => {
  const list = [...work.questions]
  const [one] = list.splice(at, 1)
  if (one) list.splice(at + by, 0, one)
  return { ...work, questions: renumbered(list) }
}
export const without = (work: Work, at: number): Work => ({
  ...work,
  questions: renumbered(work.questions.filter((_, i) => i !== at)),
})
const renumbered = (list: readonly SurveyQuestion[]) => list.map((q, i) => ({ ...q, no: i + 1 }))

/** As it is sent: wordings that say nothing are left out. */
export const toSend = ({ base, ...work }: Work) => ({
  ...work,
  version: base,
  questions: work.questions.map(({ withZh, withEn, withoutZh, withoutEn, ...q }) => ({
    ...q,
    ...(withZh ? { withZh } : {}),
    ...(withEn ? { withEn } : {}),
    ...(withoutZh ? { withoutZh } : {}),
    ...(withoutEn ? { withoutEn } : {}),
  })),
})
