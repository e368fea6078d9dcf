import { useSyncExternalStore } from 'react'

/** Writing calls under way; the shell says "sending again 2/3" from this. */
export type Sending = { id: string; attempt: number; limit: number }

let current: readonly Sending[] = []
const listeners = new Set<() => void>()
const publish = (next: readonly Sending[]) => {
  current = next
  for (const listener of listeners) listener()
}

export const sendingStarted = (sending: Sending) =>
  publish([...current.filter((one) => one.id !== sending.id), sending])
export const sendingEnded = (id: string) => publish(current.filter((one) => one.id !== id))

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
/** True while a call has to be sent again; for tests and the connection badge. */
export const resending = (): Sending | undefined => current.find((one) => one.attempt > 1)
export const useResending = (): Sending | undefined => useSyncExternalStore(subscribe, resending, resending)
