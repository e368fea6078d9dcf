import type { NeedsOf, VerbOf } from '#contract/kind.ts'
import type { complaint } from '#contract/kinds/complaint.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { moveMatter } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'

type Kind = typeof complaint

/** An arrow of a complaint that the program goes along, as what follows from something else: no permission, no version. */
export const moveByItself = async <V extends VerbOf<Kind>>(
  tx: Tx,
  actor: Actor,
  { estate_id, id }: { estate_id: Uuid; id: Uuid },
  verb: V,
  input: NeedsOf<Kind, V>,
): Promise<Refusal | undefined> => {
  const moved = await moveMatter(tx, actor, { estateId: estate_id, id, kind: 'complaint', verb, input, bySystem: true })
  return isRefusal(moved) ? moved : undefined
}
