import type { AccountView, RoleGrant } from '#contract/staff.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { type Held, mayManage, type Reach, type Target } from './account.rules.ts'
import type { AccountRow, RoleRow } from './account.store.ts'

export const heldOf = (row: RoleRow): Held => ({
  id: row.id,
  role: row.role,
  estateId: row.estate_id,
  line: row.line,
  from: row.from_date,
  until: row.until_date,
})

export const targetOf = (row: AccountRow): Target => ({ id: row.id, active: row.active, roles: row.roles.map(heldOf) })

const presentRole = (row: RoleRow, today: LocalDate): RoleGrant => ({
  id: row.id,
  role: row.role as RoleGrant['role'],
  estate:
    row.estate_id === null ? null : { id: row.estate_id, code: row.estate_code ?? '', name: row.estate_name ?? '' },
  line: row.line as RoleGrant['line'],
  from: row.from_date,
  until: row.until_date,
  inForce: row.from_date <= today && (row.until_date === null || row.until_date >= today),
})

export const presentAccount = (
  row: AccountRow,
  who: { actorId: Uuid; reach: Reach; today: LocalDate },
): AccountView => ({
  id: row.id,
  username: row.username,
  staffNo: row.staff_no,
  name: row.name,
  phone: row.phone,
  provider: row.provider,
  active: row.active,
  leftOn: row.left_on,
  affairOfficer: row.affair_officer,
  hasPassword: row.has_password,
  secondFactor: row.second_factor,
  roles: row.roles.map((r) => presentRole(r, who.today)),
  manageable: mayManage(who.actorId, who.reach, targetOf(row), who.today),
  version: row.version,
})
