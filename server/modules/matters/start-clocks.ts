import type { Instant, Uuid } from '#contract/values.ts'
import type { Span } from '#platform/calendar/due.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { planClock } from './clock.rules.ts'
import { insertClocks, type NewClock } from './clock.store.ts'
import { clockDef } from './clock-defs.ts'

/** Start of a clock: its name, when not its own span then this one, when not now then from here. */
export type ClockStart = { name: string; span?: Span; from?: Instant }

/** Starts clocks on a matter with due times computed once on the estate's calendar. Returns what was started. */
export const startClocks = async (
  tx: Tx,
  matter: { estate_id: Uuid; id: Uuid },
  starts: readonly ClockStart[],
): Promise<NewClock[]> => {
  if (starts.length === 0) return []
  const clocks = await planClocks(tx, matter.estate_id, starts)
  await insertClocks(tx, matter.estate_id, matter.id, clocks)
  return clocks
}

export const planClocks = async (tx: Tx, estateId: Uuid, starts: readonly ClockStart[]): Promise<NewClock[]> => {
  const settings = await settingsOf(tx, estateId)
  const calendar = await calendarOf(tx, estateId)
  return starts.map(({ name, span: own, from }) => {
    const def = clockDef(name)
    const span = own ?? def.span?.(settings)
    if (!span) throw new Error(`the clock ${name} needs a span`)
    const start = from ?? tx.now
    const plan = planClock(calendar, start, span, {
      fractions: def.warn.length > 0 ? settings.get('clock.warnAt') : [],
      escalateWorkingDays: settings.get('clock.escalateWorkingDays'),
      escalates: def.escalate.length > 0,
    })
    return {
      id: newId(),
      name,
      rule: def.rule,
      span,
      started_at: start,
      due_at: plan.dueAt,
      calendar_missing: plan.calendarMissing,
      steps: plan.steps,
    }
  })
}
