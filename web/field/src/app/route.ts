import { useSyncExternalStore } from 'react'

const BASE = '/field'

const listeners = new Set<() => void>()
const told = () => {
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('popstate', listener)
  }
}
const here = () => location.pathname.slice(BASE.length).replace(/\/+$/, '') || '/'

/** The path below `/field`, `/` for the first page. */
export const usePath = (): string => useSyncExternalStore(subscribe, here, here)

export const hrefOf = (path: string) => `${BASE}${path}`

/** Goes to a page of the app; `replace` where going back to this one would be of no use. */
export const go = (path: string, { replace = false }: { replace?: boolean } = {}) => {
  if (here() === path) return
  if (replace) history.replaceState(null, '', hrefOf(path))
  else history.pushState({ inside: true }, '', hrefOf(path))
  scrollTo(0, 0)
  told()
}

/** Back to where one came from; to `otherwise` when the app was opened on this page. */
export const goBack = (otherwise: string) => {
  const state: unknown = history.state
  if (typeof state === 'object' && state !== null && 'inside' in state) history.back()
  else go(otherwise, { replace: true })
}

/** The parts of a path that a pattern names: `/rounds/:id` on `/rounds/7` gives `{ id: '7' }`. */
export const matched = (pattern: string, path: string): Record<string, string> | undefined => {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? ''
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(value)
    else if (part !== value) return undefined
  }
  return params
}
