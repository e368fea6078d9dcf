import { type Conversation, isBlank, newConversation, type Outcome, type Values } from './conversation.rules.ts'

/** Conversations side by side: one is spoken with, the others are parked. There is always one. */
export type Conversations = {
  list: readonly Conversation[]
  activeId: string
  /** What Escape cleared last, and where it stood. */
  cleared?: { conversation: Conversation; at: number } | undefined
}

export type Seed = Partial<Omit<Conversation, 'id' | 'values'>> & { values?: Partial<Values> }

export const startWith = (conversation: Conversation): Conversations => ({
  list: [conversation],
  activeId: conversation.id,
})

export const activeOf = ({ list, activeId }: Conversations): Conversation => {
  const found = list.find((one) => one.id === activeId) ?? list[0]
  if (!found) throw new Error('there is always a conversation')
  return found
}

const swap = (state: Conversations, id: string, make: (one: Conversation) => Conversation): Conversations => ({
  ...state,
  list: state.list.map((one) => (one.id === id ? make(one) : one)),
})

/** A call or visitor begins a conversation: in the place of an empty one, else beside the others, which stay as they are. */
export const open = (state: Conversations, id: string, seed: Seed): Conversations => {
  const known = state.list.find(
    (one) =>
      (seed.callId !== undefined && one.callId === seed.callId) ||
      (seed.visitorId !== undefined && one.visitorId === seed.visitorId),
  )
  if (known) return { ...state, activeId: known.id }
  const active = activeOf(state)
  const made = newConversation(id, { ...seed, values: { channel: active.values.channel, ...seed.values } })
  if (isBlank(active))
    return { ...state, list: state.list.map((one) => (one.id === active.id ? made : one)), activeId: id }
  return { ...state, list: [...state.list, made], activeId: id }
}

/** Words were typed; with the first of them the conversation has begun. */
export const change = (state: Conversations, id: string, patch: Partial<Values>, now: string): Conversations =>
  swap({ ...state, cleared: undefined }, id, (one) => ({
    ...one,
    beganAt: one.beganAt ?? now,
    values: { ...one.values, ...patch },
  }))

export type Household = { unit?: Conversation['unit']; customer?: Conversation['customer'] }

/** Who it is, or in which room; anything typed stays. */
export const attach = (state: Conversations, id: string, { unit, customer }: Household): Conversations =>
  swap(state, id, (one) => ({ ...one, unit, customer }))

/**
 * A household chosen elsewhere (omnibox, another page): beside the words already typed when nobody is known yet,
 * instead of a household without words, else in a conversation of its own.
 */
export const bring = (state: Conversations, newId: string, household: Household): Conversations => {
  const active = activeOf(state)
  const known = active.unit !== undefined || active.customer !== undefined
  const free = active.outcome === undefined && (!known || active.values.said.trim() === '')
  return free ? attach(state, active.id, household) : open(state, newId, household)
}

export const activate = (state: Conversations, id: string): Conversations =>
  state.list.some((one) => one.id === id) ? { ...state, activeId: id } : state

/** The next one to the right or left, around the corner. */
export const neighbour = ({ list, activeId }: Conversations, by: 1 | -1): string => {
  const at = list.findIndex((one) => one.id === activeId)
  return list[(at + by + list.length) % list.length]?.id ?? activeId
}

/** Takes a conversation away; the last one is replaced by an empty one. */
export const close = (state: Conversations, id: string, newId: string): Conversations => {
  const at = state.list.findIndex((one) => one.id === id)
  const gone = state.list[at]
  if (!gone) return state
  const left = state.list.filter((one) => one.id !== id)
  if (left.length === 0)
    return {
      ...startWith(newConversation(newId, { values: { channel: gone.values.channel } })),
      cleared: state.cleared,
    }
  const next = left[Math.min(at, left.length - 1)]
  return { ...state, list: left, activeId: state.activeId === id ? (next?.id ?? newId) : state.activeId }
}

/** Escape: gone from the screen, and back with one key until something else is typed. */
export const clear = (state: Conversations, id: string, newId: string): Conversations => {
  const at = state.list.findIndex((one) => one.id === id)
  const conversation = state.list[at]
  if (!conversation) return state
  if (isBlank(conversation)) return state.list.length > 1 ? close(state, id, newId) : state
  return { ...close(state, id, newId), cleared: { conversation, at } }
}

export const undoClear = (state: Conversations): Conversations => {
  if (!state.cleared) return state
  const { conversation, at } = state.cleared
  const others = state.list.filter((one) => !isBlank(one))
  return { list: [...others.slice(0, at), conversation, ...others.slice(at)], activeId: conversation.id }
}

export const setIntent = (state: Conversations, id: string, intent: Conversation['intent']): Conversations =>
  swap(state, id, (one) => ({ ...one, intent }))

export const end = (state: Conversations, id: string, outcome: Outcome): Conversations =>
  swap(state, id, (one) => ({ ...one, intent: undefined, outcome }))
