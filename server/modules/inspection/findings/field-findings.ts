import type { FieldPack } from '#contract/field.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'

/** What this person has to put right or to look at again; nothing while no room of findings stands behind this door. */
export const fieldFindings = async (_tx: Tx, _actor: Actor, _estateId: Uuid): Promise<FieldPack['findings']> => []
