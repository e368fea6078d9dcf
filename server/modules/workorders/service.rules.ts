import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Instant } from '#contract/values.ts'
import { plusMilliseconds, toInstant } from '#platform/calendar/instants.rules.ts'

const FARTHEST_MS = 90 * 86_400_000

/** A time of coming: not past, not empty, within ninety days, at most a day long. */
export const checkAppointment = (input: { from: string; to: string }, now: Instant): Refusal | undefined => {
  const from = toInstant(input.from)
  const to = toInstant(input.to)
  if (to <= now) return refuse('E_TIME_PAST', { field: 'body.to', details: { now } })
  if (to <= from) return refuse('E_TIME_RANGE', { field: 'body.to', details: { after: from } })
  if (from > plusMilliseconds(now, FARTHEST_MS))
    return refuse('E_TIME_RANGE', { field: 'body.from', details: { latest: plusMilliseconds(now, FARTHEST_MS) } })
  if (to > plusMilliseconds(from, 86_400_000))
    return refuse('E_TIME_RANGE', { field: 'body.to', details: { latest: plusMilliseconds(from, 86_400_000) } })
  return undefined
}

/**
 * FD-410, OS-045: a time is told to the customer only when the lead has said that somebody can go, and only inside the
 * hours that the lead gave, so that nobody promises a time the line never had.
 */
export const availabilityStands = (
  matter: { executor_id: string | null; appointment_from: Instant | null; appointment_to: Instant | null },
  told: { from: string; to: string },
): Refusal | undefined => {
  const { executor_id: executorId, appointment_from: from, appointment_to: to } = matter
  if (!executorId || !from || !to) return refuse('E_NO_AVAILABILITY')
  return toInstant(told.from) < from || toInstant(told.to) > to
    ? refuse('E_NO_AVAILABILITY', {
        field: toInstant(told.from) < from ? 'body.from' : 'body.to',
        details: { from, to },
      })
    : undefined
}

/** OS-011: all four check points of the first receiver, each with name and time, before anything is closed. */
export const dutiesDone = (done: ReadonlySet<string>): Refusal | undefined => {
  const open = ['organise', 'supervise', 'accept', 'callback'].filter((duty) => !done.has(duty))
  return open.length === 0 ? undefined : refuse('E_FIRST_RECEIVER_DUTY_OPEN', { details: { open } })
}
