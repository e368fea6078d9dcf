import type { ImportProblem } from '#contract/roster-import.ts'
import type { T, TextKey } from '#ui/i18n.ts'
import { hasWord, wordFor } from '#ui/matter/words.ts'

type ProblemKey = Extract<TextKey, `roster.problem.${string}`>
const isProblem = (key: string): key is ProblemKey => hasWord(key)
const LONGEST = 60

const shortened = (value: string) => {
  const letters = [...value.replaceAll(/\s+/g, ' ')]
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : letters.join('')
}

/** What is wrong with a cell and what would be right. */
export const problemText = (t: T, { code, value, details }: ImportProblem): string => {
  const key = `roster.problem.${code}`
  const said = (name: string) => details[name] ?? ''
  return isProblem(key)
    ? t(key, {
        value: shortened(value),
        otherSheet: said('otherSheet'),
        otherRow: said('otherRow'),
        otherName: said('otherName'),
        otherUnit: said('otherUnit'),
        name: said('name'),
        customers: said('customers'),
        least: said('least'),
        most: said('most'),
        earliest: said('earliest'),
        today: said('today'),
      })
    : code
}

export const noteText = (t: T, code: string) => wordFor(t, `roster.note.${code}`, code)
export const skipText = (t: T, why: string) => wordFor(t, `roster.skipped.${why}`, why)
export const sheetText = (t: T, why: string) => wordFor(t, `roster.sheet.${why}`, why)
