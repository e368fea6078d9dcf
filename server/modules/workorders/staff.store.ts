import { sql } from 'kysely'
import { type Permission, ROLE_CODES, ROLES } from '#contract/permissions.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

const rolesWith = (permission: Permission): string[] =>
  ROLE_CODES.filter((role) => (ROLES[role] as readonly string[]).includes(permission))
const EXECUTING = rolesWith('order.execute')

// a role begins and ends with a day of the estate
const inForce = (now: Instant) => {
  const today = sql`(${now}::timestamptz at time zone d.time_zone)::date`
  return sql`r.from_date <= ${today} and (r.until_date is null or r.until_date >= ${today})`
}

/** Can this person be given an order in this estate? Active, with a role that carries orders out. */
export const carriesOut = async (tx: Tx, estateId: Uuid, staffId: Uuid): Promise<boolean> =>
  holdsRole(tx, estateId, staffId, EXECUTING)

export const holdsRole = async (tx: Tx, estateId: Uuid, staffId: Uuid, roles: readonly string[]): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from staff s
      join estate_directory d on d.estate_id = ${estateId} and d.company_id = s.company_id
      join staff_role r on r.staff_id = s.id and (r.estate_id = ${estateId} or r.estate_id is null)
    where s.id = ${staffId} and s.active and r.role = any(${[...roles]}::text[]) and ${inForce(tx.now)} limit 1`.execute(
    tx.db,
  )
  return rows.length > 0
}

export type LineStaff = { id: Uuid; name: string; provider: boolean }

/** Everyone of a line who carries orders out, our own people first. */
export const staffOfLine = async (tx: Tx, estateId: Uuid, line: string): Promise<LineStaff[]> => {
  const { rows } = await sql<LineStaff>`
    select s.id, s.name, bool_or(r.role = 'provider') as provider from staff s
      join estate_directory d on d.estate_id = ${estateId} and d.company_id = s.company_id
      join staff_role r on r.staff_id = s.id and (r.estate_id = ${estateId} or r.estate_id is null)
    where s.active and r.line = ${line} and r.role = any(${EXECUTING}::text[]) and ${inForce(tx.now)}
    group by s.id, s.name, s.staff_no order by bool_or(r.role = 'provider'), s.staff_no`.execute(tx.db)
  return rows
}

/** Which of these people are accounts of outside providers. */
export const providersAmong = async (tx: Tx, ids: readonly Uuid[]): Promise<ReadonlySet<Uuid>> => {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{
    staff_id: Uuid
  }>`select distinct staff_id from staff_role where staff_id = any(${[...ids]}::uuid[]) and role = 'provider'`.execute(
    tx.db,
  )
  return new Set(rows.map((r) => r.staff_id))
}
