import type { SLOT_STATES } from '#contract/inventory.ts'
import type { Line } from '#contract/permissions.ts'
import type { Instant, LocalDate, LocalTime } from '#contract/values.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { instantAt, type WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import type { Settings } from '#platform/settings/settings.ts'

export type Slot = {
  line: Line
  date: LocalDate
  slot: LocalTime /** After this it is late, or missing. */
  until: Instant
}

/** FD-403: which line reports when on a day, by the settings of the estate. */
export const slotsOf = (calendar: WorkCalendar, settings: Settings, date: LocalDate): Slot[] => {
  const graceMs = settings.get('desk.lineReportGraceMinutes') * 60_000
  const times = [...new Set(settings.get('desk.lineReportTimes'))].sort()
  return times.flatMap((slot) =>
    settings
      .get('desk.lineReportLines')
      .map((line) => ({ line, date, slot, until: plusMilliseconds(instantAt(calendar, date, slot), graceMs) })),
  )
}

/** The first report to a time decides; later ones are supplements. */
export const slotState = (
  slot: Slot,
  first: { late: boolean } | undefined,
  now: Instant,
): (typeof SLOT_STATES)[number] => {
  if (first) return first.late ? 'late' : 'in'
  return now > slot.until ? 'missing' : 'due'
}

type Key = { line: string; on_date: LocalDate; slot: LocalTime }
const keyOf = (k: Key) => `${k.on_date} ${k.line} ${k.slot}`

/** FD-403: what is missing now and has not been told of yet. */
export const untoldMissing = (
  slots: readonly Slot[],
  reported: readonly Key[],
  told: readonly Key[],
  now: Instant,
): Slot[] => {
  const known = new Set([...reported, ...told].map(keyOf))
  return slots.filter((s) => now > s.until && !known.has(keyOf({ line: s.line, on_date: s.date, slot: s.slot })))
}
