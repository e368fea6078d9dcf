import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { AccountView, NewGrant } from '#contract/staff.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { House } from '#platform/house.ts'
import { newId } from '#platform/ids.ts'
import { heldOf, targetOf } from './account.present.ts'
import { endOfRole, grantRefusal } from './account.rules.ts'
import { estateOfCompany, insertRole, setRoleEnd } from './account.store.ts'
import { managedAccount, viewAccount } from './managed-account.ts'

const rolesChanged = (tx: Tx, house: House, staffId: Uuid, estateId: Uuid | null) => {
  tx.after(() => house.sessions.forget(staffId))
  if (estateId !== null) tx.tell({ estateId, topic: 'staff' })
}

/** SD-13: gives a role. E_FORBIDDEN, E_ROLE_SEPARATION, E_PERIOD_OVERLAP, E_TIME_RANGE. */
export const grantRole = async (
  tx: Tx,
  actor: Actor,
  house: House,
  id: Uuid,
  input: NewGrant,
): Promise<AccountView | Refusal> => {
  const found = await managedAccount(tx, actor, id)
  if (isRefusal(found)) return found
  const { admin, row } = found
  const grant = {
    role: input.role,
    estateId: input.estateId,
    line: input.line ?? null,
    from: input.from ?? admin.today,
    until: input.until ?? null,
  }
  if (grant.estateId !== null && !(await estateOfCompany(tx, admin.companyId, grant.estateId)))
    return refuse('E_NOT_FOUND', { field: 'body.estateId' })
  const refused = grantRefusal(actor.id, admin.reach, targetOf(row), grant, admin.today)
  if (refused) return refused
  await insertRole(tx, {
    id: newId(),
    staff_id: id,
    role: grant.role,
    estate_id: grant.estateId,
    line: grant.line,
    from_date: grant.from,
    until_date: grant.until,
    granted_by: actor.id,
  })
  await audit(tx, actor, {
    estateId: grant.estateId,
    action: 'role.grant',
    subjectKind: 'staff',
    subjectId: id,
    after: { name: row.name, ...grant },
  })
  rolesChanged(tx, house, id, grant.estateId)
  return viewAccount(tx, actor, id)
}

/** Ends a role at once or after its last day; what began only today, or not yet, never was in force. */
export const endRole = async (
  tx: Tx,
  actor: Actor,
  house: House,
  id: Uuid,
  roleId: Uuid,
  lastDay: LocalDate | undefined,
): Promise<AccountView | Refusal> => {
  const found = await managedAccount(tx, actor, id)
  if (isRefusal(found)) return found
  const { admin, row } = found
  const role = row.roles.find((r) => r.id === roleId)
  if (!role) return refuse('E_NOT_FOUND', { field: 'params.roleId' })
  const until = endOfRole(heldOf(role), lastDay, admin.today)
  if (isRefusal(until)) return until
  await setRoleEnd(tx, roleId, until)
  await audit(tx, actor, {
    estateId: role.estate_id,
    action: 'role.end',
    subjectKind: 'staff',
    subjectId: id,
    before: { name: row.name, role: role.role, line: role.line, from: role.from_date, until: role.until_date },
    after: { until },
  })
  rolesChanged(tx, house, id, role.estate_id)
  return viewAccount(tx, actor, id)
}
