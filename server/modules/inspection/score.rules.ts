import type { AnswerMark } from '#contract/inspections.ts'
import { isWell } from '#contract/rules/fault.ts'
import { type CheckItem, type KanoClass, SEVERITIES, type Severity } from '#contract/touchpoints.ts'

/** Weights of quality-model.md section 7; every one of them is a setting. Points go from 0 to 100. */
export type ScoreModel = {
  severity: Record<Severity, number>
  mustBeWeight: number
  oneDimensionalWeight: number
  /** The most a place may reach with a critical must-be item failed. */
  criticalGate: number
  /** The most it may reach while fewer must-be items pass than `mustBePass` asks, a share of 1. */
  mustBeGate: number
  mustBePass: number
  /** What shining attractive items add at the most. */
  bonus: number
}

const CLASSES = ['must-be', 'one-dimensional', 'attractive'] as const
type Scored = (typeof CLASSES)[number]

/**
 * Answered and passed items by class and severity: class (must-be, one-dimensional, attractive) × severity (critical,
 * major, minor) × (answered, passed), in this order; 18 counts. Other weights can be tried on it years later.
 */
export type Tally = readonly number[]
const EMPTY_TALLY: Tally = Array.from({ length: CLASSES.length * SEVERITIES.length * 2 }, () => 0)

const placeIn = (kano: Scored, severity: Severity) =>
  (CLASSES.indexOf(kano) * SEVERITIES.length + SEVERITIES.indexOf(severity)) * 2

const scoredAs = (kano: KanoClass): Scored | undefined =>
  // the statement of a reverse item is scored inverted; what is indifferent says nothing
  kano === 'reverse' ? 'one-dimensional' : CLASSES.find((c) => c === kano)

/** Counts answers; not applicable and unanswered items are in neither count. */
export const tallyOf = (
  answers: readonly { item: Pick<CheckItem, 'kano' | 'severity'>; answer: AnswerMark }[],
): Tally => {
  const tally = [...EMPTY_TALLY]
  for (const { item, answer } of answers) {
    const kano = scoredAs(item.kano)
    if (kano === undefined || answer === 'na') continue
    const at = placeIn(kano, item.severity)
    tally[at] = (tally[at] ?? 0) + 1
    if (isWell(item, answer)) tally[at + 1] = (tally[at + 1] ?? 0) + 1
  }
  return tally
}

export const addTallies = (tallies: readonly Tally[]): Tally =>
  EMPTY_TALLY.map((_, i) => tallies.reduce((sum, t) => sum + (t[i] ?? 0), 0))

export type Score = {
  /** Shares of 1 by weight; null: no such item was answered. */
  mustBe: number | null
  oneDimensional: number | null
  attractive: number | null
  gate: number
  bonus: number
  /** 0 to 100; null when neither a must-be nor a one-dimensional item was answered. */
  score: number | null
}

/** Weighted sums of a class; null: no such item was answered, or none of them weighs anything. */
type Rate = { answered: number; passed: number; rate: number } | null
export type Rates = { mustBe: Rate; oneDimensional: Rate; attractive: Rate; criticalFailed: boolean }

export const shareOf = (rate: Rate): number | null => rate?.rate ?? null

/** The shares that a score is made of. */
export const ratesOf = (tally: Tally, model: Pick<ScoreModel, 'severity'>): Rates => {
  const rate = (kano: Scored): Rate => {
    let [answered, passed] = [0, 0]
    for (const severity of SEVERITIES) {
      const at = placeIn(kano, severity)
      answered += (tally[at] ?? 0) * model.severity[severity]
      passed += (tally[at + 1] ?? 0) * model.severity[severity]
    }
    return answered === 0 ? null : { answered, passed, rate: passed / answered }
  }
  const critical = placeIn('must-be', 'critical')
  return {
    mustBe: rate('must-be'),
    oneDimensional: rate('one-dimensional'),
    attractive: rate('attractive'),
    criticalFailed: (tally[critical] ?? 0) > (tally[critical + 1] ?? 0),
  }
}

/** quality-model.md section 7: the must-be gates, the one-dimensional gives a level, the attractive only adds. */
export const scoreOf = (tally: Tally, model: ScoreModel): Score => {
  const { criticalFailed, ...rates } = ratesOf(tally, model)
  const [mustBe, oneDimensional, attractive] = [
    shareOf(rates.mustBe),
    shareOf(rates.oneDimensional),
    shareOf(rates.attractive),
  ]
  const gate = criticalFailed
    ? model.criticalGate
    : mustBe !== null && mustBe < model.mustBePass
      ? model.mustBeGate
      : 100
  const bonus = model.bonus * (attractive ?? 0)
  const base = baseOf(rates, model)
  return { mustBe, oneDimensional, attractive, gate, bonus, score: base === null ? null : Math.min(gate, base + bonus) }
}

/** The weighted mean of must-be and one-dimensional, 0 to 100; of one of them where the other was not answered. */
export const baseOf = (
  { mustBe, oneDimensional }: Pick<Rates, 'mustBe' | 'oneDimensional'>,
  model: Pick<ScoreModel, 'mustBeWeight' | 'oneDimensionalWeight'>,
): number | null => {
  let [sum, weight] = [0, 0]
  for (const [part, w] of [
    [mustBe, model.mustBeWeight],
    [oneDimensional, model.oneDimensionalWeight],
  ] as const) {
    if (part === null) continue
    sum += part.rate * w
    weight += w
  }
  return weight === 0 ? null : (100 * sum) / weight
}

/** As it is kept: hundredths of a point. */
export const inHundredths = (score: number | null): number | null => (score === null ? null : Math.round(score * 100))
