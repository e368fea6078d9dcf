import { sql } from 'kysely'
import { type Permission, permissionsOf, ROLES, type Role } from '#contract/permissions.ts'
import type { Tx } from '../db/tx.ts'
import type { Actor } from './actor.ts'

const isRole = (value: string): value is Role => Object.hasOwn(ROLES, value)

/** What a member of staff may do by roles that span the company, not by one estate after another. */
export const heldCompanyWide = async (tx: Tx, actor: Actor): Promise<ReadonlySet<Permission>> => {
  const { rows } = await sql<{ role: string }>`
    select role from staff_role where staff_id = ${actor.id} and estate_id is null
      and from_date <= (now() at time zone 'Asia/Shanghai')::date
      and (until_date is null or until_date >= (now() at time zone 'Asia/Shanghai')::date)`.execute(tx.db)
  return permissionsOf(rows.flatMap(({ role }) => (isRole(role) ? [role] : [])))
}

/** Whether the person holds it so: what concerns all estates, also those of tomorrow, is theirs alone to change. */
export const holdsCompanyWide = async (tx: Tx, actor: Actor, permission: Permission): Promise<boolean> =>
  actor.kind === 'system' || (await heldCompanyWide(tx, actor)).has(permission)
