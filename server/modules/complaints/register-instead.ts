import { RegisterMatter } from '#contract/matters.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import { type Matter, registerMatter } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'

/** T5: what is no complaint goes on as what it is, tied to its first record; nothing that was said is lost. */
export const registerInstead = async (
  tx: Tx,
  actor: Actor,
  matter: Matter,
  becomes: 'service' | 'enquiry' | 'suggestion' | 'praise' | 'nothing',
): Promise<Refusal | undefined> => {
  if (becomes === 'nothing') return undefined
  const made = await registerMatter(
    tx,
    actor,
    matter.estate_id,
    RegisterMatter.parse({
      contactType: becomes,
      channel: matter.channel,
      title: matter.title,
      customerSaid: matter.customer_said ?? matter.title,
      customerId: matter.customer_id ?? undefined,
      customerName: matter.customer_name ?? undefined,
      contactPhone: matter.contact_phone ?? undefined,
      contactable: matter.contactable,
      anonymous: matter.anonymous,
      noCallbackWish: matter.flags.includes('noCallbackWish'),
      unitId: matter.unit_id ?? undefined,
      place: matter.place ?? undefined,
      line: matter.line ?? undefined,
      receivedAt: matter.received_at,
      collectedAt: matter.collected_at,
      collectedById: matter.owner_id,
      links: [{ kind: 'becauseOf', matterId: matter.id }],
    }),
  )
  return isRefusal(made) ? made : undefined
}
