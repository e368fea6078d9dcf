import type { Line, Permission, Role } from '#contract/permissions.ts'
import type { Uuid } from '#contract/values.ts'

/** What a person holds in one estate. */
export type Grant = {
  estateId: Uuid
  companyId: Uuid
  roles: readonly Role[]
  lines: readonly Line[]
  permissions: ReadonlySet<Permission>
}

/** Who acts. `system` is the program itself: sweeps, events, imports from the command line. */
export type Actor = {
  kind: 'staff' | 'system'
  id: Uuid
  name: string
  username: string
  staffNo: string
  companyId: Uuid | null
  grants: ReadonlyMap<Uuid, Grant>
  /** A privileged role without its second factor: nothing is allowed but setting it up. */
  secondFactorDue: boolean
}

export const SYSTEM: Actor = {
  kind: 'system',
  id: '00000000-0000-0000-0000-000000000001',
  name: 'system',
  username: 'system',
  staffNo: '',
  companyId: null,
  grants: new Map(),
  secondFactorDue: false,
}

export const may = (actor: Actor, permission: Permission, estateId: Uuid): boolean =>
  actor.kind === 'system' || (actor.grants.get(estateId)?.permissions.has(permission) ?? false)

export const mayAny = (actor: Actor, permissions: readonly Permission[], estateId: Uuid): boolean =>
  permissions.some((p) => may(actor, p, estateId))

/** Estates in which the person holds at least one of the permissions. */
export const estatesWith = (actor: Actor, permissions: readonly Permission[]): Uuid[] =>
  [...actor.grants.values()].filter((g) => permissions.some((p) => g.permissions.has(p))).map((g) => g.estateId)

export const rolesIn = (actor: Actor, estateId: Uuid): readonly Role[] => actor.grants.get(estateId)?.roles ?? []
export const linesIn = (actor: Actor, estateId: Uuid): readonly Line[] => actor.grants.get(estateId)?.lines ?? []
