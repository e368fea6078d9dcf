import type { ComplaintFilter } from '#contract/complaint-list.ts'
import type { LinkSearch } from '../links.tsx'

/** The filter of a figure as it stands in the address of the list that it counts. */
export const searchOf = (filter: ComplaintFilter): LinkSearch =>
  Object.fromEntries(Object.entries(filter).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])))
