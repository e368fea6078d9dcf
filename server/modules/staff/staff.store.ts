import { type RawBuilder, sql } from 'kysely'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { PickQuery, StaffQuery } from '#contract/staff.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { encodeCursor } from '#platform/db/cursor.ts'
import { keysetOf } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { inForce, matching } from './account.store.ts'

export type StaffRow = {
  id: Uuid
  name: string
  staff_no: string
  phone: string | null
  provider: string | null
  active: boolean
  affair_officer: boolean
  version: number
  roles: string[]
  lines: string[]
}
export type PickRow = StaffRow & { duty_post: string | null; duty_until: Instant | null }

/** Roles that are no colleague: a machine, and who administers users (SD-13). */
const NOT_PICKED = ['telephony', 'systemAdmin']

const here = (estateId: Uuid) => sql`(r.staff_id = s.id and (r.estate_id is null or r.estate_id = ${estateId}))`
const columns = (
  estateId: Uuid,
  today: LocalDate,
) => sql`s.id, s.name, s.staff_no, s.phone, s.provider, s.active, s.affair_officer, s.version,
  coalesce((select array_agg(distinct r.role) from staff_role r where ${here(estateId)} and ${inForce(today)}), '{}') as roles,
  coalesce((select array_agg(distinct r.line) from staff_role r where ${here(estateId)} and ${inForce(today)} and r.line is not null), '{}') as lines`
const from = (estateId: Uuid) =>
  sql`from staff s join estate_directory d on d.estate_id = ${estateId} and d.company_id = s.company_id`

const holding = (
  estateId: Uuid,
  today: LocalDate,
  query: { role?: string | undefined; line?: string | undefined; active: boolean },
): RawBuilder<unknown> => {
  const held = [here(estateId)]
  // who has left holds nothing any more; they are found by what they held
  if (query.active) held.push(inForce(today))
  if (query.role) held.push(sql`r.role = ${query.role}`)
  if (query.line) held.push(sql`r.line = ${query.line}`)
  return sql`exists (select 1 from staff_role r where ${sql.join(held, sql` and `)})`
}

/** The people of an estate, by staff number. */
export const staffPage = async (
  tx: Tx,
  estateId: Uuid,
  today: LocalDate,
  query: StaffQuery,
): Promise<{ rows: StaffRow[]; next: string | null } | Refusal> => {
  const after = keysetOf(query.cursor, ['text', 'uuid'])
  if (isRefusal(after)) return after
  const active = query.active === 'true'
  const conditions = [active ? sql`s.active` : sql`not s.active`, holding(estateId, today, { ...query, active })]
  if (query.q) conditions.push(matching(query.q))
  if (after) conditions.push(sql`(s.staff_no, s.id) > (${after[0]}, ${after[1]}::uuid)`)
  const { rows } = await sql<StaffRow>`select ${columns(estateId, today)} ${from(estateId)}
    where ${sql.join(conditions, sql` and `)} order by s.staff_no, s.id limit ${query.limit + 1}`.execute(tx.db)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > query.limit && last ? encodeCursor([last.staff_no, last.id]) : null }
}

export const findStaff = async (tx: Tx, estateId: Uuid, today: LocalDate, id: Uuid): Promise<StaffRow | undefined> => {
  const { rows } = await sql<StaffRow>`select ${columns(estateId, today)} ${from(estateId)}
    where s.id = ${id} and s.active and ${holding(estateId, today, { active: true })}`.execute(tx.db)
  return rows[0]
}

/** Colleagues for a choice: who is on duty now comes first, then by name. */
export const pickRows = async (tx: Tx, estateId: Uuid, today: LocalDate, query: PickQuery): Promise<PickRow[]> => {
  const conditions = [sql`s.active`, holding(estateId, today, { ...query, active: true })]
  if (!query.role)
    conditions.push(
      sql`exists (select 1 from staff_role r where ${here(estateId)} and ${inForce(today)} and r.role <> all(${NOT_PICKED}::text[]))`,
    )
  if (query.q) conditions.push(matching(query.q))
  const { rows } = await sql<PickRow>`
    select ${columns(estateId, today)}, on_duty.post as duty_post, on_duty.until as duty_until
    ${from(estateId)}
    left join lateral (
      select p.name as post, u.to_at as until from duty u join post p on p.estate_id = u.estate_id and p.id = u.post_id
      where u.estate_id = ${estateId} and u.staff_id = s.id and u.void_at is null and u.ended_at is null
        and u.from_at <= ${tx.now}::timestamptz and u.to_at > ${tx.now}::timestamptz
      order by u.from_at limit 1) on_duty on true
    where ${sql.join(conditions, sql` and `)}
    order by on_duty.post is null, s.name_initials, s.name, s.id limit ${query.limit}`.execute(tx.db)
  return rows
}

/** False when somebody else changed the person since. */
export const setOfficer = async (tx: Tx, id: Uuid, version: number, officer: boolean): Promise<boolean> => {
  const row = await tx.db
    .updateTable('staff')
    .set({ affair_officer: officer, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
