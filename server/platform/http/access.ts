import type { Permission } from '#contract/permissions.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { RouteShape } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { type Actor, estatesWith, mayAny } from '../auth/actor.ts'
import type { Scope } from '../db/tx.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const permissionsOfAccess = (access: RouteShape['access']): readonly Permission[] | undefined => {
  if (access === 'public' || access === 'signed-in') return undefined
  return typeof access === 'string' ? [access] : access
}

/** The first lock: may this person use this route, and for which estates? A foreign estate looks like none at all. */
export const checkAccess = (route: RouteShape, actor: Actor | null, estateId: string | undefined): Refusal | Scope => {
  if (route.access === 'public') return ofPublic(estateId)
  if (!actor) return refuse('E_UNAUTHENTICATED')
  if (actor.secondFactorDue && route.id !== 'getSession') return refuse('E_SECOND_FACTOR')
  const permissions = permissionsOfAccess(route.access)
  if (estateId !== undefined) return inEstate(actor, permissions, estateId)
  if (!permissions) return [...actor.grants.keys()]
  const estates = estatesWith(actor, permissions)
  return estates.length > 0 ? estates : refuse('E_FORBIDDEN')
}

/** A public page sees the one estate that its address names, and no other. */
const ofPublic = (estateId: string | undefined): Refusal | Scope => {
  if (estateId === undefined) return []
  return UUID.test(estateId) ? [estateId] : refuse('E_NOT_FOUND', { field: 'params.estateId' })
}

const inEstate = (actor: Actor, permissions: readonly Permission[] | undefined, estateId: Uuid): Refusal | Scope => {
  if (!UUID.test(estateId) || !actor.grants.has(estateId)) return refuse('E_NOT_FOUND', { field: 'params.estateId' })
  if (permissions && !mayAny(actor, permissions, estateId)) return refuse('E_FORBIDDEN')
  return [estateId]
}
