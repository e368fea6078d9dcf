import { useMemo, useSyncExternalStore } from 'react'
import { z } from 'zod'
import { newKey } from '#ui/api.ts'
import { nowMs } from '#ui/clock.ts'
import { useEstate, useSession } from '#ui/session.tsx'
import { Conversation, newConversation, type Outcome, type Values } from './conversation.rules.ts'
import * as rules from './conversations.rules.ts'

/**
 * What customers said and nobody has registered yet lives outside the page, so that going to another page and back
 * loses nothing, and in the tab's storage, so that a reload does not either. It goes with the tab: a desk computer is
 * shared, and another person who signs in has a name of their own here.
 */
const Kept = z.object({ list: z.array(Conversation).min(1), activeId: z.string() })
const PREFIX = 'wuyou.desk.'
const WRITE_AFTER_MS = 150

type Store = {
  get: () => rules.Conversations
  subscribe: (listener: () => void) => () => void
  update: (make: (state: rules.Conversations) => rules.Conversations) => void
}

const read = (name: string): rules.Conversations => {
  try {
    const kept = Kept.safeParse(JSON.parse(sessionStorage.getItem(name) ?? 'null'))
    if (kept.success) return kept.data
  } catch {
    // Broken or forbidden storage: the desk begins with an empty conversation.
  }
  return rules.startWith(newConversation(newKey()))
}

const makeStore = (name: string): Store => {
  let state = read(name)
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  const write = () => {
    clearTimeout(timer)
    timer = undefined
    const { list, activeId } = state
    try {
      sessionStorage.setItem(name, JSON.stringify({ list, activeId }))
    } catch {
      // As above; the page still has it.
    }
  }
  window.addEventListener('pagehide', () => timer !== undefined && write())
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    update: (make) => {
      const next = make(state)
      if (next === state) return
      state = next
      timer ??= setTimeout(write, WRITE_AFTER_MS)
      for (const listener of listeners) listener()
    },
  }
}

const stores = new Map<string, Store>()
const storeOf = (staffId: string, estateId: string): Store => {
  const own = `${PREFIX}${staffId}.`
  const name = `${own}${estateId}`
  const known = stores.get(name)
  if (known) return known
  try {
    // What somebody else left in this tab is not shown to the next one.
    for (const other of Object.keys(sessionStorage)) {
      if (other.startsWith(PREFIX) && !other.startsWith(own)) sessionStorage.removeItem(other)
    }
  } catch {
    // As above.
  }
  const made = makeStore(name)
  stores.set(name, made)
  return made
}

const nowInstant = () => new Date(nowMs()).toISOString()

export type Desk = {
  state: rules.Conversations
  active: Conversation
  open: (seed: rules.Seed) => void
  change: (patch: Partial<Values>) => void
  attach: (household: rules.Household) => void
  bring: (household: rules.Household) => void
  activate: (id: string) => void
  turn: (by: 1 | -1) => void
  close: (id: string) => void
  /** The one that is spoken with; `drop` any other. Both come back with `undoClear`. */
  clear: () => void
  drop: (id: string) => void
  undoClear: () => void
  setIntent: (id: string, intent: Conversation['intent']) => void
  end: (id: string, outcome: Outcome) => void
}

/** The conversations of this person at this desk, and what can be done with them. */
export const useDesk = (): Desk => {
  const { staff } = useSession()
  const { id: estateId } = useEstate()
  const store = storeOf(staff.id, estateId)
  const state = useSyncExternalStore(store.subscribe, store.get)
  const acts = useMemo(() => {
    const { update, get } = store
    return {
      open: (seed: rules.Seed) => update((now) => rules.open(now, newKey(), { beganAt: nowInstant(), ...seed })),
      change: (patch: Partial<Values>) => update((now) => rules.change(now, now.activeId, patch, nowInstant())),
      attach: (household: rules.Household) => update((now) => rules.attach(now, now.activeId, household)),
      bring: (household: rules.Household) => update((now) => rules.bring(now, newKey(), household)),
      activate: (id: string) => update((now) => rules.activate(now, id)),
      turn: (by: 1 | -1) => update((now) => rules.activate(now, rules.neighbour(now, by))),
      close: (id: string) => update((now) => rules.close(now, id, newKey())),
      clear: () => update((now) => rules.clear(now, get().activeId, newKey())),
      drop: (id: string) => update((now) => rules.clear(now, id, newKey())),
      undoClear: () => update((now) => rules.undoClear(now)),
      setIntent: (id: string, intent: Conversation['intent']) => update((now) => rules.setIntent(now, id, intent)),
      end: (id: string, outcome: Outcome) => update((now) => rules.end(now, id, outcome)),
    }
  }, [store])
  return { ...acts, state, active: rules.activeOf(state) }
}
