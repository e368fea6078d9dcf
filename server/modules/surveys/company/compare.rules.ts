import type { SurveyQuestion } from '#contract/survey-questions.ts'
import type { ComparedItem, ComparedLine } from '#contract/survey-roll-out.ts'
import type { Uuid } from '#contract/values.ts'
import { differencesOf } from '../results/change.rules.ts'
import type { KanoRule } from '../results/kano.rules.ts'
import { answersOf, type ItemSums, minus, NOTHING, plus, saidBy } from './sums.rules.ts'

export type EstateSums = { estate: { id: Uuid; code: string; name: string }; surveyId: Uuid; items: ItemSums }
export type Comparison = { items: ComparedItem[]; lines: ComparedLine[] }

const findingOf = (n: number, { kano, satisfaction }: ReturnType<typeof saidBy>, rule: KanoRule) => ({
  n,
  class: kano?.class ?? null,
  better: kano?.better ?? null,
  worse: kano?.worse ?? null,
  satisfaction,
  provisional: kano?.provisional ?? n < rule.smallestSample,
})

/**
 * Each item over all estates, and each estate in it. The whole is the sum of those that are shown, so that taking them away
 * from it leaves nothing of an estate that is not; the estates of an item are tested together (Holm).
 */
export const compare = (
  questions: readonly SurveyQuestion[],
  estates: readonly EstateSums[],
  rule: KanoRule,
): Comparison => {
  const compared = questions.map((question) => {
    const own = estates.flatMap(({ estate, surveyId, items }) => {
      const sum = items[question.no]
      return sum === undefined ? [] : [{ estate, surveyId, sum }]
    })
    const whole = own.reduce((all, { sum }) => plus(all, sum), NOTHING)
    const parts = own.map((one) => ({
      ...one,
      own: saidBy(one.sum, rule),
      others: saidBy(minus(whole, one.sum), rule),
    }))
    const differs = differencesOf(parts, rule.smallestSample)
    const lines = parts.map(
      ({ estate, surveyId, sum, own: said }, i): ComparedLine => ({
        estate,
        surveyId,
        no: question.no,
        zh: question.zh,
        en: question.en,
        ...findingOf(answersOf(sum), said, rule),
        differs: differs[i] ?? { better: null, worse: null, satisfaction: null },
      }),
    )
    const item: ComparedItem = {
      question,
      ...findingOf(answersOf(whole), saidBy(whole, rule), rule),
      estates: lines.length,
      differing: lines.filter(isDiffering).length,
    }
    return { item, lines }
  })
  return { items: compared.map(({ item }) => item), lines: compared.flatMap(({ lines }) => lines) }
}

export const isDiffering = ({ differs }: ComparedLine): boolean =>
  differs.better !== null || differs.worse !== null || differs.satisfaction !== null

type Sort = 'estate' | 'satisfaction' | 'better' | 'worse' | 'n'
const VALUE: Record<Exclude<Sort, 'estate'>, (line: ComparedLine) => number | null> = {
  satisfaction: ({ satisfaction }) => satisfaction?.mean ?? null,
  better: ({ better }) => better?.share ?? null,
  worse: ({ worse }) => worse?.share ?? null,
  n: ({ n }) => n,
}
const byCode = (a: ComparedLine, b: ComparedLine): number =>
  a.no - b.no || (a.estate.code < b.estate.code ? -1 : a.estate.code > b.estate.code ? 1 : 0)

/** Item after item; within one by what is asked for, those without it last. */
export const sortCompared = (
  lines: readonly ComparedLine[],
  { sort, direction }: { sort: Sort; direction: 'asc' | 'desc' },
): ComparedLine[] => {
  const sign = direction === 'asc' ? 1 : -1
  if (sort === 'estate') return lines.toSorted((a, b) => a.no - b.no || sign * byCode(a, b))
  const value = VALUE[sort]
  return lines.toSorted((a, b) => {
    const [one, other] = [value(a), value(b)]
    if (a.no !== b.no || one === other) return byCode(a, b)
    if (one === null) return 1
    return other === null ? -1 : sign * (one - other)
  })
}
