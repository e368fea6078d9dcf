import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Instant } from '#contract/values.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import type { WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import type { Settings } from '#platform/settings/settings.ts'
import { replyDeadlineOf } from './reply-clock.rules.ts'

export const PROMISE = 'promise.feedback'
/** CP-042: an interim reply that is scheduled; any reply to the customer is one. */
export const INTERIM = 'complaint.interim'
type Clocks = ReadonlyMap<string, { name: string; dueAt: Instant }>
const given = (name: string, clocks: Clocks) => [...clocks.values()].filter((clock) => clock.name === name)

type Promised = {
  promisedFeedbackAt: string
  /** With an interim reply at or before the deadline the promise may lie after it. */
  interimAt?: string | undefined
}

/**
 * CP-042: the promised time of feedback lies after now and not after the reply deadline, unless an interim reply is
 * scheduled before it; the earlier of the clocks binds.
 */
export const checkPromise = (
  { promisedFeedbackAt, interimAt }: Promised,
  /** `answered`: they have had a first or interim reply already. `replyDueAt`: where something else than the channel set it. */
  matter: { channel: string; received_at: Instant; answered?: boolean; replyDueAt?: Instant | null },
  now: Instant,
  calendar: WorkCalendar,
  settings: Settings,
  at = 'body',
): Refusal | undefined => {
  const promise = { at: toInstant(promisedFeedbackAt), field: `${at}.promisedFeedbackAt` }
  const interim = interimAt ? { at: toInstant(interimAt), field: `${at}.interimAt` } : undefined
  const past = [promise, interim].find((one) => one !== undefined && one.at <= now)
  if (past) return refuse('E_TIME_PAST', { field: past.field, details: { now } })
  // CP-074: answered in the conversation, nothing is owed before the promise
  if (matter.answered) return undefined
  const deadline = matter.replyDueAt ?? replyDeadlineOf(matter, calendar, settings).due
  // a deadline that has passed binds nobody to the past: the complaint is owed the same time from now on, and goes out
  const due = deadline > now ? deadline : replyDeadlineOf({ ...matter, received_at: now }, calendar, settings).due
  const binding = interim ?? promise
  return binding.at > due ? refuse('E_PROMISE_TOO_LATE', { field: binding.field, details: { latest: due } }) : undefined
}

/** T3: whoever can be told when we come back has been told, at intake or now. */
export const promiseMissing = (
  promisedAt: string | undefined,
  matter: { contactable: boolean },
  clocks: Clocks,
): Refusal | undefined =>
  promisedAt === undefined && matter.contactable && given(PROMISE, clocks).length === 0
    ? refuse('E_INPUT', { field: 'body.promisedFeedbackAt' })
    : undefined

/** CP-042: what was scheduled at intake and still lies ahead. */
export const interimAhead = (clocks: Clocks, now: Instant): Instant | undefined =>
  given(INTERIM, clocks).find(({ dueAt }) => dueAt > now)?.dueAt

/** CP-022: a time that stands already is not promised twice; another one takes its place. */
export const isNewTime = (name: string, at: string | undefined, clocks: Clocks): at is string =>
  at !== undefined && given(name, clocks).every(({ dueAt }) => dueAt !== toInstant(at))
