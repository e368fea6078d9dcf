import type pg from 'pg'
import { APP_ROLE } from './pool.ts'
import { readTableRules, type TableRule } from './standing-rules.ts'

/**
 * Reads the database's own catalogue and names whatever would break on a cluster or behind row-level security
 * (docs/decisions/0003-one-schema-for-postgresql-and-citus.md). Empty when all is well.
 */
export const faultsOfCatalogue = async (client: pg.ClientBase): Promise<string[]> => {
  const rules = await readTableRules(client)
  const byName = new Map(rules.map((r) => [r.table, r]))
  return [
    ...(await faultsOfKeys(client, byName)),
    ...(await faultsOfForeignKeys(client, byName)),
    ...(await faultsOfSecurity(client, rules)),
    ...(await faultsOfMachinery(client, byName)),
    ...(await faultsOfRights(client, rules)),
    ...(await faultsOfFunctions(client)),
  ]
}

type Rules = ReadonlyMap<string, TableRule>

const faultsOfKeys = async (client: pg.ClientBase, rules: Rules): Promise<string[]> => {
  const { rows } = await client.query<{ table: string; name: string; first: string | null; not_null: boolean }>(`
    select c.relname as table, i.relname as name,
      (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = x.indkey[0]) as first,
      coalesce((select a.attnotnull from pg_attribute a where a.attrelid = c.oid and a.attname = 'estate_id'), false) as not_null
    from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
    where c.relnamespace = 'public'::regnamespace and x.indisunique`)
  const faults = rows.flatMap((r) => {
    if (rules.get(r.table)?.place !== 'distributed') return []
    if (!r.not_null) return [`${r.table}: estate_id must be not null`]
    return r.first === 'estate_id' ? [] : [`${r.table}: the unique index ${r.name} must begin with estate_id`]
  })
  const keyed = new Set(rows.map((r) => r.table))
  return [...faults, ...[...rules.keys()].filter((t) => !keyed.has(t)).map((t) => `${t}: has no primary key`)]
}

const faultsOfForeignKeys = async (client: pg.ClientBase, rules: Rules): Promise<string[]> => {
  const { rows } = await client.query<{
    name: string
    source: string
    target: string
    from_first: string
    to_first: string
    on_delete: string
    on_update: string
  }>(`
    select k.conname as name, s.relname as source, t.relname as target, k.confdeltype as on_delete, k.confupdtype as on_update,
      (select a.attname from pg_attribute a where a.attrelid = s.oid and a.attnum = k.conkey[1]) as from_first,
      (select a.attname from pg_attribute a where a.attrelid = t.oid and a.attnum = k.confkey[1]) as to_first
    from pg_constraint k join pg_class s on s.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and s.relnamespace = 'public'::regnamespace`)
  return rows.flatMap((r) => {
    const from = rules.get(r.source)?.place
    const to = rules.get(r.target)?.place
    const faults: string[] = []
    const allowed = (from === 'distributed' && to !== 'local') || (from === to && from !== undefined)
    if (!allowed) faults.push(`${r.name}: a foreign key may not lead from ${from} to ${to}`)
    if (from === 'distributed' && to === 'distributed' && (r.from_first !== 'estate_id' || r.to_first !== 'estate_id'))
      faults.push(`${r.name}: must be composite with estate_id first on both sides`)
    if (r.on_delete === 'n' || r.on_delete === 'd')
      faults.push(`${r.name}: on delete set null/default breaks composite keys`)
    if (r.on_update !== 'a') faults.push(`${r.name}: keys never change, no on update`)
    return faults
  })
}

const faultsOfSecurity = async (client: pg.ClientBase, rules: readonly TableRule[]): Promise<string[]> => {
  const { rows } = await client.query<{ table: string; secured: boolean; policies: number; checked: boolean }>(`
    select c.relname as table, c.relrowsecurity as secured, count(p.oid)::int as policies, coalesce(bool_and(p.polwithcheck is not null), false) as checked
    from pg_class c left join pg_policy p on p.polrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') group by c.oid`)
  const found = new Map(rows.map((r) => [r.table, r]))
  return rules
    .filter((r) => r.place === 'distributed')
    .flatMap(({ table }) => {
      const has = found.get(table)
      return has?.secured && has.policies === 1 && has.checked
        ? []
        : [`${table}: needs row-level security with one checked policy`]
    })
}

const faultsOfMachinery = async (client: pg.ClientBase, rules: Rules): Promise<string[]> => {
  const { rows: triggers } = await client.query<{ table: string; name: string }>(`
    select c.relname as table, t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'public'::regnamespace and not t.tgisinternal`)
  const { rows: serials } = await client.query<{ table: string; column: string }>(`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and (is_identity = 'YES' or column_default like 'nextval%')`)
  const { rows: times } = await client.query<{ table: string; column: string }>(`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and (data_type = 'timestamp without time zone' or (data_type = 'timestamp with time zone' and datetime_precision <> 3))
      and table_name <> 'schema_migration'`)
  return [
    ...triggers
      .filter((t) => rules.get(t.table)?.place !== 'local')
      .map((t) => `${t.table}: trigger ${t.name}; the program writes, not the database`),
    ...serials.map((s) => `${s.table}.${s.column}: no serials, ids are UUIDv7 and numbers come from counter`),
    ...times.map((t) => `${t.table}.${t.column}: time is timestamptz(3)`),
  ]
}

const faultsOfRights = async (client: pg.ClientBase, rules: readonly TableRule[]): Promise<string[]> => {
  const { rows } = await client.query<{ bypass: boolean; super: boolean; login: boolean }>(
    `select rolbypassrls as bypass, rolsuper as super, rolcanlogin as login from pg_roles where rolname = $1`,
    [APP_ROLE],
  )
  const faults = rows[0]?.bypass || rows[0]?.super ? [`${APP_ROLE} must not bypass row-level security`] : []
  const { rows: grants } = await client.query<{ table: string; right: string }>(
    `select table_name as table, privilege_type as right from information_schema.role_table_grants where grantee = $1 and table_schema = 'public'`,
    [APP_ROLE],
  )
  for (const { table, appendOnly, deletable } of rules) {
    const rights = new Set(grants.filter((g) => g.table === table).map((g) => g.right))
    if (rights.has('DELETE') && !deletable) faults.push(`${table}: nothing is deleted here, yet the server may`)
    if (rights.has('UPDATE') && appendOnly) faults.push(`${table}: only grows, yet the server may change it`)
    if (rights.has('TRUNCATE')) faults.push(`${table}: the server may truncate it`)
  }
  return faults
}

// what runs with the owner's rights meets no policy, so it must keep to the scope by itself
const faultsOfFunctions = async (client: pg.ClientBase): Promise<string[]> => {
  const { rows } = await client.query<{ name: string; scoped: boolean; fixed: boolean; open: boolean }>(`
    select p.proname as name, p.prosrc like '%app.estates%' as scoped, coalesce(array_to_string(p.proconfig, ' ') like '%search_path=%', false) as fixed,
      exists (select 1 from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0) as open
    from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef`)
  return rows.flatMap(({ name, scoped, fixed, open }) => [
    ...(scoped ? [] : [`${name}: runs with the owner's rights and does not look at app.estates`]),
    ...(fixed ? [] : [`${name}: runs with the owner's rights and has no search_path of its own`]),
    ...(open ? [`${name}: runs with the owner's rights for everybody`] : []),
  ])
}
