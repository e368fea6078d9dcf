import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { rolesIn } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'

export type TimelineEntryIn = {
  type: 'registered' | 'move' | 'clock' | 'message' | 'call' | 'file' | 'order' | 'link' | 'inventory'
  verb?: string
  from?: string
  to?: string
  text?: string
  forCustomer?: boolean
  data?: Record<string, unknown>
}

/** Appends to the timeline; nothing there is ever changed. */
export const appendTimeline = async (
  tx: Tx,
  actor: Actor,
  matter: { estate_id: Uuid; id: Uuid },
  entries: readonly TimelineEntryIn[],
): Promise<void> => {
  if (entries.length === 0) return
  await tx.db
    .insertInto('timeline')
    .values(
      entries.map((e) => ({
        estate_id: matter.estate_id,
        id: newId(),
        matter_id: matter.id,
        at: tx.now,
        type: e.type,
        verb: e.verb ?? null,
        from_state: e.from ?? null,
        to_state: e.to ?? null,
        actor_id: actor.kind === 'system' ? null : actor.id,
        actor_name: actor.name,
        actor_role: rolesIn(actor, matter.estate_id)[0] ?? null,
        text: e.text ?? null,
        for_customer: e.forCustomer ?? false,
        data: JSON.stringify(e.data ?? {}),
      })),
    )
    .execute()
}
