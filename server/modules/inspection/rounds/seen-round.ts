import type { Uuid } from '#contract/values.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visibleRounds } from '../inspection.policy.ts'
import { findRound, type RoundCounts, type RoundRow } from './round.store.ts'
import { mayGo } from './who-goes.rules.ts'

/** A round that this person may see; who does not read inspections sees those they may go. */
export const seenRound = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
): Promise<(RoundRow & RoundCounts) | undefined> => {
  const row = await findRound(tx, estateId, id, visibleRounds(actor, estateId))
  return row && (may(actor, 'inspection.read', estateId) || mayGo(actor, row)) ? row : undefined
}
