import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'

type Who = { id: Uuid; kind: 'staff' | 'system'; grants: ReadonlyMap<Uuid, { permissions: ReadonlySet<string> }> }
type Owned = {
  estate_id: Uuid
  owner_id: Uuid
  co_owner_id: Uuid | null
  handler_id: Uuid | null
  dedicated_id: Uuid | null
  anonymous: boolean
  contactable: boolean
}

const isLead = (who: Who, m: Owned) =>
  who.kind === 'system' || (who.grants.get(m.estate_id)?.permissions.has('matter.transfer_owner') ?? false)

/** OS-011, OS-014: only the first receiver, the desk beside them, who acts for them this shift, or the lead. */
export const mustFollow = (who: Who, m: Owned): Refusal | undefined =>
  [m.owner_id, m.co_owner_id, m.handler_id, m.dedicated_id].includes(who.id) || isLead(who, m)
    ? undefined
    : refuse('E_NOT_HANDLER')

/** FD-412: the desk closes; what has a dedicated follower is closed by that person alone. */
export const mayClose = (who: Who, m: Owned): Refusal | undefined => {
  if (m.dedicated_id !== null && m.dedicated_id !== who.id)
    return refuse('E_NOT_HANDLER', { details: { dedicatedId: m.dedicated_id } })
  return undefined
}

/** FD-414: the customer was answered, or there is a reason why nobody could be. */
export const feedbackGiven = (
  input: {
    feedback?: string | undefined
    noFeedbackReason?: 'anonymous' | 'noContact' | 'customerDeclined' | undefined
  },
  m: Pick<Owned, 'anonymous' | 'contactable'>,
): Refusal | undefined => {
  if (input.feedback) return undefined
  if (!input.noFeedbackReason) return refuse('E_FEEDBACK_MISSING', { field: 'body.feedback' })
  if (input.noFeedbackReason === 'anonymous' && !m.anonymous)
    return refuse('E_FEEDBACK_MISSING', { field: 'body.noFeedbackReason' })
  if (input.noFeedbackReason === 'noContact' && m.contactable)
    return refuse('E_FEEDBACK_MISSING', { field: 'body.noFeedbackReason' })
  return undefined
}
