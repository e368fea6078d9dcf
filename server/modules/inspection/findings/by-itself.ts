import type { NeedsOf, VerbOf } from '#contract/kind.ts'
import type { finding } from '#contract/kinds/finding.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { moveMatter } from '#modules/matters/index.ts'
import { onBehalfOf } from '#modules/workorders/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'

/** An arrow of a finding that the program goes along because of what this person saw. */
export const byItself = async <V extends VerbOf<typeof finding>>(
  tx: Tx,
  actor: Actor,
  { estate_id, id }: { estate_id: Uuid; id: Uuid },
  verb: V,
  input: NeedsOf<typeof finding, V>,
): Promise<Refusal | undefined> => {
  const moved = await moveMatter(tx, onBehalfOf(actor), {
    estateId: estate_id,
    id,
    kind: 'finding',
    verb,
    input,
    bySystem: true,
  })
  return isRefusal(moved) ? moved : undefined
}
