import { useSyncExternalStore } from 'react'

/** What the sender knows of the world: whether anybody answers, who the server takes us for, what is under way. */
export type Signal = {
  online: boolean
  session: 'same' | 'other' | 'signedOut'
  sending: string | null
}

let current: Signal = { online: typeof navigator === 'undefined' || navigator.onLine, session: 'same', sending: null }
const listeners = new Set<() => void>()
const get = () => current
const set = (change: Partial<Signal>) => {
  const next = { ...current, ...change }
  if (next.online === current.online && next.session === current.session && next.sending === current.sending) return
  current = next
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const signal = { get, set }
export const useSignal = (): Signal => useSyncExternalStore(subscribe, get, get)

/** The browser knows at once when the network is gone; that it is back is believed when an answer came. */
export const watchNetwork = () => {
  addEventListener('offline', () => set({ online: false }))
  addEventListener('online', () => set({ online: true }))
}
