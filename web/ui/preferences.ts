import { useSyncExternalStore } from 'react'

/** A choice that stays on this device (language, theme, width of the rail); works without storage too. */
export const preference = <T extends string>(key: string, allowed: readonly T[], fallback: T) => {
  const name = `wuyou.${key}`
  const listeners = new Set<() => void>()
  const known = (value: string | null): value is T => value !== null && (allowed as readonly string[]).includes(value)
  const stored = () => {
    try {
      const value = localStorage.getItem(name)
      return known(value) ? value : fallback
    } catch {
      return fallback
    }
  }
  let current = stored()
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const get = () => current
  const set = (value: T) => {
    current = value
    try {
      localStorage.setItem(name, value)
    } catch {
      // Private windows may refuse; the choice then lasts until the page is closed.
    }
    for (const listener of listeners) listener()
  }
  return { get, set, subscribe, use: () => useSyncExternalStore(subscribe, get, get) }
}
