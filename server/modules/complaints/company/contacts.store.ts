import { sql } from 'kysely'
import type { ContactItem } from '#contract/complaint-how-to.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

export type ContactsRow = {
  estate_id: Uuid
  code: string
  name: string
  time_zone: string
  missing: ContactItem[]
  changed_at: Instant | null
}
/** `keys`: the setting behind each item. */
type Asked = { estates: readonly Uuid[]; keys: Readonly<Record<ContactItem, string>> }
export type ContactsFilter = {
  show: 'incomplete' | 'complete' | 'all'
  lacks?: ContactItem | undefined
  q?: string | undefined
}

/** CP-032: the five items of each estate: its own value, or where it has none that of the company; a blank one is missing. */
const contactsOf = ({ estates, keys }: Asked) => {
  const items = sql.join(Object.entries(keys).map(([item, key], i) => sql`(${i}::int, ${item}::text, ${key}::text)`))
  return sql`
    select e.estate_id, e.code, e.name, e.time_zone, max(coalesce(s.updated_at, c.updated_at)) as changed_at,
      coalesce(array_agg(k.item order by k.place) filter (where coalesce(btrim(coalesce(s.value, c.value) #>> '{}'), '') = ''), '{}') as missing
    from estate e cross join (values ${items}) k(place, item, key)
      left join estate_setting s on s.estate_id = e.estate_id and s.key = k.key
      left join company_setting c on c.company_id = e.company_id and c.key = k.key
    where e.estate_id = any(${[...estates]}::uuid[]) group by e.estate_id, e.code, e.name, e.time_zone`
}

/** By name; one row more than asked. */
export const listContacts = async (
  tx: Tx,
  asked: Asked,
  { show, lacks, q }: ContactsFilter,
  page: { after: { name: string; id: Uuid } | undefined; limit: number },
): Promise<ContactsRow[]> => {
  const where = [sql`true`]
  if (show !== 'all') where.push(show === 'complete' ? sql`x.missing = '{}'` : sql`x.missing <> '{}'`)
  if (lacks) where.push(sql`${lacks}::text = any(x.missing)`)
  if (q) where.push(sql`(position(lower(${q}) in lower(x.name)) > 0 or lower(x.code) = lower(${q}))`)
  if (page.after) where.push(sql`(x.name, x.estate_id) > (${page.after.name}, ${page.after.id}::uuid)`)
  const { rows } = await sql<ContactsRow>`select x.* from (${contactsOf(asked)}) x where ${sql.join(where, sql` and `)}
    order by x.name, x.estate_id limit ${page.limit + 1}`.execute(tx.db)
  return rows
}

export const countIncomplete = async (tx: Tx, asked: Asked): Promise<number> => {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from (${contactsOf(asked)}) x where x.missing <> '{}'`.execute(tx.db)
  return rows[0]?.n ?? 0
}
