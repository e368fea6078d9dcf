import { type GroupConfirmation, HANDOVER_GROUPS, type HandoverGroup, type HandoverItem } from '#contract/handover.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'

type Parties = { from_staff_id: Uuid; to_staff_id: Uuid | null }

/** The giver, or who supervises handovers. */
export const onlyGiverOrLead = (handover: Parties, actorId: Uuid, isLead: boolean): Refusal | undefined =>
  handover.from_staff_id === actorId || isLead ? undefined : refuse('E_FORBIDDEN')

/** FD-701: another person takes over; when the giver named one, that one. */
export const onlyTaker = (handover: Parties, actorId: Uuid): Refusal | undefined =>
  handover.from_staff_id !== actorId && (handover.to_staff_id === null || handover.to_staff_id === actorId)
    ? undefined
    : refuse('E_FORBIDDEN', { details: { toStaffId: handover.to_staff_id } })

/**
 * FD-701: the taker says a word to each group, and a difference is written down. E_NO_HANDOVER_ACCEPT names the groups
 * without a word: half a record is no acceptance, and the giver stays responsible.
 */
export const confirmationRefusal = (confirmations: readonly GroupConfirmation[]): Refusal | undefined => {
  const said = new Map<HandoverGroup, GroupConfirmation>()
  for (const [i, one] of confirmations.entries()) {
    if (said.has(one.group)) return refuse('E_DUPLICATE', { field: `body.confirmations.${i}.group` })
    if (!one.agrees && !one.difference)
      return refuse('E_REASON_MISSING', { field: `body.confirmations.${i}.difference`, details: { group: one.group } })
    said.set(one.group, one)
  }
  const missing = HANDOVER_GROUPS.filter((group) => !said.has(group))
  return missing.length === 0
    ? undefined
    : refuse('E_NO_HANDOVER_ACCEPT', { field: 'body.confirmations', details: { missing } })
}

export const differencesIn = (confirmations: readonly GroupConfirmation[]): readonly GroupConfirmation[] =>
  confirmations.filter((c) => !c.agrees)

/** What becomes of each item on acceptance; `barred` are those the taker must not handle (CP-046). */
export const outcomesOf = (
  items: readonly Pick<HandoverItem, 'matterId' | 'mark'>[],
  barred: ReadonlySet<Uuid>,
): { matterId: Uuid; outcome: 'moved' | 'closed' | 'elsewhere' | 'kept' }[] =>
  items.map(({ matterId, mark }) => {
    if (mark === 'closed' || mark === 'elsewhere') return { matterId, outcome: mark }
    return { matterId, outcome: barred.has(matterId) ? 'kept' : 'moved' }
  })

export type ListedItem = Omit<HandoverItem, 'mark'>

/**
 * The list of an open record against what the giver has in hand now: what is still there, what was closed or went to
 * somebody else meanwhile, and what has come since (shown as new).
 */
export const compareItems = (
  listed: readonly ListedItem[],
  now: readonly ListedItem[],
  closed: ReadonlySet<Uuid>,
): HandoverItem[] => {
  const current = new Map(now.map((item) => [item.matterId, item]))
  const known = new Set(listed.map((item) => item.matterId))
  const marked = listed.map((item): HandoverItem => {
    const standing = current.get(item.matterId)
    if (standing) return { ...standing, mark: 'listed' }
    return { ...item, mark: closed.has(item.matterId) ? 'closed' : 'elsewhere' }
  })
  const fresh = now.filter((item) => !known.has(item.matterId)).map((item): HandoverItem => ({ ...item, mark: 'new' }))
  return [...marked, ...fresh]
}
