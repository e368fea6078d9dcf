import type { LocalDate, Uuid } from '#contract/values.ts'
import { holds, overlap } from '../people/period.rules.ts'

export type OwnerStay = { id: Uuid; customerId: Uuid; name: string; from: LocalDate | null; until: LocalDate | null }
/** `id` is that of its first stay, so that it stays the same when a joint owner joins later. */
export type OwnershipSpan = {
  id: Uuid
  owners: OwnerStay[]
  from: LocalDate | null
  until: LocalDate | null
  current: boolean
}

const laterOf = (a: LocalDate, b: LocalDate): LocalDate => [a, b].sort().at(-1) ?? a

const earlier = (a: OwnerStay, b: OwnerStay): number =>
  (a.from ?? '').localeCompare(b.from ?? '') || a.id.localeCompare(b.id)

/**
 * FD-730: the ownerships of a unit, newest first. Owners whose times overlap own it together (FD-303); a new owner after
 * the last one has left begins a new ownership.
 */
export const ownershipsOf = (stays: readonly OwnerStay[], today: LocalDate): OwnershipSpan[] => {
  const spans: OwnershipSpan[] = []
  for (const stay of [...stays].sort(earlier)) {
    const last = spans.at(-1)
    if (last && overlap(last, stay)) {
      last.owners.push(stay)
      last.until = last.until === null || stay.until === null ? null : laterOf(last.until, stay.until)
    } else spans.push({ id: stay.id, owners: [stay], from: stay.from, until: stay.until, current: false })
  }
  return spans.map((span) => ({ ...span, current: holds(span, today) })).reverse()
}
