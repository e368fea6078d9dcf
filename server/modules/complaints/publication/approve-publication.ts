import type { Publication, postComplaintPublication } from '#contract/complaint-publication.ts'
import { type Permission, ROLE_CODES, ROLES } from '#contract/permissions.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { BodyOf } from '#contract/route.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { holdersOf } from '#modules/staff/index.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { findPublication, type PublicationRow, savePublication } from './publication.store.ts'
import { readPublication, situationOf } from './read-publication.ts'
import { type MonthOf, notOver } from './write-publication.ts'

const APPROVERS = ROLE_CODES.filter((role) => (ROLES[role] as readonly Permission[]).includes('complaint.confirm'))

const anotherMay = async (tx: Tx, actor: Actor, estateId: Uuid, today: LocalDate): Promise<boolean> =>
  (await holdersOf(tx, estateId, APPROVERS, today)).some((id) => id !== actor.id)

const written = (row: PublicationRow | undefined, state: 'draft' | 'approved'): PublicationRow | Refusal =>
  row?.state === state && row.updated_by !== null ? row : refuse('E_STATE_CHANGED')

/**
 * CP-137, CP-138: the head approves what residents will read. E_TIME_RANGE while the month runs, E_SHEET_INCOMPLETE without
 * an item, E_PERSONAL_DATA names each place, E_SECOND_PERSON for who wrote it last while another may approve.
 */
export const approvePublication = async (
  tx: Tx,
  actor: Actor,
  { estateId, month }: MonthOf,
  version: number,
): Promise<Publication | Refusal> => {
  const { today } = await situationOf(tx, estateId)
  const running = notOver(month, today)
  if (running) return running
  const row = written(await findPublication(tx, estateId, month), 'draft')
  if (isRefusal(row)) return row
  const shown = await readPublication(tx, estateId, month)
  if (isRefusal(shown)) return shown
  if (shown.items === 0) return refuse('E_SHEET_INCOMPLETE', { field: 'body.items' })
  if (shown.personalData.length > 0) return refuse('E_PERSONAL_DATA', { details: { where: shown.personalData } })
  if (row.updated_by === actor.id && (await anotherMay(tx, actor, estateId, today))) return refuse('E_SECOND_PERSON')
  const approved = { state: 'approved', approved_at: tx.now, approved_by: actor.id }
  if (!(await savePublication(tx, row, version, approved))) return refuse('E_VERSION_STALE')
  await audit(tx, actor, {
    estateId,
    action: 'complaintPublication.approve',
    subjectKind: 'complaintPublication',
    subjectId: row.id,
    after: { month, items: shown.items },
  })
  tx.tell({ estateId, topic: 'complaints' })
  return readPublication(tx, estateId, month)
}

/** CP-137: day and places of posting. E_TIME_RANGE for a day before the approval or one that has not come. */
export const postPublication = async (
  tx: Tx,
  actor: Actor,
  { estateId, month }: MonthOf,
  { version, postedOn, places, otherPlace }: BodyOf<typeof postComplaintPublication>,
): Promise<Publication | Refusal> => {
  const { calendar, today } = await situationOf(tx, estateId)
  const row = written(await findPublication(tx, estateId, month), 'approved')
  if (isRefusal(row)) return row
  const earliest = localDateOf(calendar, row.approved_at ?? tx.now)
  if (postedOn < earliest || postedOn > today)
    return refuse('E_TIME_RANGE', { field: 'body.postedOn', details: { earliest, latest: today } })
  const other = places.includes('other') ? otherPlace || null : null
  if (places.includes('other') && other === null) return refuse('E_INPUT', { field: 'body.otherPlace' })
  const posted = {
    state: 'posted',
    posted_on: postedOn,
    posted_by: actor.id,
    places: [...new Set(places)],
    other_place: other,
  }
  if (!(await savePublication(tx, row, version, posted))) return refuse('E_VERSION_STALE')
  await audit(tx, actor, {
    estateId,
    action: 'complaintPublication.post',
    subjectKind: 'complaintPublication',
    subjectId: row.id,
    after: { month, postedOn, places, otherPlace: other },
  })
  tx.tell({ estateId, topic: 'complaints' })
  return readPublication(tx, estateId, month)
}
