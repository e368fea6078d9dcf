import type { ItemFinding } from '../survey-results.ts'

/** What a survey advises (quality-model.md section 6): what to repair first, and what to build first. */
export const ADVICE = ['repair', 'build'] as const
export type Advice = (typeof ADVICE)[number]

/** The items that have a value, those of the highest first. */
export const rankedBy = <I>(
  items: readonly I[],
  worthOf: (item: I) => number | null,
  most: number,
): { item: I; value: number }[] =>
  items
    .flatMap((item) => {
      const value = worthOf(item)
      return value === null ? [] : [{ item, value }]
    })
    .toSorted((a, b) => b.value - a.value)
    .slice(0, most)

const SHOWN = 5
/** The lists of advice of a survey, on the page and on paper; an empty one with its reason. None where no pairs were asked. */
export const adviceOf = (items: readonly ItemFinding[]) => {
  const pairs = items.flatMap(({ kano }) => kano ?? [])
  const few = pairs.every(({ provisional }) => provisional)
  return (pairs.length === 0 ? [] : ADVICE).map((by) => {
    const list = rankedBy(items, (item) => item[by], SHOWN)
    return { by, list, nothing: list.length > 0 ? null : few ? ('few' as const) : by }
  })
}
