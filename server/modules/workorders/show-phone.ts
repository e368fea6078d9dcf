import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { findMatter } from '#modules/matters/index.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { canSeeOrder, maySeePhone } from './order.policy.ts'
import { findOrder, phonesOf } from './order.store.ts'

/** OS-005, FD-015: the whole number, to the executor alone, from acceptance until the work is done; each showing is logged. */
export const showPhone = async (
  tx: Tx,
  actor: Actor,
  { estateId, id }: { estateId: Uuid; id: Uuid },
  purpose: string,
): Promise<{ phones: string[] } | Refusal> => {
  const order = await findOrder(tx, estateId, id)
  if (!order || !canSeeOrder(actor, order)) return refuse('E_NOT_FOUND')
  if (!maySeePhone(actor, order)) return refuse('E_FORBIDDEN', { details: { state: order.state } })
  const matter = await findMatter(tx, estateId, order.matter_id)
  const phones = matter ? await phonesOf(tx, matter) : []
  await audit(tx, actor, {
    estateId,
    action: 'order.phoneShown',
    subjectKind: 'order',
    subjectId: order.id,
    purpose,
    after: { number: order.number, shown: phones.length },
  })
  return { phones }
}
