import type pg from 'pg'
import { APP_ROLE } from './pool.ts'

/** How a table lives in a cluster and what the server may do with its rows, said in its comment (migration 0001). */
export type TableRule = {
  table: string
  place: 'distributed' | 'reference' | 'local'
  appendOnly: boolean
  deletable: boolean
}

export const readTableRules = async (client: pg.ClientBase): Promise<TableRule[]> => {
  const { rows } = await client.query<{ table: string; comment: string | null }>(
    `select c.relname as table, obj_description(c.oid, 'pg_class') as comment
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  )
  return rows.map(({ table, comment }) => {
    const words = (comment ?? '').split(/[\s;]+/)
    const place = words[0]
    if (place !== 'distributed' && place !== 'reference' && place !== 'local')
      throw new Error(`table ${table}: its comment must begin with distributed, reference or local`)
    return { table, place, appendOnly: words.includes('append-only'), deletable: words.includes('deletable') }
  })
}

// '*' is set by the system's own sweeps only (tx.ts). The scope is read once a statement into a hash: as an array it would
// be searched from its beginning for each row, which over a thousand estates cost a company's figures whole seconds
const VISIBLE = `(select current_setting('app.estates', true)) = '*'
  or estate_id in (select unnest(string_to_array(nullif(nullif(current_setting('app.estates', true), ''), '*'), ',')::uuid[]))`

/** Row-level security on every business table and no more rights than each table's comment gives; may run again and again. */
export const applyStandingRules = async (client: pg.ClientBase): Promise<void> => {
  const rules = await readTableRules(client)
  const statements = [`grant usage on schema public to ${APP_ROLE}`]
  for (const { table, place, appendOnly, deletable } of rules) {
    const rights = ['select', 'insert', ...(appendOnly ? [] : ['update']), ...(deletable ? ['delete'] : [])]
    statements.push(`revoke all on ${table} from ${APP_ROLE}`)
    statements.push(`grant ${table === 'schema_migration' ? 'select' : rights.join(', ')} on ${table} to ${APP_ROLE}`)
    if (place !== 'distributed') continue
    statements.push(
      `alter table ${table} enable row level security`,
      `drop policy if exists in_scope on ${table}`,
      `create policy in_scope on ${table} using (${VISIBLE}) with check (${VISIBLE})`,
    )
  }
  statements.push(
    `grant usage on schema graphile_worker to ${APP_ROLE}`,
    `grant all on all tables in schema graphile_worker to ${APP_ROLE}`,
    `grant all on all sequences in schema graphile_worker to ${APP_ROLE}`,
    `grant execute on all functions in schema graphile_worker to ${APP_ROLE}`,
  )
  await client.query(`begin; ${statements.join('; ')}; commit`)
}
