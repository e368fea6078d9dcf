import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Instant } from '#contract/values.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import type { WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import type { Settings } from '#platform/settings/settings.ts'
import { replyDeadlineOf } from './reply-clock.rules.ts'

/** CP-042: the promised time of feedback lies after now and not after the reply deadline; the earlier of two clocks binds. */
export const checkPromise = (
  promisedAt: string | undefined,
  /** `answered`: they have had a first or interim reply already. */
  matter: { channel: string; received_at: Instant; contactable: boolean; answered?: boolean },
  now: Instant,
  calendar: WorkCalendar,
  settings: Settings,
): Refusal | undefined => {
  const field = 'body.promisedFeedbackAt'
  if (!promisedAt) return matter.contactable ? refuse('E_INPUT', { field }) : undefined
  const at = toInstant(promisedAt)
  if (at <= now) return refuse('E_TIME_PAST', { field, details: { now } })
  // CP-074: answered in the conversation, nothing is owed before the promise
  if (matter.answered) return undefined
  const { due: deadline } = replyDeadlineOf(matter, calendar, settings)
  // a deadline that has passed binds nobody to the past: the complaint is owed the same time from now on, and goes out
  const due = deadline > now ? deadline : replyDeadlineOf({ ...matter, received_at: now }, calendar, settings).due
  return at > due ? refuse('E_PROMISE_TOO_LATE', { field, details: { latest: due } }) : undefined
}
