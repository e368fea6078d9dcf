import type { PhoneCall } from '#contract/calls.ts'

type Shown = Pick<PhoneCall, 'id' | 'state' | 'ringingAt' | 'answeredAt' | 'answeredBy' | 'forStaffId' | 'matter'>

/** A call that rang longer than this was lost by the exchange and not by us; it stands in the list of calls. */
const RINGS_AT_MOST_MS = 120_000
/** How long a call that was picked up at the telephone itself still offers its card. */
const PICKED_UP_MS = 60_000

export type Ringing<C> = { call: C; how: 'ringing' | 'pickedUp' }

/**
 * Calls that this person sees: those that ring for everybody or for them, and those that they have just picked up at
 * the telephone. The longest ringing comes first; what was opened or put aside here is left out.
 */
export const ringingFor = <C extends Shown>(
  calls: readonly C[],
  staffId: string,
  putAside: ReadonlySet<string>,
  nowMs: number,
): Ringing<C>[] => {
  const found = calls.flatMap((call): Ringing<C>[] => {
    if (putAside.has(call.id)) return []
    if (call.state === 'ringing') {
      const mine = call.forStaffId === null || call.forStaffId === staffId
      return mine && nowMs - Date.parse(call.ringingAt) < RINGS_AT_MOST_MS ? [{ call, how: 'ringing' }] : []
    }
    const fresh = call.answeredAt !== null && nowMs - Date.parse(call.answeredAt) < PICKED_UP_MS
    return call.state === 'answered' && call.answeredBy?.id === staffId && call.matter === null && fresh
      ? [{ call, how: 'pickedUp' }]
      : []
  })
  return found.sort((a, b) => a.call.ringingAt.localeCompare(b.call.ringingAt))
}
