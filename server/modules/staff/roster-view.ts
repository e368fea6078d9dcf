import type { RosterRow, RosterView } from '#contract/duty.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { type DutyRow, dutiesOfWeek } from './duty.store.ts'
import { daysOfWeek, mondayOf, stretchOf } from './local-time.rules.ts'
import { findRoster, namesOf, type Roster, zoneOf } from './roster.store.ts'
import { coverageOf } from './roster-coverage.ts'

/** E_INPUT for a week that does not begin on a Monday. */
export const checkMonday = (weekStart: LocalDate): Refusal | undefined => {
  const monday = mondayOf(weekStart)
  return monday === weekStart ? undefined : refuse('E_INPUT', { field: 'params.weekStart', details: { monday } })
}

export const rowOfDuty = (d: DutyRow): RosterRow => ({
  date: d.date,
  postId: d.post_id,
  staffId: d.staff_id,
  shiftId: d.shift_id,
  from: d.from_time,
  to: d.to_time,
  overMidnight: d.over_midnight,
})

/** The rows of a week as they are edited: the draft, else what is in force. */
const rowsOfWeek = async (
  tx: Tx,
  estateId: Uuid,
  weekStart: LocalDate,
  roster: Roster | undefined,
): Promise<readonly RosterRow[]> => roster?.draft ?? (await dutiesOfWeek(tx, estateId, weekStart)).map(rowOfDuty)

/** A week with what stands in the way of its publication. */
export const viewRoster = async (tx: Tx, estateId: Uuid, weekStart: LocalDate): Promise<RosterView | Refusal> => {
  const refused = checkMonday(weekStart)
  if (refused) return refused
  const zone = await zoneOf(tx, estateId)
  const roster = await findRoster(tx, estateId, weekStart)
  const rows = await rowsOfWeek(tx, estateId, weekStart, roster)
  const names = await namesOf(tx, [...new Set(rows.map((r) => r.staffId))])
  const { gaps, overlaps } = await coverageOf(tx, estateId, weekStart, rows)
  return {
    weekStart,
    version: roster?.version ?? 0,
    state: stateOf(roster),
    days: daysOfWeek(weekStart),
    timeZone: zone,
    rows: rows.map((row) => {
      const { from, to } = stretchOf(zone, row)
      return { ...row, staffName: names.get(row.staffId) ?? '', fromAt: from, toAt: to }
    }),
    gaps,
    overlaps: overlaps.map((o) => ({
      staffId: o.staffId,
      staffName: names.get(o.staffId) ?? '',
      from: o.from,
      to: o.to,
    })),
    publishedAt: roster?.published_at ?? null,
    publishedBy: roster?.published_by ? { id: roster.published_by, name: roster.published_name ?? '' } : null,
  }
}

const stateOf = (roster: Roster | undefined): RosterView['state'] => {
  if (!roster) return 'empty'
  if (roster.published_at === null) return roster.draft === null ? 'empty' : 'draft'
  return roster.draft === null ? 'published' : 'changed'
}
