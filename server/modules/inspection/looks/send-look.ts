import { errorTexts } from '#content/texts/errors.ts'
import { isSecret } from '#contract/inspection-plans.ts'
import type { SentInspection, TakenInspection } from '#contract/inspections.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { tellRoles } from '#modules/staff/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { inTransaction, type Tx } from '#platform/db/tx.ts'
import type { House } from '#platform/house.ts'
import { findRound } from '../rounds/round.store.ts'
import { keepRefused } from './refused.store.ts'
import { takeLook } from './take-look.ts'

type Sender = { house: House; actor: Actor; estateId: Uuid }

/**
 * Takes a look, or keeps it apart with the reason and answers with that: nothing that a phone sends is lost. Two
 * transactions one after the other, because what refuses the first is rolled back with it.
 */
export const sendLook = async (
  { house, actor, estateId }: Sender,
  sent: SentInspection,
): Promise<TakenInspection | Refusal> => {
  const scope = [estateId]
  const taken = await inTransaction(house.database, { scope }, (tx) => takeLook(tx, actor, estateId, sent))
  // whose id was used by somebody else's look has nothing to keep
  if (!isRefusal(taken) || (taken.code === 'E_DUPLICATE' && taken.field === 'body.id')) return taken
  await inTransaction(house.database, { scope }, (tx) => keepAside(tx, actor, estateId, sent, taken))
  return taken
}

const keepAside = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  sent: SentInspection,
  refused: Refusal,
): Promise<void> => {
  const body = { sent, field: refused.field ?? null, details: refused.details }
  const round = sent.roundId === undefined ? undefined : await findRound(tx, estateId, sent.roundId)
  const kind = round?.kind ?? sent.kind
  if (!(await keepRefused(tx, actor, estateId, { inspectionId: sent.id, kind, code: refused.code, body }))) return
  const reason = errorTexts[`error.${refused.code}`].zh
  // the centre is not to learn from a refusal that somebody went about in secret
  await tellRoles(tx, estateId, [isSecret(kind) ? 'qualityDept' : 'csLead'], {
    template: 'inspection.refused',
    params: { person: actor.name, reason: reason.replace(/。$/, '') },
    confidential: isSecret(kind),
  })
  tx.tell({ estateId, topic: 'inspection' })
}
