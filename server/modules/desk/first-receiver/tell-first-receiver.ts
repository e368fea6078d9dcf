import type { Refusal } from '#contract/refusal.ts'
import { type Matter, tellPeople } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { ownersOfMerged } from './duties.store.ts'

/**
 * OS-015: whoever received a matter first is told when it has a result, whatever its kind and whoever closed it; so
 * are the first receivers of what was merged into it. A merge is no result: its target will have one.
 */
export const tellFirstReceiver = async (
  tx: Tx,
  actor: Actor,
  before: Matter,
  matter: Matter,
): Promise<Refusal | undefined> => {
  if (!before.open || matter.open || matter.merged_into_id !== null) return undefined
  const owners = [matter.owner_id, ...(await ownersOfMerged(tx, matter.estate_id, matter.id))]
  const told = [...new Set(owners)].filter((id) => id !== actor.id)
  await tellPeople(
    tx,
    matter,
    told.map((staffId) => ({ to: { staffId }, template: 'matter.resultOfYours' })),
  )
  return undefined
}
