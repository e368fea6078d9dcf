import type { Refusal } from '#contract/refusal.ts'
import type { Actor } from '../auth/actor.ts'
import type { Tx } from '../db/tx.ts'

/** Events of all rooms; each room adds its own by declaration merging. News travels upward: a lower room never calls a higher one. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the rooms
export interface Events {}

type Listener<E extends keyof Events> = (tx: Tx, actor: Actor, event: Events[E]) => Promise<Refusal | undefined>

const listeners = new Map<keyof Events, { room: string; listener: Listener<never> }[]>()

/** Registers a room's listener; it runs inside the transaction of what happened, in the order of the rooms. */
export const on = <E extends keyof Events>(event: E, room: string, listener: Listener<E>): void => {
  const list = listeners.get(event) ?? []
  list.push({ room, listener: listener as Listener<never> })
  listeners.set(event, list)
}

/** Tells all listeners within this transaction; the first refusal stops and is returned, and the transaction rolls back. */
export const emit = async <E extends keyof Events>(
  tx: Tx,
  actor: Actor,
  event: E,
  payload: Events[E],
): Promise<Refusal | undefined> => {
  for (const { listener } of listeners.get(event) ?? []) {
    const refused = await (listener as Listener<E>)(tx, actor, payload)
    if (refused) return refused
  }
  return undefined
}
