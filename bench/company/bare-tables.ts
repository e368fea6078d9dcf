import type pg from 'pg'

type Definition = { table: string; name: string; definition: string }

/**
 * Takes keys and indexes off these tables and gives back the way to put them on again: building an index once over
 * finished rows is many times faster than growing it. Putting a constraint back checks every row that came meanwhile.
 */
export const bareTables = async (client: pg.Client, tables: readonly string[]): Promise<() => Promise<void>> => {
  const constraints = async (where: string): Promise<Definition[]> => {
    const { rows } = await client.query<Definition>(
      `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
       from pg_constraint where ${where} order by contype, conname`,
      [tables],
    )
    return rows
  }
  const links = await constraints(
    `contype = 'f' and (conrelid::regclass::text = any($1) or confrelid::regclass::text = any($1))`,
  )
  const keys = await constraints(`contype in ('p', 'u', 'x') and conrelid::regclass::text = any($1)`)
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index i
     where indrelid::regclass::text = any($1) and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid and c.conrelid = i.indrelid)`,
    [tables],
  )
  for (const { table, name } of [...links, ...keys]) await client.query(`alter table ${table} drop constraint ${name}`)
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  return async () => {
    await client.query(`set maintenance_work_mem = '1GB'`)
    for (const { definition } of indexes) await client.query(definition)
    for (const { table, name, definition } of [...keys, ...links])
      await client.query(`alter table ${table} add constraint ${name} ${definition}`)
    await client.query('reset maintenance_work_mem')
  }
}
