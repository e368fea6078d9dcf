import type { CAUSE_SUBS, CauseFactor } from '#contract/complaint-categories.ts'
import type { Line } from '#contract/permissions.ts'

/** One thing that residents complain about, as they said it, with what was found and done. */
export type ComplaintStory = {
  code: string
  line: Line
  factor: CauseFactor
  sub: (typeof CAUSE_SUBS)[number] | null
  touchpoint: string
  /** Names nobody. */
  title: string
  said: string
  feeling: string
  wish: string
  cause: string
  measure: string
  /** What the desk guessed first, where the cause said otherwise. */
  guess?: string
  /** Calendar months in which it happens; all year without them. */
  months?: readonly number[]
  neighbour?: true
}

type Words = Pick<
  ComplaintStory,
  'title' | 'said' | 'feeling' | 'wish' | 'cause' | 'measure' | 'guess' | 'months' | 'neighbour'
>

/** `factor` like `man:attitude`; the sub-factor belongs to its factor. */
type Factor = CauseFactor | `${CauseFactor}:${(typeof CAUSE_SUBS)[number]}`

export const story = (code: string, line: Line, cause: Factor, touchpoint: string, words: Words): ComplaintStory => {
  const [factor, sub] = cause.split(':') as [CauseFactor, ComplaintStory['sub']?]
  return { code, line, factor, sub: sub ?? null, touchpoint, ...words }
}

export const SUMMER = [6, 7, 8, 9] as const
export const WINTER = [12, 1, 2] as const
/** Around the Spring Festival. */
export const FESTIVAL = [1, 2] as const
export const RAINS = [4, 5, 6] as const
