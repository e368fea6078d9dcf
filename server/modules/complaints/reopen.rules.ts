import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Instant } from '#contract/values.ts'
import type { ClockStart } from '#modules/matters/index.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import { reopenUntil, type Timed } from './case-times.rules.ts'
import { replyDeadlineOf } from './reply-clock.rules.ts'
import type { ReplyDeadline } from './reply-deadline.rules.ts'

/** T29, CP-125: within a calendar month of its closing; later it is a new complaint that repeats the old one. */
export const mayReopen = (closedAt: Instant | null, now: Instant, timed: Timed): Refusal | undefined => {
  if (closedAt === null) return undefined
  const until = reopenUntil(closedAt, timed)
  return now >= until ? refuse('E_REOPEN_OVER', { details: { until } }) : undefined
}

export type ReplyClock = ClockStart & { span: { kind: 'until'; at: Instant } }
/** FD-005: a deadline that no calendar of days off was known for says so on its clock. */
const clockUntil = ({ start, due, missing }: ReplyDeadline): ReplyClock => ({
  name: 'complaint.reply',
  from: start,
  span: { kind: 'until', at: due, ...(missing ? { weekendsOnly: true } : {}) },
})

/** The reply is owed again by the same channel, from now on. */
export const replyClockAnew = (channel: string, now: Instant, { calendar, settings }: Timed): ClockStart => {
  return clockUntil(replyDeadlineOf({ channel, received_at: now }, calendar, settings))
}

/** CP-076, CP-080: the reply clock of a complaint with what is known of a post or of a sender's date. */
export const replyClockOf = (
  subject: { channel: string; received_at: Instant },
  post: { watchId?: string | undefined; postedAt?: string | undefined; forwardedAt?: string | undefined },
  { calendar, settings }: Timed,
  senderWants?: string,
): ReplyClock => {
  const reply = replyDeadlineOf(
    {
      channel: subject.channel,
      received_at: subject.received_at,
      online: {
        monitored: post.watchId !== undefined,
        ...(post.postedAt ? { postedAt: toInstant(post.postedAt) } : {}),
        ...(post.forwardedAt ? { forwardedAt: toInstant(post.forwardedAt) } : {}),
      },
      ...(senderWants ? { senderWants: toInstant(senderWants) } : {}),
    },
    calendar,
    settings,
  )
  return clockUntil(reply)
}
