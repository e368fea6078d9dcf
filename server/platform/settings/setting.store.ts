import { sql } from 'kysely'
import type { SettingKey } from '#contract/settings.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Actor } from '../auth/actor.ts'
import type { Tx } from '../db/tx.ts'

/** Whose value it is: one estate's, or the company's. */
export type Place = { estateId: Uuid | null; companyId: Uuid }
export type Stored = { key: string; value: unknown; updated_at: Instant; by: string | null }

export const companyOf = async (tx: Tx, estateId: Uuid): Promise<Uuid> => {
  const row = await tx.db
    .selectFrom('estate')
    .select('company_id')
    .where('estate_id', '=', estateId)
    .executeTakeFirstOrThrow()
  return row.company_id
}

export const companyValues = async (tx: Tx, companyId: Uuid): Promise<Stored[]> => {
  const { rows } = await sql<Stored>`
    select c.key, c.value, c.updated_at, s.name as by from company_setting c left join staff s on s.id = c.updated_by
    where c.company_id = ${companyId}`.execute(tx.db)
  return rows
}

export const estateValues = async (tx: Tx, estateId: Uuid): Promise<Stored[]> => {
  const { rows } = await sql<Stored>`
    select e.key, e.value, e.updated_at, s.name as by from estate_setting e left join staff s on s.id = e.updated_by
    where e.estate_id = ${estateId}`.execute(tx.db)
  return rows
}

/** The own values of these keys in all estates of a company that have any. */
export const estatesWithOwn = async (
  tx: Tx,
  companyId: Uuid,
  keys: readonly string[],
): Promise<{ estate_id: Uuid; key: string; value: unknown }[]> => {
  const { rows } = await sql<{ estate_id: Uuid; key: string; value: unknown }>`
    select s.estate_id, s.key, s.value from estate_setting s join estate_directory d on d.estate_id = s.estate_id
    where d.company_id = ${companyId} and s.key = any(${[...keys]}::text[])`.execute(tx.db)
  return rows
}

/** Locks and reads what stands at this place now; undefined when nothing does. */
export const storedValue = async (tx: Tx, place: Place, key: SettingKey): Promise<unknown> => {
  const { rows } =
    place.estateId === null
      ? await sql<{
          value: unknown
        }>`select value from company_setting where company_id = ${place.companyId} and key = ${key} for update`.execute(
          tx.db,
        )
      : await sql<{
          value: unknown
        }>`select value from estate_setting where estate_id = ${place.estateId} and key = ${key} for update`.execute(
          tx.db,
        )
  return rows[0]?.value
}

export const writeValue = async (
  tx: Tx,
  actor: Actor,
  place: Place,
  key: SettingKey,
  value: unknown,
): Promise<void> => {
  const json = JSON.stringify(value)
  if (place.estateId === null)
    await sql`insert into company_setting (company_id, key, value, updated_at, updated_by)
      values (${place.companyId}, ${key}, ${json}, ${tx.now}, ${actor.id})
      on conflict (company_id, key) do update set value = excluded.value, updated_at = excluded.updated_at, updated_by = excluded.updated_by`.execute(
      tx.db,
    )
  else
    await sql`insert into estate_setting (estate_id, key, value, updated_at, updated_by)
      values (${place.estateId}, ${key}, ${json}, ${tx.now}, ${actor.id})
      on conflict (estate_id, key) do update set value = excluded.value, updated_at = excluded.updated_at, updated_by = excluded.updated_by`.execute(
      tx.db,
    )
}

export const deleteValue = async (tx: Tx, place: Place, key: SettingKey): Promise<void> => {
  if (place.estateId === null)
    await tx.db.deleteFrom('company_setting').where('company_id', '=', place.companyId).where('key', '=', key).execute()
  else await tx.db.deleteFrom('estate_setting').where('estate_id', '=', place.estateId).where('key', '=', key).execute()
}
