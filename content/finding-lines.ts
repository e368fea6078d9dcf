import type { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import type { Line } from '#contract/permissions.ts'
import type { ASPECTS } from '#contract/touchpoints.ts'

type Touchpoint = (typeof TOUCHPOINTS)[number]
type Aspect = (typeof ASPECTS)[number]

const posts = { people: 'security', facility: 'repair', information: 'customerService' } as const
const grounds = { people: 'security', facility: 'greening', information: 'customerService' } as const
const indoors = { people: 'cleaning', facility: 'repair', information: 'customerService' } as const
const clean = { people: 'cleaning', facility: 'cleaning', information: 'customerService' } as const
const counter = { people: 'customerService', facility: 'repair', information: 'customerService' } as const
const works = { people: 'repair', facility: 'repair', information: 'customerService' } as const

/**
 * The line that a failed item most likely belongs to, by touchpoint and aspect. It is a suggestion: whoever confirms a
 * finding names the line.
 */
export const FINDING_LINES: Record<Touchpoint, Record<Aspect, Line>> = {
  T01: posts,
  T02: posts,
  T03: posts,
  T04: indoors,
  T05: posts,
  T06: posts,
  T07: counter,
  T08: posts,
  T09: grounds,
  T10: clean,
  T11: indoors,
  T12: indoors,
  T13: indoors,
  T14: counter,
  T15: counter,
  T16: counter,
  T17: counter,
  T18: works,
  T19: works,
  T20: counter,
}

/** Items that another line answers for than for the rest of their aspect: bare wires, and the signs around works. */
export const ITEM_LINES: Readonly<Record<string, Line>> = {
  'T07-I-06': 'repair',
  'T18-I-03': 'repair',
  'T18-I-04': 'repair',
}
