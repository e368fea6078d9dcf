import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { worksIn } from '#modules/matters/index.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { estateByCode, staffAtExtension } from './call.store.ts'

type Place = { estateCode?: string | undefined; estateId?: string | undefined }

/** The estate an exchange speaks of, if it may ring there; a foreign estate looks like none at all. */
export const whichEstate = async (tx: Tx, actor: Actor, { estateCode, estateId }: Place): Promise<Uuid | Refusal> => {
  const id = estateId ?? (estateCode === undefined ? undefined : await estateByCode(tx, estateCode.toUpperCase()))
  const field = estateId === undefined ? 'body.estateCode' : 'body.estateId'
  return id !== undefined && actor.grants.has(id) && may(actor, 'call.ring', id) ? id : refuse('E_NOT_FOUND', { field })
}

/** Whose telephone it is: said outright, or by who sits at the extension now. */
export const whoseTelephone = async (
  tx: Tx,
  estateId: Uuid,
  { staffId, extension }: { staffId?: string | undefined; extension?: string | undefined },
): Promise<Uuid | null | Refusal> => {
  if (staffId !== undefined)
    return (await worksIn(tx, estateId, staffId)) ? staffId : refuse('E_NOT_FOUND', { field: 'body.staffId' })
  return extension === undefined ? null : ((await staffAtExtension(tx, estateId, extension)) ?? null)
}
