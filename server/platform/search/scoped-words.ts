import { createHash } from 'node:crypto'
import type { Uuid } from '#contract/values.ts'
import { tokensOf } from './tokens.ts'

/** Where words are looked for: in an estate, or among all matters of a kind in a month (2026-11) of any estate. */
export type WordScope = `estate ${Uuid}` | `month ${string}`
/** `month`: of the receipt, by the estate's own calendar, like 2026-11. */
export const monthScope = (kind: string, month: string): WordScope => `month ${kind} ${month}`

/** Longer ones are no words; an index takes no more than some 2,000 bytes. */
const LONGEST = 100
const codeOf = (scope: WordScope): string => createHash('md5').update(scope).digest('hex').slice(0, 6)
const plainWordsOf = (text: string): string[] =>
  tokensOf(text)
    .split(' ')
    .map((word) => word.replaceAll(/['\\]/g, ''))
    .filter((word) => word !== '' && [...word].length <= LONGEST)

/** Each word of a text with the code of each scope in front, as `matter_words` keeps them (migration 0010). */
export const wordsIn = (text: string, scopes: readonly WordScope[]): string[] => {
  const words = plainWordsOf(text)
  return scopes.map(codeOf).flatMap((code) => words.map((word) => code + word))
}

/** A tsquery for what holds all words of the text, in a scope (null: as they are); null when the text has no word. */
export const wordQuery = (text: string, scope: WordScope | null): string | null => {
  const words = plainWordsOf(text)
  if (words.length === 0) return null
  const code = scope === null ? '' : codeOf(scope)
  return words.map((word) => `'${code}${word}'`).join(' & ')
}
