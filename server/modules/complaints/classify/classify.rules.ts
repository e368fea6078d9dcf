import { type Signs, SYMPTOMS } from '#content/complaint-words.ts'
import { TOUCHPOINT_SIGNS } from '#content/touchpoint-words.ts'

/** What a customer said, in small letters and plain width, and the words a tokenizer cut it into. */
export type Reading = { text: string; words: ReadonlySet<string> }

export type Suggested = {
  /** Sub-code like `C2.7`, or a touchpoint like `T12`. */
  code: string
  score: number
  /** The signs found, as they stand in the tables. */
  because: string[]
}

/** How many characters may lie between the parts of a sign written with `…`. */
const GAP = 12
/** A further sign of the same symptom makes it a little surer, not twice as sure. */
const FURTHER = 0.2

/** The parts of `a…b` in this order, no more than GAP characters from each other. */
const inOrder = (text: string, [first, ...rest]: readonly string[]): boolean => {
  if (first === undefined) return true
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    const from = at + first.length
    if (rest.length === 0 || inOrder(text.slice(from, from + GAP + (rest[0]?.length ?? 0)), rest)) return true
  }
  return false
}

/**
 * One character counts only as a word of its own (水 is not 水景). Two must stand within one word or be two words, so that
 * none is cut in half: 开会所以 holds no 会所. Longer signs and those with a gap are looked for in the text itself.
 */
const found = ({ text, words }: Reading, sign: string): boolean => {
  if (sign.includes('…')) return inOrder(text, sign.split('…'))
  const characters = [...sign]
  if (characters.length === 1) return words.has(sign)
  if (!text.includes(sign)) return false
  if (characters.length > 2) return true
  return [...words].some((word) => word.includes(sign)) || characters.every((character) => words.has(character))
}

const weigh = (reading: Reading, tables: readonly Signs[]): Suggested[] => {
  const sums = new Map<string, { score: number; because: Set<string> }>()
  for (const { signs, codes } of tables) {
    const hits = signs.filter((sign) => found(reading, sign))
    if (hits.length === 0) continue
    for (const [code, weight] of Object.entries(codes)) {
      const sum = sums.get(code) ?? { score: 0, because: new Set() }
      sum.score += weight * (1 + FURTHER * (hits.length - 1))
      for (const hit of hits) sum.because.add(hit)
      sums.set(code, sum)
    }
  }
  return [...sums]
    .map(([code, { score, because }]) => ({ code, score: Math.round(score * 10) / 10, because: [...because] }))
    .sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1))
}

/**
 * CP-012: sub-codes that the customer's words may mean, best first; several for a symptom with several possible causes.
 * A suggestion for the first guess and nothing more: the category follows from the cause (CP-011).
 */
export const suggestCategories = (reading: Reading, most = 8): Suggested[] => weigh(reading, SYMPTOMS).slice(0, most)

/** Where in the customer's round of the estate it happened: T01 to T20, best first. */
export const suggestTouchpoints = (reading: Reading, most = 3): Suggested[] =>
  weigh(reading, TOUCHPOINT_SIGNS).slice(0, most)
