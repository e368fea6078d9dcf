import { sql } from 'kysely'
import type { Role } from '#contract/permissions.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
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

/**
 * Active people of the company who hold one of these roles for all its estates on this day; messages to them go by its
 * first estate.
 */
export const companyHoldersOf = async (
  tx: Tx,
  companyId: Uuid,
  roles: readonly Role[],
  today: LocalDate,
): Promise<{ estateId: Uuid | undefined; ids: Uuid[] }> => {
  const { rows } = await sql<{ id: Uuid; estateId: Uuid }>`
    select s.id, d.estate_id as "estateId" from staff s
      cross join (select estate_id from estate_directory where company_id = ${companyId} order by estate_id limit 1) d
    where s.active and s.company_id = ${companyId} and exists (select 1 from staff_role r where r.staff_id = s.id
      and r.estate_id is null and r.role = any(${[...roles]}::text[]) and ${inForce(today)})
    order by s.staff_no`.execute(tx.db)
  return { estateId: rows[0]?.estateId, ids: rows.map((r) => r.id) }
}

/** Active system administrators whom nobody told this since then, each with the first estate of theirs. */
export const adminsUntold = async (
  tx: Tx,
  template: string,
  since: Instant,
  today: LocalDate,
): Promise<{ id: Uuid; estateId: Uuid }[]> => {
  const { rows } = await sql<{ id: Uuid; estateId: Uuid }>`
    select a.id, a.estate_id as "estateId" from (
      select distinct on (s.id) s.id, d.estate_id from staff s
      join staff_role r on r.staff_id = s.id and r.role = 'systemAdmin' and ${inForce(today)}
      join estate_directory d on d.company_id = s.company_id and (r.estate_id is null or r.estate_id = d.estate_id)
      where s.active order by s.id, d.estate_id) a
    where not exists (select 1 from outbox_message o where o.estate_id = a.estate_id and o.to_kind = 'staff' and o.to_id = a.id
      and o.template = ${template} and o.created_at > ${since})`.execute(tx.db)
  return rows
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
