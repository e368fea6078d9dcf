import type { Flag } from '#contract/channels.ts'
import { isAboutNeighbour } from '#contract/complaint-categories.ts'
import type { RegisterMatter } from '#contract/matters.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Instant } from '#contract/values.ts'
import { plusMilliseconds, toInstant } from '#platform/calendar/instants.rules.ts'
import type { Settings } from '#platform/settings/settings.ts'
import type { Registration } from './matter-kind.ts'

/** A clock of a desk computer may run ahead by this much. */
const TOLERANCE_MS = 120_000
const OLDEST_MS = 366 * 86_400_000

export type ReceiptTimes = { receivedAt: Instant; collectedAt: Instant }

/**
 * When the customer spoke and when a colleague collected it: never in the future, never more than a year ago, in this
 * order. A phone set its times right before sending; what cannot be all the same is its clock's fault, and counts as now.
 */
export const checkTimes = (
  input: Pick<RegisterMatter, 'receivedAt' | 'collectedAt' | 'clockOffMs'>,
  now: Instant,
): ReceiptTimes | Refusal => {
  const oldest = plusMilliseconds(now, -OLDEST_MS)
  const told = (at: string): Instant => {
    const instant = toInstant(at)
    return input.clockOffMs !== undefined && (instant > now || instant < oldest) ? now : instant
  }
  const collectedAt = input.collectedAt ? told(input.collectedAt) : input.receivedAt ? told(input.receivedAt) : now
  const receivedAt = input.receivedAt ? told(input.receivedAt) : collectedAt
  for (const [field, at] of [
    ['body.receivedAt', receivedAt],
    ['body.collectedAt', collectedAt],
  ] as const) {
    if (at > plusMilliseconds(now, TOLERANCE_MS)) return refuse('E_TIME_FUTURE', { field, details: { now } })
    if (at < oldest) return refuse('E_TIME_RANGE', { field, details: { earliest: oldest } })
  }
  return { receivedAt: receivedAt > now ? now : receivedAt, collectedAt: collectedAt > now ? now : collectedAt }
}

/** What the intake already says about the matter, beside its state. */
export const flagsOf = (input: Registration, settings: Settings): Flag[] => {
  const flags: Flag[] = []
  const { complaint } = input
  if (input.anonymous) flags.push('anonymous')
  if (input.noCallbackWish) flags.push('noCallbackWish')
  // FD 5.3: an emergency is dispatched with the least; its form is owed
  if (input.contactType === 'emergency') flags.push('formDue')
  // CP-035: said, or guessed to be a dispute between residents
  if (complaint && isAboutNeighbour(complaint)) flags.push('aboutNeighbour')
  // CP-091: the amount demanded decides, and the amount itself counts in
  if (complaint?.claimFen !== undefined && complaint.claimFen >= settings.get('complaint.majorFromFen'))
    flags.push('majorSuspected')
  // CP-099: three or more persons in one visit, call or letter
  if (complaint && complaint.persons >= settings.get('complaint.hotGroup')) flags.push('groupComplaint')
  if (complaint && (input.channel === 'forum' || complaint.post)) flags.push('online')
  // CP-135: what the press or a superior asks about is written up
  if (complaint && ['press', 'superior'].includes(input.channel)) flags.push('important')
  return flags
}

/** A line's worth of what it is about: the title given, or the beginning of what was said. */
export const titleOf = (input: Pick<Registration, 'title' | 'customerSaid'>): string => {
  if (input.title) return input.title
  const said = input.customerSaid ?? ''
  const first = said.split(/[\n。!?!?;;]/)[0] ?? ''
  const characters = [...(first.trim() || said.trim())]
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : characters.join('')
}
