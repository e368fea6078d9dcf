import { RegisterMatter, type splitMatter as splitRoute } from '#contract/matters.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { BodyOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { canSee, notAboutThemselves } from './matter.policy.ts'
import { lockMatter } from './matter.store.ts'
import { registerMatter } from './register-matter.ts'
import { appendTimeline } from './timeline.store.ts'

/**
 * Takes further matters out of one: each gets its own number and clocks, and keeps customer, room, channel, owner and
 * the time the customer spoke. The first stays as it is. E_CONFLICT_OF_INTEREST for whom it accuses (CP-046).
 */
export const splitMatter = async (
  tx: Tx,
  actor: Actor,
  { estateId, id }: { estateId: Uuid; id: Uuid },
  input: BodyOf<typeof splitRoute>,
): Promise<{ matters: { id: Uuid; number: string }[] } | Refusal> => {
  const parent = await lockMatter(tx, estateId, id)
  if (!parent || !canSee(actor, parent)) return refuse('E_NOT_FOUND')
  const own = notAboutThemselves(actor, parent)
  if (own) return own
  if (parent.version !== input.version || !parent.open)
    return refuse('E_STATE_CHANGED', { details: { state: parent.state, version: parent.version } })
  const matters: { id: Uuid; number: string }[] = []
  for (const [i, part] of input.parts.entries()) {
    const registered = await registerMatter(tx, actor, estateId, partOf(parent, part))
    if (isRefusal(registered))
      return refuse(registered.code, {
        field: (registered.field ?? 'body').replace('body', `body.parts.${i}`),
        details: registered.details,
      })
    matters.push({ id: registered.matter.id, number: registered.matter.number })
  }
  await appendTimeline(tx, actor, parent, [{ type: 'link', verb: 'split', text: input.reason, data: { matters } }])
  await tx.db
    .updateTable('matter')
    .set((eb) => ({ version: eb('version', '+', 1), updated_at: tx.now }))
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .execute()
  tx.tell({ estateId, topic: 'matters', ids: { matterId: id } })
  return { matters }
}

type Parent = NonNullable<Awaited<ReturnType<typeof lockMatter>>>
type Part = BodyOf<typeof splitRoute>['parts'][number]

const partOf = (parent: Parent, part: Part) =>
  RegisterMatter.parse({
    contactType: part.contactType,
    channel: parent.channel,
    title: part.title,
    customerSaid: part.customerSaid,
    customerId: parent.customer_id ?? undefined,
    customerName: parent.customer_name ?? undefined,
    contactPhone: parent.contact_phone ?? undefined,
    contactable: parent.contactable,
    anonymous: parent.anonymous,
    unitId: parent.unit_id ?? undefined,
    place: parent.place ?? undefined,
    receivedAt: parent.received_at,
    collectedAt: parent.collected_at,
    collectedById: parent.owner_id,
    complaint: part.complaint,
    links: [{ kind: 'splitFrom', matterId: parent.id }],
  })
