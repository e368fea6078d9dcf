import type { RosterRow, RosterView, SaveRoster } from '#contract/duty.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { checkRows, faultOfRow, rosterGround } from './check-roster.ts'
import { dutiesOfWeek } from './duty.store.ts'
import { plusDays, stretchOf } from './local-time.rules.ts'
import { overlapsOf } from './roster.rules.ts'
import { findRoster, namesOf, writeRoster, zoneOf } from './roster.store.ts'
import { checkMonday, rowOfDuty, viewRoster } from './roster-view.ts'

type Week = { estateId: Uuid; weekStart: LocalDate }

const stale = async (tx: Tx, { estateId, weekStart }: Week) =>
  refuse('E_VERSION_STALE', { details: { version: (await findRoster(tx, estateId, weekStart))?.version ?? 0 } })

const writeDraft = async (
  tx: Tx,
  actor: Actor,
  week: Week,
  version: number,
  draft: readonly RosterRow[] | null,
): Promise<Refusal | undefined> => {
  if (!(await writeRoster(tx, actor.id, week.estateId, week.weekStart, version, { draft }))) return stale(tx, week)
  await audit(tx, actor, {
    estateId: week.estateId,
    action: draft ? 'roster.save' : 'roster.discard',
    subjectKind: 'roster',
    after: { weekStart: week.weekStart, rows: draft?.length ?? 0 },
  })
  tx.tell({ estateId: week.estateId, topic: 'duty' })
  return undefined
}

/** Saves the whole week as a draft. One person in two places at once is refused here already; gaps only at the publication. */
export const saveRoster = async (
  tx: Tx,
  actor: Actor,
  week: Week,
  input: SaveRoster,
): Promise<RosterView | Refusal> => {
  const refused =
    checkMonday(week.weekStart) ??
    (await checkRows(tx, week.estateId, week.weekStart, input.rows)) ??
    (await checkOverlaps(tx, week, input.rows))
  if (refused) return refused
  return (await writeDraft(tx, actor, week, input.version, input.rows)) ?? viewRoster(tx, week.estateId, week.weekStart)
}

const checkOverlaps = async (tx: Tx, { estateId }: Week, rows: readonly RosterRow[]): Promise<Refusal | undefined> => {
  const zone = await zoneOf(tx, estateId)
  const [overlap] = overlapsOf(rows.map((row) => ({ ...stretchOf(zone, row), staffId: row.staffId })))
  if (!overlap) return undefined
  const { second, first, staffId, from, to } = overlap
  const name = (await namesOf(tx, [staffId])).get(staffId) ?? ''
  return refuse('E_PERIOD_OVERLAP', {
    field: `body.rows.${second}.from`,
    details: { staffId, name, with: first, from, to },
  })
}

/** Drafts a week from the one before, seven local days later; rows that would no longer stand are left out and named. */
export const copyLastWeek = async (tx: Tx, actor: Actor, week: Week, version: number) => {
  const refused = checkMonday(week.weekStart)
  if (refused) return refused
  const before = plusDays(week.weekStart, -7)
  const duties = await dutiesOfWeek(tx, week.estateId, before)
  const source =
    duties.length > 0 ? duties.map(rowOfDuty) : ((await findRoster(tx, week.estateId, before))?.draft ?? [])
  if (source.length === 0) return refuse('E_NOT_FOUND', { details: { weekStart: before } })
  const rows = source.map((row) => ({ ...row, date: plusDays(row.date, 7) }))
  const ground = await rosterGround(tx, week.estateId, week.weekStart, rows)
  const kept = rows.filter((row) => faultOfRow(row, ground) === undefined)
  const left = rows.filter((row) => faultOfRow(row, ground) !== undefined)
  const written = await writeDraft(tx, actor, week, version, kept)
  if (written) return written
  const names = await namesOf(tx, [...new Set(left.map((r) => r.staffId))])
  const postNames = new Map(duties.map((d) => [d.post_id, d.post_name]))
  const roster = await viewRoster(tx, week.estateId, week.weekStart)
  if (isRefusal(roster)) return roster
  return {
    roster,
    leftOut: left.map((r) => ({
      date: r.date,
      staffName: names.get(r.staffId) ?? '',
      postName: ground.posts.get(r.postId) ?? postNames.get(r.postId) ?? '',
    })),
  }
}

/** Throws the draft away. E_STATE_CHANGED when there is none. */
export const discardDraft = async (
  tx: Tx,
  actor: Actor,
  week: Week,
  version: number,
): Promise<RosterView | Refusal> => {
  const refused = checkMonday(week.weekStart)
  if (refused) return refused
  const roster = await findRoster(tx, week.estateId, week.weekStart)
  if (!roster?.draft) return refuse('E_STATE_CHANGED', { details: { state: roster ? 'published' : 'empty' } })
  return (await writeDraft(tx, actor, week, version, null)) ?? viewRoster(tx, week.estateId, week.weekStart)
}
