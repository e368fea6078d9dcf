import { isRefusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { type Actor, SYSTEM } from '#platform/auth/actor.ts'
import { RECKON_CLOCKS } from '#platform/calendar/events.ts'
import { readCalendar } from '#platform/calendar/load-calendar.ts'
import type { WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import { inTransaction, type Tx } from '#platform/db/tx.ts'
import { on } from '#platform/events/events.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { readSettings } from '#platform/settings/settings.ts'
import { refreshDue } from './clock.store.ts'
import { clockDef } from './clock-defs.ts'
import { recompute } from './recompute.rules.ts'
import { allEstates, type ClockChange, lockOpenClocks, type OpenClockRow, writeClocks } from './recompute.store.ts'
import { appendTimeline } from './timeline.store.ts'

/** Rows of one statement. */
const CHUNK = 1_000

/**
 * Reckons the open clocks of an estate on its calendar as it stands now, says on the timeline where a due time moved,
 * and sorts the boards anew. Returns how many clocks changed; a second run changes nothing.
 */
const recomputeClocks = async (tx: Tx, actor: Actor, estateId: Uuid, calendar: WorkCalendar): Promise<number> => {
  const settings = await readSettings(tx, estateId)
  const changed: { clock: OpenClockRow; to: ClockChange }[] = []
  for (const clock of await lockOpenClocks(tx, estateId)) {
    const def = clockDef(clock.name)
    const to = recompute(clock, calendar, {
      fractions: def.warn.length > 0 ? settings.get('clock.warnAt') : [],
      escalateWorkingDays: settings.get('clock.escalateWorkingDays'),
      escalates: def.escalate.length > 0,
    })
    if (to) changed.push({ clock, to: { id: clock.id, ...to } })
  }
  for (let from = 0; from < changed.length; from += CHUNK)
    await writeClocks(
      tx,
      estateId,
      changed.slice(from, from + CHUNK).map(({ to }) => to),
    )
  const moved = changed.filter(({ clock, to }) => to.dueAt !== clock.due_at)
  for (const { clock, to } of moved)
    await appendTimeline(tx, actor, { estate_id: estateId, id: clock.matter_id }, [
      {
        type: 'clock',
        data: {
          name: clock.name,
          did: 'moved',
          from: clock.due_at,
          dueAt: to.dueAt,
          calendarMissing: to.calendarMissing,
        },
      },
    ])
  if (moved.length > 0) {
    await refreshDue(tx, estateId, [...new Set(moved.map(({ clock }) => clock.matter_id))])
    tx.tell({ estateId, topic: 'matters' })
  }
  return changed.length
}

/** The spine listens to the calendar (FD-005): an estate's own change is carried out in the transaction that made it. */
export const joinCalendar = (): void =>
  on('calendar.changed', 'matters', async (tx, actor, { estateId, calendar }) => {
    await recomputeClocks(tx, actor, estateId, calendar)
  })

/** Estate by estate, a transaction each: woken when the country's days or the company's hours change, and every night. */
export const recomputeAllClocks: Job = {
  name: RECKON_CLOCKS,
  schedule: '20 19 * * *',
  handle: async ({ database, log }) => {
    const estates = await inTransaction(database, { scope: [], readOnly: true }, allEstates)
    if (isRefusal(estates)) return
    for (const estateId of estates) {
      const changed = await inTransaction(database, { scope: [estateId] }, async (tx) =>
        recomputeClocks(tx, SYSTEM, estateId, await readCalendar(tx, estateId, await readSettings(tx, estateId))),
      )
      if (!isRefusal(changed) && changed > 0) log.info({ estateId, changed }, 'clocks reckoned anew')
    }
  },
}
