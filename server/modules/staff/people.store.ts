import { sql } from 'kysely'
import type { Role } from '#contract/permissions.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { inForce } from './account.store.ts'

/** Active people who hold one of these roles in an estate on this day, also company-wide; by staff number. */
export const holdersOf = async (tx: Tx, estateId: Uuid, roles: readonly Role[], today: LocalDate): Promise<Uuid[]> => {
  const { rows } = await sql<{ id: Uuid }>`
    select s.id from staff s join estate_directory d on d.estate_id = ${estateId} and d.company_id = s.company_id
    where s.active and exists (select 1 from staff_role r where r.staff_id = s.id and r.role = any(${[...roles]}::text[])
      and (r.estate_id is null or r.estate_id = ${estateId}) and ${inForce(today)})
    order by s.staff_no`.execute(tx.db)
  return rows.map((r) => r.id)
}

/** The roles that an active person holds in an estate on this day. */
export const rolesHeld = async (tx: Tx, estateId: Uuid, staffId: Uuid, today: LocalDate): Promise<string[]> => {
  const { rows } = await sql<{ role: string }>`
    select distinct r.role from staff s join estate_directory d on d.estate_id = ${estateId} and d.company_id = s.company_id
    join staff_role r on r.staff_id = s.id and (r.estate_id is null or r.estate_id = ${estateId})
    where s.id = ${staffId} and s.active and ${inForce(today)}`.execute(tx.db)
  return rows.map((r) => r.role)
}

/** Whether this person has a role in the estate, or once had one: the work of who has left is handed over too. */
export const workedHere = async (tx: Tx, estateId: Uuid, staffId: Uuid): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from staff s join estate_directory d on d.estate_id = ${estateId} and d.company_id = s.company_id
    where s.id = ${staffId}
      and exists (select 1 from staff_role r where r.staff_id = s.id and (r.estate_id is null or r.estate_id = ${estateId}))`.execute(
    tx.db,
  )
  return rows.length > 0
}

export const nameOf = async (tx: Tx, staffId: Uuid): Promise<string> =>
  (await tx.db.selectFrom('staff').select('name').where('id', '=', staffId).executeTakeFirst())?.name ?? ''
