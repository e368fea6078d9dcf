import type { Line, Role } from '#contract/permissions.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { dayBefore } from './company-day.rules.ts'

/** How far an administrator of users reaches. */
export type Reach = { companyWide: boolean; estates: ReadonlySet<Uuid> }
export type Held = {
  id: Uuid
  role: string
  estateId: Uuid | null
  line: string | null
  from: LocalDate
  until: LocalDate | null
}
export type Target = { id: Uuid; active: boolean; roles: readonly Held[] }

const FAR = '9999-12-31'
const isEmpty = (held: Held) => held.until !== null && held.until < held.from
const within = (reach: Reach, estateId: Uuid | null) =>
  reach.companyWide || (estateId !== null && reach.estates.has(estateId))

/**
 * SD-13: an administrator changes accounts, never their own, and only those whose every estate is theirs to manage:
 * who may set a password of somebody could sign in as them.
 */
export const mayManage = (actorId: Uuid, reach: Reach, target: Target, today: LocalDate): boolean => {
  if (actorId === target.id) return false
  const held = target.roles.filter((r) => !isEmpty(r))
  const standing = held.filter((r) => r.until === null || r.until >= today)
  return (standing.length > 0 ? standing : held).every((r) => within(reach, r.estateId))
}

export type GrantInput = {
  role: Role
  estateId: Uuid | null
  line: Line | null
  from: LocalDate
  until: LocalDate | null
}

const overlap = (a: { from: LocalDate; until: LocalDate | null }, b: { from: LocalDate; until: LocalDate | null }) =>
  a.from <= (b.until ?? FAR) && b.from <= (a.until ?? FAR)

/**
 * SD-13: may this role be given? Nobody gives roles to themselves; only within one's reach; and who administers users
 * holds no business role beside it, at no time and in no estate.
 */
export const grantRefusal = (
  actorId: Uuid,
  reach: Reach,
  target: Target,
  grant: GrantInput,
  today: LocalDate,
): Refusal | undefined => {
  if (!mayManage(actorId, reach, target, today)) return refuse('E_FORBIDDEN')
  if (!target.active) return refuse('E_STATE_CHANGED', { details: { state: 'left' } })
  if (!within(reach, grant.estateId)) return refuse('E_FORBIDDEN', { field: 'body.estateId' })
  if (grant.until !== null && grant.until < grant.from)
    return refuse('E_TIME_RANGE', { field: 'body.until', details: { from: grant.from } })
  const others = target.roles.filter((r) => !isEmpty(r) && overlap(r, grant))
  if (others.some((r) => (r.role === 'systemAdmin') !== (grant.role === 'systemAdmin')))
    return refuse('E_ROLE_SEPARATION', { field: 'body.role' })
  if (others.some((r) => r.role === grant.role && r.estateId === grant.estateId && r.line === grant.line))
    return refuse('E_PERIOD_OVERLAP', { field: 'body.from' })
  return undefined
}

/**
 * The last day of a role that is to end: after `lastDay`, or at once, which leaves an empty period when it has only
 * begun today or not yet. E_TIME_PAST, E_TIME_RANGE, E_STATE_CHANGED when it has ended already.
 */
export const endOfRole = (held: Held, lastDay: LocalDate | undefined, today: LocalDate): LocalDate | Refusal => {
  if (held.until !== null && held.until < today)
    return refuse('E_STATE_CHANGED', { details: { state: 'ended', until: held.until } })
  if (lastDay === undefined) return held.from >= today ? dayBefore(held.from) : dayBefore(today)
  if (lastDay < today) return refuse('E_TIME_PAST', { field: 'body.lastDay', details: { today } })
  if (lastDay < held.from || (held.until !== null && lastDay > held.until))
    return refuse('E_TIME_RANGE', { field: 'body.lastDay', details: { from: held.from, until: held.until } })
  return lastDay
}
