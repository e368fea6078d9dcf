import type { ViolationType } from '#contract/kinds/violation.ts'
import type { Line } from '#contract/permissions.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'

/** Which line usually answers for it; a person decides. */
export const LINE_OF: Readonly<Record<ViolationType, Line>> = {
  illegalStructure: 'customerService',
  loadBearing: 'repair',
  facade: 'customerService',
  pipesAndWaterproofing: 'repair',
  noFiling: 'customerService',
  workHours: 'security',
  renovationWaste: 'cleaning',
  commonParts: 'customerService',
  clutter: 'customerService',
  fireSafety: 'security',
  parking: 'security',
  other: 'customerService',
}

const BUILDING: ReadonlySet<ViolationType> = new Set([
  'illegalStructure',
  'loadBearing',
  'facade',
  'pipesAndWaterproofing',
  'noFiling',
  'workHours',
  'renovationWaste',
])
/** What is built or renovated stands in the way of accepting a renovation; other things only when they are part of one. */
export const isOfRenovation = (type: ViolationType, said: boolean): boolean => said || BUILDING.has(type)

/** FD-771: words of power that the company does not have, to fine, to cut off or to force. */
const POWERS = ['罚款', '罚金', '处罚', '没收', '停水', '停电', '断水', '断电', '停止供', '强制拆除', '强拆', '强行拆']
export const powersClaimed = (text: string): string[] => POWERS.filter((word) => text.includes(word))
export const claimsNoPower = (text: string, field: string): Refusal | undefined => {
  const words = powersClaimed(text)
  return words.length > 0 ? refuse('E_NO_POWER', { field, details: { words } }) : undefined
}

type Talked = { danger: boolean; talks: number; helpOffered: boolean }
/** A notice comes after talk and an offer of help (OS-060); where the house itself is in danger nothing is waited for. */
export const mayGiveNotice = (so: Talked, least: number): Refusal | undefined => {
  if (so.danger) return undefined
  const missing = [...(so.talks < least ? ['talk'] : []), ...(so.helpOffered ? [] : ['help'])]
  return missing.length > 0 ? refuse('E_PERSUADE_FIRST', { details: { missing, talks: so.talks, least } }) : undefined
}

type Noticed = { danger: boolean; served: boolean; deadline: LocalDate | null; reported: boolean }
/** The authority is asked when the time of a notice that was served is over, at once where there is danger. */
export const mayReport = (so: Noticed, today: LocalDate): Refusal | undefined => {
  if (so.danger || so.reported) return undefined
  if (!so.served || so.deadline === null) return refuse('E_NOTICE_FIRST', { details: { until: null } })
  return so.deadline >= today ? refuse('E_NOTICE_FIRST', { details: { until: so.deadline } }) : undefined
}

type Service = { at: Instant; issuedOn: LocalDate | null; deadline: LocalDate | null }
/** A notice is served after it was issued and while its time runs: a day that is over gives the customer none. */
export const wasServed = (
  { at, issuedOn, deadline }: Service,
  now: Instant,
  dayOf: (at: Instant) => LocalDate,
): Refusal | undefined => {
  const field = 'body.servedAt'
  if (at > now) return refuse('E_TIME_FUTURE', { field, details: { now } })
  const day = dayOf(at)
  if (issuedOn !== null && day < issuedOn) return refuse('E_TIME_RANGE', { field, details: { earliest: issuedOn } })
  return deadline !== null && day > deadline
    ? refuse('E_NOTICE_OVER', { field, details: { until: deadline } })
    : undefined
}

/** More time is a later day. */
export const isLater = (deadline: LocalDate, before: LocalDate | null): Refusal | undefined =>
  before !== null && deadline <= before
    ? refuse('E_NOT_LATER', { field: 'body.deadline', details: { until: before } })
    : undefined

type Receipt = {
  receipt: 'signed' | 'refused'
  signedBy?: string | undefined
  witnessOf?: string | undefined
  witnessName?: string | undefined
  photoIds: readonly Uuid[]
}
/** FD-771: signed, with a picture of it; refused, with a photo record or a witness who is named. */
export const isEvidenced = ({ receipt, signedBy, witnessOf, witnessName, photoIds }: Receipt): Refusal | undefined => {
  if (receipt === 'refused')
    return photoIds.length > 0 || (witnessOf && witnessName)
      ? undefined
      : refuse('E_WITNESS_MISSING', { field: witnessName ? 'body.witnessOf' : 'body.witnessName' })
  if (!signedBy) return refuse('E_SIGNATURE_MISSING', { field: 'body.signedBy' })
  return photographed(photoIds)
}

export const photographed = (photoIds: readonly Uuid[]): Refusal | undefined =>
  photoIds.length > 0 ? undefined : refuse('E_PHOTO_MISSING', { field: 'body.photoIds' })
