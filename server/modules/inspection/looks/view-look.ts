import type { LookDetail } from '#contract/inspection-looks.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { CheckItem } from '#contract/touchpoints.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { auditAbout } from '../audit-about.ts'
import { maySteer, visibleLooks } from '../inspection.policy.ts'
import { heldAs } from './checklists.ts'
import { presentAnswers, presentLook, presentMissing, presentPosition } from './look.present.ts'
import { answersOfLook, findLook, voidLookRow } from './look-view.store.ts'

type HeldTo = { standard_id: Uuid; variant_id: Uuid | null; on_date: LocalDate }
/** The items of the versions that a look was held to, by id. */
export const itemsOfLook = async (tx: Tx, estateId: Uuid, look: HeldTo): Promise<ReadonlyMap<string, CheckItem>> => {
  const held = await heldAs(tx, estateId, { standardId: look.standard_id, variantId: look.variant_id }, look.on_date)
  return new Map((held?.items ?? []).map((i) => [i.id, i]))
}

/** One look with its answers; who does not read inspections sees their own. */
export const viewLook = async (tx: Tx, actor: Actor, estateId: Uuid, id: Uuid): Promise<LookDetail | Refusal> => {
  const row = await findLook(tx, estateId, id, visibleLooks(actor, estateId))
  if (!row || (row.inspector_id !== actor.id && !may(actor, 'inspection.read', estateId))) return refuse('E_NOT_FOUND')
  const answers = await answersOfLook(tx, estateId, id)
  const items = await itemsOfLook(tx, estateId, row)
  return {
    ...presentLook(actor, estateId, row),
    position: presentPosition(row),
    positionMissing: row.position_missing,
    answers: presentAnswers(answers, items),
    missing: presentMissing(row.missing, items),
  }
}

/** A look that is not to count, said by whoever steers its kind: kept, with the reason. Findings that came of it live on, for they are somebody's work. */
export const voidLook = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  { reason }: { reason: string },
): Promise<LookDetail | Refusal> => {
  const look = await findLook(tx, estateId, id, visibleLooks(actor, estateId))
  if (!look) return refuse('E_NOT_FOUND')
  if (!maySteer(actor, estateId, look.kind)) return refuse('E_FORBIDDEN')
  if (!(await voidLookRow(tx, estateId, id, actor.id, reason))) return refuse('E_STATE_CHANGED')
  await auditAbout(
    tx,
    actor,
    { estateId, kind: look.kind },
    { action: 'inspection.void', subjectKind: 'inspection', subjectId: id, after: { reason } },
  )
  tx.tell({ estateId, topic: 'inspection' })
  return viewLook(tx, actor, estateId, id)
}
