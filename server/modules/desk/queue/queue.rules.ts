import type { Instant } from '#contract/values.ts'
import { millisecondsOf } from '#platform/calendar/instants.rules.ts'

/** FD-017 (AMBIG-1): help is called when more wait than the threshold, and not again while a call stands. */
export const needsHelp = (waiting: number, threshold: number, callStands: boolean): boolean =>
  waiting > threshold && !callStands

/** The call has done its work when the queue is no longer than it may be; the next long queue makes a new one. */
export const helpIsOver = (waiting: number, threshold: number): boolean => waiting <= threshold

type Times = { arrived_at: Instant; called_at: Instant | null; ended_at: Instant | null }

/** FD-016: seconds from the arrival to the call, to the leaving, or until now. */
export const waitedSeconds = ({ arrived_at, called_at, ended_at }: Times, now: Instant): number =>
  Math.max(0, Math.floor((millisecondsOf(called_at ?? ended_at ?? now) - millisecondsOf(arrived_at)) / 1000))
