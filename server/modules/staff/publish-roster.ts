import type { RosterRow, RosterView } from '#contract/duty.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { checkRows } from './check-roster.ts'
import { type DutyRow, dutiesOfWeek, insertDuties, type NewDuty, voidDuties } from './duty.store.ts'
import { stretchOf } from './local-time.rules.ts'
import { findRoster, lockRosters, namesOf, writeRoster, zoneOf } from './roster.store.ts'
import { coverageOf } from './roster-coverage.ts'
import { checkMonday, viewRoster } from './roster-view.ts'
import { tellStaff } from './tell-staff.ts'

/**
 * Puts the draft of a week in force. CP-033: E_ROSTER_GAP with the hours in which no post would accept complaints;
 * E_PERIOD_OVERLAP for a person in two places at once, also across the edge of the week; E_TIME_PAST for a week that is
 * over. Duties that stay as they were keep their row, the others become void.
 */
export const publishRoster = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  weekStart: LocalDate,
  version: number,
): Promise<RosterView | Refusal> => {
  const refused = checkMonday(weekStart)
  if (refused) return refused
  await lockRosters(tx, estateId)
  const roster = await findRoster(tx, estateId, weekStart)
  if ((roster?.version ?? 0) !== version)
    return refuse('E_VERSION_STALE', { details: { version: roster?.version ?? 0 } })
  if (!roster?.draft) return refuse('E_STATE_CHANGED', { details: { state: roster ? 'published' : 'empty' } })
  const stopped =
    (await checkRows(tx, estateId, weekStart, roster.draft)) ??
    (await checkCoverage(tx, estateId, weekStart, roster.draft))
  if (stopped) return stopped

  if (!(await writeRoster(tx, actor.id, estateId, weekStart, version, { draft: null, publish: true })))
    return refuse('E_VERSION_STALE')
  const changed = await replaceDuties(tx, estateId, weekStart, roster.draft)
  await audit(tx, actor, {
    estateId,
    action: 'roster.publish',
    subjectKind: 'roster',
    after: { weekStart, duties: roster.draft.length, ...changed.counts },
  })
  await tellStaff(tx, estateId, changed.people, { template: 'roster.published', params: { week: weekStart } })
  tx.tell({ estateId, topic: 'duty' })
  return viewRoster(tx, estateId, weekStart)
}

const checkCoverage = async (
  tx: Tx,
  estateId: Uuid,
  weekStart: LocalDate,
  rows: readonly RosterRow[],
): Promise<Refusal | undefined> => {
  const { span, gaps, overlaps } = await coverageOf(tx, estateId, weekStart, rows)
  if (!span) return refuse('E_TIME_PAST', { field: 'params.weekStart', details: { now: tx.now } })
  const [overlap] = overlaps
  if (overlap) {
    const { row, staffId, from, to } = overlap
    const name = (await namesOf(tx, [staffId])).get(staffId) ?? ''
    return refuse('E_PERIOD_OVERLAP', { field: `body.rows.${row}.from`, details: { staffId, name, from, to } })
  }
  return gaps.length > 0 ? refuse('E_ROSTER_GAP', { details: { gaps } }) : undefined
}

const keyOf = (d: { post_id: Uuid; staff_id: Uuid; from_at: string; to_at: string }) =>
  [d.post_id, d.staff_id, d.from_at, d.to_at].join(' ')

const replaceDuties = async (tx: Tx, estateId: Uuid, weekStart: LocalDate, rows: readonly RosterRow[]) => {
  const zone = await zoneOf(tx, estateId)
  const wanted = new Map(rows.map((row) => newDuty(zone, row)).map((d) => [keyOf(d), d]))
  const standing = await dutiesOfWeek(tx, estateId, weekStart)
  const kept = new Set(standing.map(keyOf))
  const gone: DutyRow[] = standing.filter((d) => !wanted.has(keyOf(d)))
  const added = [...wanted.values()].filter((d) => !kept.has(keyOf(d)))
  await voidDuties(
    tx,
    estateId,
    gone.map((d) => d.id),
    'replaced',
  )
  await insertDuties(tx, estateId, weekStart, added)
  return { people: [...gone, ...added].map((d) => d.staff_id), counts: { added: added.length, removed: gone.length } }
}

const newDuty = (zone: string, row: RosterRow): NewDuty => {
  const { from, to } = stretchOf(zone, row)
  return {
    id: newId(),
    post_id: row.postId,
    staff_id: row.staffId,
    shift_id: row.shiftId,
    date: row.date,
    from_time: row.from,
    to_time: row.to,
    over_midnight: row.overMidnight,
    from_at: from,
    to_at: to,
  }
}
