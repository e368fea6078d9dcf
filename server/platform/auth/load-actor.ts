import { sql } from 'kysely'
import { LINES, type Line, permissionsOf, ROLES, type Role } from '#contract/permissions.ts'
import type { Uuid } from '#contract/values.ts'
import type { Database } from '../db/pool.ts'
import type { Actor, Grant } from './actor.ts'

export type SecondFactorPolicy = { roles: ReadonlySet<Role>; required: boolean }

const isRole = (value: string): value is Role => Object.hasOwn(ROLES, value)
const isLine = (value: string | null): value is Line => value !== null && (LINES as readonly string[]).includes(value)

/** Reads a member of staff with all that their roles give them today; null when unknown or no longer active. */
export const loadActor = async (
  database: Database,
  staffId: Uuid,
  policy: SecondFactorPolicy,
): Promise<Actor | null> => {
  const { rows } = await sql<StaffRow>`
    select s.id, s.name, s.username, s.staff_no, s.company_id, r.role, r.line, d.estate_id, d.company_id as estate_company_id,
      coalesce(u."twoFactorEnabled", false) as two_factor
    from staff s
    left join auth_user u on u.id = s.id
    left join staff_role r on r.staff_id = s.id
      and r.from_date <= (now() at time zone 'Asia/Shanghai')::date
      and (r.until_date is null or r.until_date >= (now() at time zone 'Asia/Shanghai')::date)
    left join estate_directory d on d.company_id = s.company_id and (r.estate_id is null or d.estate_id = r.estate_id) and r.id is not null
    where s.id = ${staffId} and s.active`.execute(database.kysely)
  const first = rows[0]
  if (!first) return null
  const held = rows.flatMap((r) => (r.role !== null && isRole(r.role) ? [r.role] : []))
  const secondFactorDue = policy.required && !first.two_factor && held.some((role) => policy.roles.has(role))
  return {
    kind: 'staff',
    id: first.id,
    name: first.name,
    username: first.username,
    staffNo: first.staff_no,
    companyId: first.company_id,
    grants: grantsOf(rows),
    secondFactorDue,
  }
}

type StaffRow = {
  id: Uuid
  name: string
  username: string
  staff_no: string
  company_id: Uuid
  role: string | null
  line: string | null
  estate_id: Uuid | null
  estate_company_id: Uuid | null
  two_factor: boolean
}

const grantsOf = (rows: readonly StaffRow[]): Map<Uuid, Grant> => {
  const byEstate = new Map<Uuid, { companyId: Uuid; roles: Set<Role>; lines: Set<Line> }>()
  for (const { estate_id, estate_company_id, role, line } of rows) {
    if (estate_id === null || estate_company_id === null || role === null || !isRole(role)) continue
    const entry = byEstate.get(estate_id) ?? { companyId: estate_company_id, roles: new Set(), lines: new Set() }
    entry.roles.add(role)
    if (isLine(line)) entry.lines.add(line)
    byEstate.set(estate_id, entry)
  }
  // a company-wide role gives the same set in a thousand estates: computed once
  const sets = new Map<string, Grant['permissions']>()
  const setOf = (roles: ReadonlySet<Role>) => {
    const key = [...roles].sort().join()
    const known = sets.get(key)
    if (known) return known
    const made = permissionsOf(roles)
    sets.set(key, made)
    return made
  }
  return new Map(
    [...byEstate].map(([estateId, e]) => [
      estateId,
      { estateId, companyId: e.companyId, roles: [...e.roles], lines: [...e.lines], permissions: setOf(e.roles) },
    ]),
  )
}
