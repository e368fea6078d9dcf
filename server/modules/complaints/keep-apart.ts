import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { appendTimeline, type Matter, tellPeople, touchMatter } from '#modules/matters/index.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { leadsOf } from './lead.store.ts'

/**
 * CP-046: a complaint about its own first receiver is registered like any other (CP-039), and belongs to the
 * customer-service lead from its first moment, or from the moment on in which it is known whom it is about. A complaint about that lead goes to whoever stands above.
 */
export const ownerToLead = async (tx: Tx, actor: Actor, matter: Matter): Promise<Refusal | undefined> => {
  const accused = matter.accused_staff_id
  if (
    !accused ||
    ![matter.owner_id, matter.co_owner_id, matter.handler_id, matter.closure_controller_id].includes(accused)
  )
    return undefined
  // who could not even read it afterwards gives it to a colleague to register
  if (accused === actor.id && !may(actor, 'matter.read', matter.estate_id))
    return refuse('E_CONFLICT_OF_INTEREST', { field: 'body.complaint.accusedStaffId' })
  const lead = (await leadsOf(tx, matter.estate_id)).find((id) => id !== accused)
  // nobody else is there to take it; it stays registered, and its verbs are closed to the accused
  if (!lead) return undefined
  const other = (id: Uuid | null) => (id === accused ? lead : id)
  await touchMatter(tx, matter, {
    owner_id: matter.owner_id === accused ? lead : matter.owner_id,
    co_owner_id: matter.co_owner_id === accused ? null : matter.co_owner_id,
    handler_id: other(matter.handler_id),
    closure_controller_id: other(matter.closure_controller_id),
  })
  await appendTimeline(tx, actor, matter, [
    { type: 'move', verb: 'transferOwner', data: { input: { newOwnerId: lead, reason: 'conflictOfInterest' } } },
  ])
  await tellPeople(tx, matter, [{ to: { staffId: lead }, template: 'matter.nowYours' }])
  return undefined
}

/** FD-411: the second notice goes to somebody who leads complaints here, not to just anybody. */
export const leadIsLead = async (
  tx: Tx,
  { after, input }: { after: Matter; input: { leadId: Uuid } },
): Promise<Refusal | undefined> =>
  (await leadsOf(tx, after.estate_id)).includes(input.leadId)
    ? undefined
    : refuse('E_NOT_FOUND', { field: 'body.leadId' })
