import type { SentGateCheck } from '#contract/goods.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import { faultOfLine, slipNumberOf } from '#contract/rules/goods.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { plusMilliseconds, toInstant } from '#platform/calendar/instants.rules.ts'
import type { PassageRow } from './check.store.ts'

const OLDEST_MS = 366 * 86_400_000

/** When it was done. A phone set it right before sending; what cannot be all the same is its clock's fault, and counts as now. */
export const doneAt = (told: string, now: Instant): Instant => {
  const at = toInstant(told)
  return at > now || at < plusMilliseconds(now, -OLDEST_MS) ? now : at
}

type Lines = SentGateCheck['lines']
/** FD-504: every line says exactly what and how many. */
export const faultOfLines = (lines: Lines): Refusal | undefined => {
  for (const [i, line] of lines.entries()) {
    const fault = faultOfLine(line)
    if (fault) return refuse(fault.code, { field: `body.lines.${i}.${fault.at}` })
  }
  return undefined
}

/**
 * FD-504, FD-506: what a check has to say. What goes out or differs was counted; the guard has the slip, and there is a
 * photo of it, or of what differs, or the reason why there is none.
 */
export const faultOfCheck = (sent: SentGateCheck, pictures: ReadonlySet<Uuid>): Refusal | undefined => {
  const { result, lines } = sent
  const counted = result === 'match' || result === 'differs'
  const seen = (ids: readonly Uuid[]) => sent.photoMissing || ids.some((id) => pictures.has(id))
  if (result !== 'noSlip' && !slipNumberOf(sent.slipNumber ?? ''))
    return refuse('E_SLIP_MISSING', { field: 'body.slipNumber' })
  if (counted && !sent.unitSaid) return refuse('E_INPUT', { field: 'body.unitSaid' })
  if (counted && lines.length === 0) return refuse('E_GOODS_LINE', { field: 'body.lines' })
  const fault = faultOfLines(lines)
  if (fault) return fault
  if (result === 'match') {
    if (!sent.slipCollected) return refuse('E_SLIP_NOT_COLLECTED', { field: 'body.slipCollected' })
    if (!seen(sent.slipPhotoIds)) return refuse('E_PHOTO_MISSING', { field: 'body.slipPhotoIds' })
  }
  if (result === 'differs') {
    if (!sent.difference) return refuse('E_REASON_MISSING', { field: 'body.difference' })
    if (!seen(sent.goodsPhotoIds)) return refuse('E_PHOTO_MISSING', { field: 'body.goodsPhotoIds' })
  }
  return undefined
}

/** The passages on one slip, in the order in which they were done: the first one used it. */
export const inOrderDone = (passages: readonly PassageRow[]): PassageRow[] =>
  [...passages].sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
