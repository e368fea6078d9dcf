import type { SurveyQuestion } from '#contract/survey-questions.ts'
import type { KanoCode, KanoCounts, KanoFinding, Mean } from '#contract/survey-results.ts'
import { meanOf } from './items.rules.ts'
import { classify, findKano, type KanoRule, NO_COUNTS } from './kano.rules.ts'

/** Counted answers, as the database gives them. */
export type Cell = { grp: string | null; no: number; kind: 'pair' | 's' | 'w'; x: number; y: number; n: number }

/** The pairs of answers that come out as this class. */
export const pairsOf = (code: KanoCode): [number, number][] =>
  [1, 2, 3, 4, 5].flatMap((f) =>
    [1, 2, 3, 4, 5].flatMap((d): [number, number][] => (classify(f, d) === code ? [[f, d]] : [])),
  )

export type Said = { kano: KanoFinding | null; satisfaction: Mean | null; importance: Mean | null }

const countsOf = (cells: readonly Cell[]): KanoCounts => {
  const counts = { ...NO_COUNTS }
  for (const { x, y, n } of cells) counts[classify(x, y)] += n
  return counts
}
const valuesOf = (cells: readonly Cell[]) => new Map(cells.map(({ x, n }) => [x, n]))

/** What these cells say of one question. */
export const saidOf = ({ no, asks }: SurveyQuestion, cells: readonly Cell[], rule: KanoRule): Said => {
  const own = (kind: Cell['kind']) => cells.filter((c) => c.no === no && c.kind === kind)
  return {
    kano: asks.includes('pair') ? findKano(countsOf(own('pair')), rule) : null,
    satisfaction: meanOf(valuesOf(own('s'))),
    importance: meanOf(valuesOf(own('w'))),
  }
}

/** What is left of these cells without a part of them: all others together. */
export const cellsWithout = (whole: readonly Cell[], part: readonly Cell[]): Cell[] => {
  const keyOf = ({ no, kind, x, y }: Cell) => `${no} ${kind} ${x} ${y}`
  const own = new Map(part.map((cell) => [keyOf(cell), cell.n]))
  return whole.map((cell) => ({ ...cell, n: cell.n - (own.get(keyOf(cell)) ?? 0) })).filter(({ n }) => n > 0)
}

/** How many answered this question in any way. */
export const answeredOf = ({ kano, satisfaction, importance }: Said): number =>
  Math.max(kano?.total ?? 0, satisfaction?.n ?? 0, importance?.n ?? 0)

/** Whether two questions ask about the same thing: its item, else its touchpoint and name, else its name. */
export const sameAttribute = (a: SurveyQuestion, b: SurveyQuestion): boolean =>
  a.itemId !== null || b.itemId !== null ? a.itemId === b.itemId : a.touchpoint === b.touchpoint && a.zh === b.zh
