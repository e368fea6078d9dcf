import type { Channel } from '#contract/channels.ts'
import type { Instant } from '#contract/values.ts'
import type { ComplaintStory } from './demo-complaint-story.ts'
import { HOUSE_AND_SAFETY } from './demo-complaint-words.ts'
import { CLEANING_SLIPS, SERVICE_AND_OTHERS } from './demo-complaint-words-more.ts'
import type { Household } from './demo-population.ts'
import { type Random, randomOf } from './random.ts'
import { callableIn, minutesAfter, type World } from './story.ts'

/** How a complaint of the past went. */
export type Course =
  | 'satisfied'
  | 'neutral'
  | 'secondTry'
  | 'reopened'
  | 'onSpot'
  | 'unreachable'
  | 'noWish'
  | 'anonymous'
  | 'notComplaint'
  | 'merged'

export type Past = {
  /** Names its random numbers and its ids. */
  name: string
  /** Days from today, negative. */
  offset: number
  at: Instant
  story: ComplaintStory
  household: Household
  channel: Channel
  course: Course
  lateReply: boolean
  brokenPromise: boolean
  obviousNeglect: boolean
  persons: number
  times?: number
  impact?: string
  claimFen?: number
  /** The third of different people called then. */
  hotAt?: Instant
  /** Name of the complaint that this one was merged into. */
  into?: string
}

/** Those whose way to the end takes longer than these days have not come to it. */
const NEWEST = -6
const SLOW_UNTIL = -18
const DAYS = 30
/** Complaints of each thirty days, the latest first: all lines together, and the one that grows bad from month to month. */
const ORDINARY = [5, 18, 19, 20, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21] as const
const SLIPS = [16, 15, 9, 5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] as const
const BAD_BUILDINGS: readonly string[] = ['5', '6']
const ALL: readonly ComplaintStory[] = [...HOUSE_AND_SAFETY, ...SERVICE_AND_OTHERS]

/** Finished complaints of the fourteen months before today, by the seasons and with the line that grows bad. */
export const planPast = (world: Pick<World, 'days' | 'households'>): Past[] => {
  const callable = callableIn(world.households)
  const bad = callable.filter((h) => BAD_BUILDINGS.includes(h.unit.building))
  return ORDINARY.flatMap((ordinary, w) => {
    const from = -DAYS * (w + 1)
    const to = Math.min(from + DAYS - 1, NEWEST)
    const spread = (kind: string, count: number) =>
      Array.from({ length: count }, (_, i) => {
        const name = `complaint ${kind} ${w} ${i}`
        const random = randomOf(name)
        const offset = Math.min(to, from + Math.floor(((i + random.next()) * (to - from + 1)) / count))
        return { name, random, offset }
      })
    return [
      ...spread('ordinary', ordinary).map((one) => planned(world, one, seasonal(world, one), callable)),
      ...spread('slip', SLIPS[w] ?? 0).map((one) => planned(world, one, one.random.pick(CLEANING_SLIPS), bad)),
    ]
  })
}

/** What belongs to the season of the day comes three times as often as what comes all year. */
const seasonal = (
  { days }: Pick<World, 'days'>,
  { random, offset }: { random: Random; offset: number },
): ComplaintStory => {
  const month = Number(days.date(offset).slice(5, 7))
  return random.pick(ALL.flatMap((s) => (s.months === undefined ? [s] : s.months.includes(month) ? [s, s, s] : [])))
}

const CHANNELS = {
  phone: 100,
  visit: 45,
  app_message: 50,
  on_site: 18,
  email: 9,
  letter: 7,
  suggestion_box: 9,
  government_hotline: 5,
  questionnaire: 5,
  forum: 7,
} as const
const SLOW = {
  satisfied: 52,
  neutral: 14,
  secondTry: 8,
  reopened: 5,
  onSpot: 8,
  unreachable: 4,
  noWish: 4,
  anonymous: 3,
  notComplaint: 2,
} as const
const QUICK = { satisfied: 12, neutral: 4, secondTry: 1 } as const

const planned = (
  { days }: Pick<World, 'days'>,
  { name, random, offset }: { name: string; random: Random; offset: number },
  story: ComplaintStory,
  households: readonly Household[],
): Past => {
  const course: Course = offset <= SLOW_UNTIL ? random.weighted(SLOW) : random.weighted(QUICK)
  const slip = CLEANING_SLIPS.includes(story)
  const anonymous = course === 'anonymous'
  return {
    name,
    offset,
    at: minutesAfter(days.at(offset, '08:20'), random.whole(0, 720)),
    story,
    household: random.pick(households),
    channel: anonymous
      ? random.weighted({ suggestion_box: 2, letter: 1 })
      : course === 'onSpot'
        ? random.weighted({ phone: 3, visit: 2 })
        : random.weighted(CHANNELS),
    course,
    lateReply: !anonymous && random.chance(slip ? 0.16 : 0.06),
    brokenPromise: !anonymous && random.chance(slip ? 0.14 : 0.05),
    obviousNeglect: story.factor === 'man' && random.chance(slip ? 0.14 : 0.05),
    persons: random.chance(0.08) ? 2 : 1,
  }
}
