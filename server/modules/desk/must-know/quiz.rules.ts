import type { SheetField } from '#contract/must-know.ts'
import type { LocalDate } from '#contract/values.ts'
import { periodEnd } from '#platform/calendar/dates.rules.ts'

export type Question = { key: string; name: string | null; choices: string[]; right: number }

/** Fewer would say nothing about a person. */
export const FEWEST_QUESTIONS = 5
const WRONG_CHOICES = 3

type Random = () => number

/** The same quiz from the same id: an unfinished one can be shown again, a finished one explained. */
const randomOf = (seed: string): Random => {
  let state = 2_166_136_261
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const shuffled = <T>(items: readonly T[], random: Random): T[] =>
  items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)

/** The same text with its first number changed by a tenth to a half; undefined when it holds no number. */
const withOtherNumber = (text: string, random: Random): string | undefined => {
  const found = /\d+(?:\.\d+)?/.exec(text)
  if (!found) return undefined
  const [digits] = found
  const decimals = (digits.split('.')[1] ?? '').length
  const unit = 10 ** -decimals
  const step = Math.max(unit, Number(digits) * (0.1 + 0.4 * random()))
  const other = Number(digits) + (random() < 0.5 ? -step : step)
  const made = Math.max(0, other)
    .toFixed(decimals)
    .padStart(digits.startsWith('0') ? digits.length : 0, '0')
  return `${text.slice(0, found.index)}${made}${text.slice(found.index + digits.length)}`
}

const wrongChoices = (field: SheetField, all: readonly SheetField[], random: Random): string[] => {
  const wrong = new Set<string>()
  for (const other of shuffled(
    all.filter((f) => f.group === field.group && f.group !== 'overview'),
    random,
  )) {
    if (wrong.size === WRONG_CHOICES) break
    if (other.value !== field.value) wrong.add(other.value)
  }
  for (let tries = 0; wrong.size < WRONG_CHOICES && tries < 20; tries += 1) {
    const made = withOtherNumber(field.value, random)
    if (made === undefined) break
    if (made !== field.value) wrong.add(made)
  }
  return [...wrong]
}

/**
 * FD-024: multiple choice from the sheet's own fields: wrong answers are other facts of the same group, or the same text
 * with another number. Fields for which no wrong answer can be made are not asked.
 */
export const makeQuiz = (fields: readonly SheetField[], seed: string, count: number): Question[] => {
  const random = randomOf(seed)
  const questions: Question[] = []
  for (const field of shuffled(fields, random)) {
    if (questions.length === count) break
    const wrong = wrongChoices(field, fields, random)
    if (wrong.length === 0) continue
    const choices = shuffled([field.value, ...wrong], random)
    questions.push({ key: field.key, name: field.name, choices, right: choices.indexOf(field.value) })
  }
  return questions
}

/** KN-003: the share of right answers in whole per cent, rounded down, and whether it is enough. */
export const gradeQuiz = (questions: readonly Question[], answers: readonly (number | null)[], passPercent: number) => {
  const correct = questions.filter((q, i) => answers[i] === q.right).length
  const percent = questions.length === 0 ? 0 : Math.floor((correct * 100) / questions.length)
  return { correct, percent, passed: questions.length > 0 && percent >= passPercent }
}

/** KN-003: a passed quiz holds so many months, the day itself counted. */
export const validUntil = (passedOn: LocalDate, months: number): LocalDate => periodEnd(passedOn, months)
