import type { KindShape, NeedsOf, VerbOf } from '#contract/kind.ts'
import { finding } from '#contract/kinds/finding.ts'
import { service } from '#contract/kinds/service.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { moveMatter } from '#modules/matters/index.ts'
import { onBehalfOf } from '#modules/workorders/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'

/** An arrow of this kind that the program goes along because of what a person saw or did. */
const byItself =
  <K extends KindShape>({ name: kind }: K) =>
  async <V extends VerbOf<K>>(
    tx: Tx,
    actor: Actor,
    { estate_id, id }: { estate_id: Uuid; id: Uuid },
    verb: V,
    input: NeedsOf<K, V>,
  ): Promise<Refusal | undefined> => {
    const moved = await moveMatter(tx, onBehalfOf(actor), {
      estateId: estate_id,
      id,
      kind,
      verb,
      input,
      bySystem: true,
    })
    return isRefusal(moved) ? moved : undefined
  }

export const moveFinding = byItself(finding)
/** Of a service request for a finding; there is no customer who would have to be asked. */
export const moveService = byItself(service)
