import type { ClientBase } from 'pg'
import type { Migration, Sequence, Table } from './backup-contents.ts'

/** Tables that say what version the schema has; a restore makes them anew instead of loading them. */
const BOOKKEEPING = ['public.schema_migration', 'graphile_worker.migrations'] as const

/** Everything of the product's own: neither the system's schemas nor what belongs to an extension. */
const OWN = `n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
  and not exists (select 1 from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')`

/** Makes the text of values independent of the server's settings, and lets nothing cut a long run short. */
export async function prepareSession(client: ClientBase): Promise<void> {
  await client.query(`set client_encoding = 'UTF8'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';
    set timezone = 'UTC'; set extra_float_digits = 3; set bytea_output = 'hex'; set statement_timeout = 0;
    set lock_timeout = 0; set idle_in_transaction_session_timeout = 0; set row_security = off`)
}

/** Tables with their stored columns, without partitions (their rows are the parent's) and without bookkeeping. */
export async function listTables(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select n.nspname as schema, c.relname as name, coalesce((
        select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
        from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''), '[]') as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't' and ${OWN}
       and n.nspname || '.' || c.relname <> all ($1)
     order by 1, 2`,
    [BOOKKEEPING],
  )
  return rows
}

export async function listSequences(client: ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(
    `select n.nspname as schema, c.relname as name, s.last_value::text as "lastValue"
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_sequences s on s.schemaname = n.nspname and s.sequencename = c.relname
     where c.relkind = 'S' and s.last_value is not null and ${OWN} order by 1, 2`,
  )
  return rows
}

/** Names of the materialised views, quoted, in the order in which they were made. */
export async function listMaterialisedViews(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'm' and ${OWN} order by c.oid`,
  )
  return rows.map(({ name }) => name)
}

/** The migrations that made this schema, oldest first. */
export async function listMigrations(client: ClientBase): Promise<Migration[]> {
  if (!(await exists(client, 'public.schema_migration'))) return []
  const { rows } = await client.query<Migration>(
    `select m.name, to_jsonb(m) ->> 'sha256' as sha256 from public.schema_migration m order by m.name`,
  )
  return rows
}

/** The version of the job queue's own schema; null without one. */
export async function readQueueVersion(client: ClientBase): Promise<number | null> {
  if (!(await exists(client, 'graphile_worker.migrations'))) return null
  const { rows } = await client.query<{ version: number | null }>(
    'select max(id)::int as version from graphile_worker.migrations',
  )
  return rows[0]?.version ?? null
}

/** Takes away every foreign key, so that tables can be filled in any order. Returns the statements that put them back. */
export async function dropForeignKeys(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ drop: string; add: string }>(
    `select format('alter table %I.%I drop constraint %I', n.nspname, c.relname, k.conname) as drop,
       format('alter table %I.%I add constraint %I %s', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)) as add
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and k.conparentid = 0 and ${OWN} order by k.oid`,
  )
  for (const { drop } of rows) await client.query(drop)
  return rows.map(({ add }) => add)
}

/** Turns off every trigger that the schema's author has made. Returns the statements that turn them on again. */
export async function disableTriggers(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ off: string; on: string }>(
    `select format('alter table %I.%I disable trigger %I', n.nspname, c.relname, t.tgname) as off,
       format('alter table %I.%I enable trigger %I', n.nspname, c.relname, t.tgname) as on
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled = 'O' and ${OWN} order by t.oid`,
  )
  for (const { off } of rows) await client.query(off)
  return rows.map(({ on }) => on)
}

export async function countRows(client: ClientBase, table: Table): Promise<number> {
  const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${nameOf(table)}`)
  return Number(rows[0]?.n)
}

export async function exists(client: ClientBase, name: string): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>('select to_regclass($1) is not null as found', [name])
  return rows[0]?.found === true
}

export function nameOf(relation: { schema: string; name: string }): string {
  return `${quoted(relation.schema)}.${quoted(relation.name)}`
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
