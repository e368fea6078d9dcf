import type { SameComplaint } from '#contract/complaint-suggest.ts'

/** Words in which every complaint is like every other. */
const SAY_NOTHING = new Set(
  '我家 我们 你们 他们 一直 一个 这个 那个 没有 什么 怎么 今天 昨天 现在 已经 还是 就是 非常 太大 小区 物业 投诉 反映 问题 管理 业主 先生 女士'.split(
    ' ',
  ),
)
const MOST_WORDS = 16

/** CP-097: the words by which complaints are compared; single characters and empty phrases tell nothing apart. */
export const wordsToCompare = (words: Iterable<string>): string[] =>
  [...words].filter((word) => [...word].length > 1 && !SAY_NOTHING.has(word)).slice(0, MOST_WORDS)

/** How many of so many words must be shared: half of them, and two where there are two. */
export const wordsNeeded = (count: number): number => (count < 2 ? 1 : Math.max(2, Math.ceil(count / 2)))

export type Likeness = {
  same_unit: boolean
  same_place: boolean
  same_building: boolean
  same_customer: boolean
  same_code: boolean
  same_words: boolean
}

/** CP-097: the same kind of thing at the same place, or told in the same words; only these are taken together as voices. */
export const isAlike = (row: Likeness): boolean =>
  row.same_words || (row.same_code && (row.same_unit || row.same_place || row.same_building))

/** What a line of the list says of why it stands there. */
export const becauseOf = (row: Likeness): SameComplaint['because'] => [
  ...(row.same_unit ? (['unit'] as const) : []),
  ...(row.same_place ? (['place'] as const) : []),
  ...(row.same_customer ? (['customer'] as const) : []),
  ...(row.same_code ? (['category'] as const) : []),
  ...(row.same_words ? (['words'] as const) : []),
]
