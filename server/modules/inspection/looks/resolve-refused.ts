import type { RefusedLook, resolveRefusedLook } from '#contract/inspection-looks.ts'
import { isSecret } from '#contract/inspection-plans.ts'
import { SentInspection } from '#contract/inspections.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { BodyOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { auditAbout } from '../audit-about.ts'
import { visibleRefused } from '../inspection.policy.ts'
import { findRound, stopsOf } from '../rounds/round.store.ts'
import { presentRefused } from './look.present.ts'
import { findRefused, type RefusedRow, resolveRefused } from './refused.store.ts'
import { withItems } from './refused-items.ts'
import { takeLook } from './take-look.ts'

/**
 * The look with the place it was really about. It stays in its round where the round goes there; a secret one in any
 * case, for outside of it nothing would hold it back until its release. Else it is a look of its own.
 */
const aboutPlace = async (tx: Tx, estateId: Uuid, sent: SentInspection, placeId: Uuid): Promise<SentInspection> => {
  const { roundId, ...look } = sent
  const round = roundId === undefined ? undefined : await findRound(tx, estateId, roundId)
  const goesThere = round && (await stopsOf(tx, estateId, [round.id])).some((stop) => stop.place_id === placeId)
  if (round && (goesThere || isSecret(round.kind))) return { ...look, roundId: round.id, placeId }
  return { ...look, placeId, kind: isSecret(look.kind) ? look.kind : 'spot' }
}

const takeAfterAll = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  row: RefusedRow,
  placeId: Uuid,
): Promise<Refusal | undefined> => {
  const sent = SentInspection.safeParse((row.body as { sent?: unknown }).sent)
  if (!sent.success) return refuse('E_INPUT', { field: 'body.placeId' })
  const sender = { ...actor, id: row.sent_by, name: row.sent_by_name ?? '' }
  const look = await aboutPlace(tx, estateId, sent.data, placeId)
  const taken = await takeLook(tx, sender, estateId, look, { receivedAt: row.received_at })
  return isRefusal(taken) ? taken : undefined
}

/**
 * Somebody has looked into what could not be taken: an answer in words, or the place it was really about, for which it
 * is then taken as the sender's own look and ticks its place. The sender keeps their name; its times stay those that
 * were sent, reckoned from when it came.
 */
export const resolveRefusal = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  { resolution, placeId }: BodyOf<typeof resolveRefusedLook>,
): Promise<RefusedLook | Refusal> => {
  const row = await findRefused(tx, estateId, id, visibleRefused(actor, estateId))
  if (!row) return refuse('E_NOT_FOUND')
  if (row.resolved_at !== null) return refuse('E_STATE_CHANGED')
  const refused = placeId === undefined ? undefined : await takeAfterAll(tx, actor, estateId, row, placeId)
  if (refused) return refused
  if (!(await resolveRefused(tx, actor, estateId, id, resolution))) return refuse('E_STATE_CHANGED')
  await auditAbout(
    tx,
    actor,
    { estateId, kind: row.kind },
    {
      action: 'inspectionRefused.resolve',
      subjectKind: 'inspectionRefused',
      subjectId: id,
      after: { resolution, placeId },
    },
  )
  tx.tell({ estateId, topic: 'inspection' })
  const after = await findRefused(tx, estateId, id, visibleRefused(actor, estateId))
  const [shown] = await withItems(tx, estateId, after ? [after] : [])
  return shown ? presentRefused(shown) : refuse('E_NOT_FOUND')
}
