import { nameTexts } from '#content/usual-names.ts'
import type { cancelRound, RoundDetail, reassignRound } from '#contract/inspection-rounds.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { BodyOf } from '#contract/route.ts'
import { isFault } from '#contract/rules/fault.ts'
import type { Uuid } from '#contract/values.ts'
import { worksIn } from '#modules/matters/index.ts'
import { tellRoles } from '#modules/staff/index.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { auditAbout } from '../audit-about.ts'
import { proposeFindings } from '../findings/propose-findings.ts'
import { maySteer, visibleLooks, visibleRounds } from '../inspection.policy.ts'
import { saveFindings } from '../looks/look.store.ts'
import { answersOfLook, findLook, releaseLooks } from '../looks/look-view.store.ts'
import { trulyAt } from '../looks/phone-clock.rules.ts'
import { itemsOfLook } from '../looks/view-look.ts'
import { peopleOf } from './people-of-round.ts'
import { presentDetail } from './round.present.ts'
import { findRound, lockRound, looksOfStops, type RoundRow, saveRound, stopsOf } from './round.store.ts'
import { seenRound } from './seen-round.ts'
import { tellOfRound } from './tell-of-round.ts'

const MINUTE = 60_000

/** A round with its places. */
export const viewRound = async (tx: Tx, actor: Actor, estateId: Uuid, id: Uuid): Promise<RoundDetail | Refusal> => {
  const row = await seenRound(tx, actor, estateId, id)
  if (!row) return refuse('E_NOT_FOUND')
  const stops = await stopsOf(tx, estateId, [id])
  const ids = stops.flatMap((s) => s.inspection_id ?? [])
  const looks = await looksOfStops(tx, estateId, ids, visibleLooks(actor, estateId))
  const warnMs = (await settingsOf(tx, estateId)).get('inspection.clockWarnMinutes') * MINUTE
  return presentDetail(actor, row, stops, looks, warnMs)
}

/** Locked, seen by the caller and theirs to steer, still open, and in the version they saw. */
const open = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  { id, version }: { id: Uuid; version: number },
): Promise<RoundRow | Refusal> => {
  const row = await lockRound(tx, estateId, id)
  if (!row || !(await findRound(tx, estateId, id, visibleRounds(actor, estateId)))) return refuse('E_NOT_FOUND')
  if (!maySteer(actor, estateId, row.kind)) return refuse('E_FORBIDDEN')
  if (row.state === 'done' || row.state === 'cancelled') return refuse('E_ROUND_CLOSED')
  return row.version === version ? row : refuse('E_VERSION_STALE')
}

/** Somebody else goes: they are told, and so is who was to go before; what those do without signal still counts. */
export const reassign = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  { assigneeId, version }: BodyOf<typeof reassignRound>,
): Promise<RoundDetail | Refusal> => {
  const row = await open(tx, actor, estateId, { id, version })
  if (isRefusal(row)) return row
  if (!(await worksIn(tx, estateId, assigneeId))) return refuse('E_NOT_FOUND', { field: 'body.assigneeId' })
  const before = (await peopleOf(tx, estateId, [row])).goers(row)
  const before_ids = new Set([...row.before_ids, ...before, ...(row.started_by === null ? [] : [row.started_by])])
  before_ids.delete(assigneeId)
  await saveRound(tx, estateId, id, { assignee_id: assigneeId, before_ids: [...before_ids] })
  const now = await findRound(tx, estateId, id)
  const date = row.on_date
  await tellOfRound(tx, estateId, [assigneeId], row, { template: 'inspection.assigned', params: { date } })
  const others = row.assignee_id === null ? [] : before.filter((person) => person !== assigneeId)
  await tellOfRound(tx, estateId, others, row, {
    template: 'inspection.takenAway',
    params: { date, person: now?.assignee_name ?? '' },
  })
  await auditAbout(
    tx,
    actor,
    { estateId, kind: row.kind },
    {
      action: 'inspectionRound.reassign',
      subjectKind: 'inspectionRound',
      subjectId: id,
      before: { assigneeId: row.assignee_id },
      after: { assigneeId },
    },
  )
  tx.tell({ estateId, topic: 'inspection' })
  return viewRound(tx, actor, estateId, id)
}

/** Not this time, for a reason that everybody can read; whoever was to go is told. What was missed stays missed. */
export const cancel = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  { reason, version }: BodyOf<typeof cancelRound>,
): Promise<RoundDetail | Refusal> => {
  const row = await open(tx, actor, estateId, { id, version })
  if (isRefusal(row)) return row
  await saveRound(tx, estateId, id, { state: 'cancelled', cancel_reason: reason })
  await tellOfRound(tx, estateId, (await peopleOf(tx, estateId, [row])).goers(row), row, {
    template: 'inspection.cancelled',
    params: { date: row.on_date, reason },
  })
  await auditAbout(
    tx,
    actor,
    { estateId, kind: row.kind },
    {
      action: 'inspectionRound.cancel',
      subjectKind: 'inspectionRound',
      subjectId: id,
      after: { reason },
    },
  )
  tx.tell({ estateId, topic: 'inspection' })
  return viewRound(tx, actor, estateId, id)
}

/** Failures of a released look that are no findings yet; who looked has seen them, whoever releases them. */
const proposeReleased = async (tx: Tx, actor: Actor, estateId: Uuid, lookId: Uuid): Promise<Refusal | undefined> => {
  const look = await findLook(tx, estateId, lookId, visibleLooks(actor, estateId))
  if (!look) return undefined
  const items = await itemsOfLook(tx, estateId, look)
  const failed = (await answersOfLook(tx, estateId, lookId)).flatMap((a) => {
    const item = items.get(a.item_id)
    const waits = a.apart === null && a.finding_id === null
    return item && waits && isFault(item, a.answer) ? [{ item, note: a.note, fileIds: a.files.map((f) => f.id) }] : []
  })
  if (failed.length === 0) return undefined
  const place = { id: look.place_id, name: look.place, touchpoint: look.touchpoint }
  const inspector = { ...actor, id: look.inspector_id, name: look.inspector_name ?? '' }
  const at = trulyAt(look.ended_at, { receivedAt: look.received_at, offMs: look.clock_off_ms })
  const made = await proposeFindings(tx, inspector, { estateId, inspectionId: lookId, place, at }, failed)
  if (isRefusal(made)) return made
  await saveFindings(tx, estateId, lookId, made)
  return undefined
}

/** The centre may read what the mystery visitor saw from now on, and what failed there becomes its findings. */
export const release = async (tx: Tx, actor: Actor, estateId: Uuid, id: Uuid): Promise<RoundDetail | Refusal> => {
  const row = await lockRound(tx, estateId, id)
  if (row?.kind !== 'mystery') return refuse('E_NOT_FOUND')
  if (row.started_at === null || row.released_at !== null) return refuse('E_STATE_CHANGED')
  await saveRound(tx, estateId, id, { released_at: tx.now, released_by: actor.id })
  for (const lookId of await releaseLooks(tx, estateId, id, actor.id)) {
    const refused = await proposeReleased(tx, actor, estateId, lookId)
    if (refused) return refused
  }
  await tellRoles(tx, estateId, ['csLead', 'centreHead'], {
    template: 'inspection.released',
    params: { name: nameTexts(row.name) },
  })
  await audit(tx, actor, {
    estateId,
    action: 'inspectionRound.release',
    subjectKind: 'inspectionRound',
    subjectId: id,
  })
  tx.tell({ estateId, topic: 'inspection' })
  return viewRound(tx, actor, estateId, id)
}
