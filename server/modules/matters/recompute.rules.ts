import type { Instant } from '#contract/values.ts'
import type { Span } from '#platform/calendar/due.rules.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import type { WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import { type LadderSettings, planClock } from './clock.rules.ts'
import type { Step } from './clock-step.ts'

export type OpenClock = {
  span: Span
  state: string
  started_at: Instant
  due_at: Instant
  breached_at: Instant | null
  calendar_missing: boolean
  paused_ms: number
  step: number
  steps: readonly Step[]
}
export type Recomputed = { dueAt: Instant; calendarMissing: boolean; steps: Step[]; nextAt: Instant | null }

/**
 * An open clock on a changed calendar, reckoned from its start as if the calendar had always been so. What it has done
 * already stays: warnings given are not given again, a breach stays a breach (only its escalation can move), and the
 * time it was paused is added. Undefined when nothing moves.
 */
export const recompute = (clock: OpenClock, calendar: WorkCalendar, ladder: LadderSettings): Recomputed | undefined => {
  const span: Span = clock.breached_at === null ? clock.span : { kind: 'until', at: clock.due_at }
  const shift = clock.breached_at === null ? clock.paused_ms : 0
  const plan = planClock(calendar, clock.started_at, span, ladder)
  const planned = plan.steps.map((step) => ({ ...step, at: plusMilliseconds(step.at, shift) }))
  const dueAt = plusMilliseconds(plan.dueAt, shift)
  const calendarMissing = clock.breached_at === null ? plan.calendarMissing : clock.calendar_missing
  const same =
    dueAt === clock.due_at && calendarMissing === clock.calendar_missing && lastOf(planned) === lastOf(clock.steps)
  if (same) return undefined
  const done = clock.steps.slice(0, clock.step)
  const steps = [...done, ...stillToDo(planned, done)]
  return { dueAt, calendarMissing, steps, nextAt: clock.state === 'paused' ? null : (steps[clock.step]?.at ?? null) }
}

/** When the ladder ends: the escalation where there is one, else the due time. */
const lastOf = (steps: readonly Step[]) => steps.at(-1)?.at

const stillToDo = (planned: readonly Step[], done: readonly Step[]): Step[] => {
  const left = new Map<Step['do'], number>()
  for (const step of done) left.set(step.do, (left.get(step.do) ?? 0) + 1)
  return planned.filter((step) => {
    const skip = left.get(step.do) ?? 0
    if (skip > 0) left.set(step.do, skip - 1)
    return skip === 0
  })
}
