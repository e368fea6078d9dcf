import { sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'

type Row = Readonly<Record<string, unknown>>

const CHUNK = 5_000

/** Many rows of one table with one statement for each five thousand; all rows have the columns of the first. */
export const insertMany = async (tx: Tx, table: keyof DB, rows: readonly Row[]): Promise<void> => {
  const columns = Object.keys(rows[0] ?? {}).map((name) => sql.ref(name))
  for (let at = 0; at < rows.length; at += CHUNK) {
    const part = JSON.stringify(rows.slice(at, at + CHUNK))
    await sql`
      insert into ${sql.table(table)} (${sql.join(columns)})
      select ${sql.join(columns)} from jsonb_populate_recordset(null::${sql.table(table)}, ${part}::jsonb)`.execute(
      tx.db,
    )
  }
}

/** Sets these columns of many rows, found by estate and id; null leaves what stands there. Versions count on where there are any. */
export const updateMany = async (
  tx: Tx,
  table: 'unit' | 'customer' | 'residence' | 'vehicle',
  estateId: Uuid,
  columns: readonly string[],
  rows: readonly Row[],
): Promise<void> => {
  const versioned = table === 'unit' || table === 'customer'
  const sets = columns.map((name) => sql`${sql.ref(name)} = coalesce(${sql.ref(`x.${name}`)}, ${sql.ref(`t.${name}`)})`)
  if (versioned) sets.push(sql`version = t.version + 1`)
  for (let at = 0; at < rows.length; at += CHUNK) {
    const part = JSON.stringify(rows.slice(at, at + CHUNK))
    await sql`
      update ${sql.table(table)} t set ${sql.join(sets)}
      from jsonb_populate_recordset(null::${sql.table(table)}, ${part}::jsonb) x
      where t.estate_id = ${estateId} and t.id = x.id`.execute(tx.db)
  }
}

/** Former owners are no longer the contact of their unit. */
export const endResidences = async (
  tx: Tx,
  estateId: Uuid,
  ended: readonly { id: Uuid; until_date: string }[],
  reason: string,
): Promise<void> => {
  if (ended.length === 0) return
  await sql`
    update residence r set until_date = x.until_date, primary_contact = false, end_reason = ${reason}
    from jsonb_to_recordset(${JSON.stringify(ended)}::jsonb) as x(id uuid, until_date date)
    where r.estate_id = ${estateId} and r.id = x.id`.execute(tx.db)
}

export const touchCustomers = async (tx: Tx, estateId: Uuid, ids: readonly Uuid[]): Promise<void> => {
  if (ids.length > 0)
    await sql`update customer set updated_at = ${tx.now} where estate_id = ${estateId} and id = any(${[...ids]}::uuid[])`.execute(
      tx.db,
    )
}
