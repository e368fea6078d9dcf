import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Instant } from '#contract/values.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import type { WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import type { Settings } from '#platform/settings/settings.ts'
import { replyDeadlineOf } from './reply-clock.rules.ts'

export const PROMISE = 'promise.feedback'
type Clocks = ReadonlyMap<string, { name: string; dueAt: Instant }>
const given = (clocks: Clocks) => [...clocks.values()].filter(({ name }) => name === PROMISE)

/** CP-042: the promised time of feedback lies after now and not after the reply deadline; the earlier of two clocks binds. */
export const checkPromise = (
  promisedAt: string,
  /** `answered`: they have had a first or interim reply already. `replyDueAt`: where something else than the channel set it. */
  matter: { channel: string; received_at: Instant; answered?: boolean; replyDueAt?: Instant | null },
  now: Instant,
  calendar: WorkCalendar,
  settings: Settings,
  field = 'body.promisedFeedbackAt',
): Refusal | undefined => {
  const at = toInstant(promisedAt)
  if (at <= now) return refuse('E_TIME_PAST', { field, details: { now } })
  // CP-074: answered in the conversation, nothing is owed before the promise
  if (matter.answered) return undefined
  const deadline = matter.replyDueAt ?? replyDeadlineOf(matter, calendar, settings).due
  // a deadline that has passed binds nobody to the past: the complaint is owed the same time from now on, and goes out
  const due = deadline > now ? deadline : replyDeadlineOf({ ...matter, received_at: now }, calendar, settings).due
  return at > due ? refuse('E_PROMISE_TOO_LATE', { field, details: { latest: due } }) : undefined
}

/** T3: whoever can be told when we come back has been told, at intake or now. */
export const promiseMissing = (
  promisedAt: string | undefined,
  matter: { contactable: boolean },
  clocks: Clocks,
): Refusal | undefined =>
  promisedAt === undefined && matter.contactable && given(clocks).length === 0
    ? refuse('E_INPUT', { field: 'body.promisedFeedbackAt' })
    : undefined

/** CP-022: a time that stands already is not promised twice; another one takes its place. */
export const isNewPromise = (promisedAt: string | undefined, clocks: Clocks): promisedAt is string =>
  promisedAt !== undefined && given(clocks).every(({ dueAt }) => dueAt !== toInstant(promisedAt))
