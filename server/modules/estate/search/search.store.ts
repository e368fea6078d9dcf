import { type RawBuilder, sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

export type SearchArm = { match: string; from: string; to: string | null; rank: number }
/** Where to look, and for what: kinds that the caller may not read never leave the database. */
export type SearchIn = {
  estates: { one: Uuid } | { many: readonly Uuid[] }
  kinds: readonly string[]
  restricted: readonly { kinds: readonly string[]; estates: readonly Uuid[] }[]
}

type Named = { id: Uuid; name: string }
export type Hit = {
  estate_id: Uuid
  kind: 'customer' | 'unit' | 'vehicle' | 'matter' | 'order'
  subject_id: Uuid
  match: string
  exact: boolean
}
export type HitRow = Hit & { estate_name: string; label: string | null; about: HitFacts | null }
export type HitFacts = {
  name?: string
  kind?: string
  important?: boolean
  noCallback?: boolean
  phone?: string | null
  units?: { id: Uuid; display: string; role: string; current: boolean }[]
  display?: string
  residents?: { id: Uuid; name: string; role: string; phone: string | null }[]
  plate?: string
  customer?: Named | null
  unit?: { id: Uuid; display: string } | null
}

/** Candidates an arm gives, and how many of one arm stand before the others have had their turn. */
const TAKEN = 40
const TAKEN_EACH = 8
const FAIR = 6
const SHOWN = 20
/** With fewer estates than this, looking into each of them beats walking the company's index. */
const FEW_ESTATES = 30

const stretch = ({ from, to }: SearchArm) =>
  to === null ? sql`k.key = ${from}` : sql`k.key >= ${from} and k.key < ${to}`

const admitted = (where: SearchIn): RawBuilder<unknown> => {
  const limits = where.restricted.map(
    (r) => sql`(k.kind <> all(${[...r.kinds]}::text[]) or k.estate_id = any(${[...r.estates]}::uuid[]))`,
  )
  return sql.join([sql`k.kind = any(${[...where.kinds]}::text[])`, ...limits], sql` and `)
}

const FIELDS = sql`k.estate_id, k.kind, k.subject_id, k.key, k.weight`

const candidates = (arm: SearchArm, where: SearchIn): RawBuilder<unknown> => {
  const inside = (limit: number) => sql`${stretch(arm)} and ${admitted(where)} order by k.key limit ${limit}`
  if ('one' in where.estates)
    return sql`select ${FIELDS} from search_key k where k.estate_id = ${where.estates.one} and ${inside(TAKEN)}`
  // answered from the index alone; which estates count is the scope of the transaction, read in the index as well
  if (where.estates.many.length > FEW_ESTATES) return sql`select ${FIELDS} from search_key k where ${inside(TAKEN)}`
  return sql`select f.* from unnest(${[...where.estates.many]}::uuid[]) as each(id) cross join lateral (
    select ${FIELDS} from search_key k where k.estate_id = each.id and ${inside(TAKEN_EACH)}) f`
}

const phoneOf = (customer: RawBuilder<unknown>) => sql`(select p.phone from customer_phone p
  where p.estate_id = t.estate_id and p.customer_id = ${customer} and (p.until_date is null or p.until_date >= t.today)
  order by p.preferred desc, p.id limit 1)`

const CURRENT = sql`(r.from_date is null or r.from_date <= t.today) and (r.until_date is null or r.until_date >= t.today)`

const FACTS = sql`case t.kind
  when 'customer' then (select json_build_object('name', c.name, 'kind', c.kind, 'important', c.important, 'noCallback', c.no_callback,
      'phone', ${phoneOf(sql`c.id`)},
      'units', coalesce((select json_agg(json_build_object('id', x.id, 'display', x.display, 'role', x.role, 'current', x.current))
        from (select u.id, u.display, r.role, ${CURRENT} as current from residence r
          join unit u on u.estate_id = r.estate_id and u.id = r.unit_id
          where r.estate_id = t.estate_id and r.customer_id = c.id order by (${CURRENT}) desc, r.primary_contact desc, r.id limit 4) x), '[]'))
    from customer c where c.estate_id = t.estate_id and c.id = t.subject_id)
  when 'unit' then (select json_build_object('display', u.display, 'kind', u.kind,
      'residents', coalesce((select json_agg(json_build_object('id', x.id, 'name', x.name, 'role', x.role, 'phone', x.phone))
        from (select c.id, c.name, r.role, ${phoneOf(sql`c.id`)} as phone from residence r
          join customer c on c.estate_id = r.estate_id and c.id = r.customer_id
          where r.estate_id = t.estate_id and r.unit_id = u.id and ${CURRENT}
          order by r.primary_contact desc, (r.role = 'owner') desc, r.id limit 4) x), '[]'))
    from unit u where u.estate_id = t.estate_id and u.id = t.subject_id)
  when 'vehicle' then (select json_build_object('plate', v.plate, 'phone', ${phoneOf(sql`v.customer_id`)},
      'customer', (select json_build_object('id', c.id, 'name', c.name) from customer c where c.estate_id = t.estate_id and c.id = v.customer_id),
      'unit', (select json_build_object('id', u.id, 'display', u.display) from unit u where u.estate_id = t.estate_id and u.id = v.unit_id))
    from vehicle v where v.estate_id = t.estate_id and v.id = t.subject_id)
  end`

/**
 * The search itself is one statement: each arm takes its first candidates from the index, and the best of them are
 * ranked. Its cost depends on the number of arms, not on the number of customers.
 */
export const hitsStatement = (arms: readonly SearchArm[], where: SearchIn): RawBuilder<Hit> => {
  const taken = arms.map(
    (arm, n) =>
      sql`(select ${n}::int as n, ${arm.rank}::int as rank, ${arm.match}::text as match, ${arm.from}::text as wanted, f.* from (${candidates(arm, where)}) f)`,
  )
  return sql<Hit>`
    with hit as materialized (${sql.join(taken, sql` union all `)}),
    placed as (select *, key = wanted and weight = 0 as exact,
      row_number() over (partition by n order by (key = wanted) desc, weight, length(key), key, subject_id) as place from hit),
    best as (select distinct on (estate_id, kind, subject_id) * from placed order by estate_id, kind, subject_id, (not exact), rank, place)
    select estate_id, kind, subject_id, match, exact from best
    order by (not exact), (place > ${FAIR}), rank, place, key, subject_id limit ${SHOWN}`
}

/** At most 20 hits, best first, with what a clerk needs to tell them apart. */
export const searchHits = async (tx: Tx, arms: readonly SearchArm[], where: SearchIn): Promise<HitRow[]> => {
  if (arms.length === 0 || ('many' in where.estates && where.estates.many.length === 0)) return []
  const { rows: hits } = await hitsStatement(arms, where).execute(tx.db)
  if (hits.length === 0) return []
  // a text that never changes, so that it is planned once: planning it costs ten times what running it does
  const { rows: looked } = await sql<{
    place: number
    estate_name: string
    label: string | null
    about: HitFacts | null
  }>`
    select t.place::int, t.estate_name, ${FACTS} as about, case when t.kind in ('matter', 'order') then (
        select k.label from search_key k where k.estate_id = t.estate_id and k.subject_id = t.subject_id and k.label is not null limit 1) end as label
    from (select h.*, d.name as estate_name, (now() at time zone d.time_zone)::date as today
      from unnest(${hits.map((h) => h.estate_id)}::uuid[], ${hits.map((h) => h.kind)}::text[], ${hits.map((h) => h.subject_id)}::uuid[])
        with ordinality as h(estate_id, kind, subject_id, place)
      join estate_directory d on d.estate_id = h.estate_id) t
    order by t.place`.execute(tx.db)
  return looked.flatMap(({ place, ...facts }) => {
    const hit = hits[place - 1]
    return hit ? [{ ...hit, ...facts }] : []
  })
}

/** Subjects of one estate that the arms find, for the filters of lists: cut where a filter stops being one. */
const MOST_FILTERED = 2_000
export const foundIn = (estateId: Uuid, arms: readonly SearchArm[], kind: 'customer' | 'unit'): RawBuilder<unknown> => {
  if (arms.length === 0) return sql`(select null::uuid where false)`
  const hits = sql.join(
    arms.map(
      (arm) =>
        sql`(select k.kind, k.subject_id from search_key k where k.estate_id = ${estateId} and ${stretch(arm)} order by k.key limit ${MOST_FILTERED})`,
    ),
    sql` union all `,
  )
  const people = sql`select r.customer_id from residence r join hit on hit.kind = 'unit' and hit.subject_id = r.unit_id where r.estate_id = ${estateId}`
  const rooms = sql`select r.unit_id from residence r join hit on hit.kind = 'customer' and hit.subject_id = r.customer_id
    where r.estate_id = ${estateId} and (r.until_date is null or r.until_date >= current_date)`
  const cars = sql`from vehicle v join hit on hit.kind = 'vehicle' and hit.subject_id = v.id where v.estate_id = ${estateId}`
  return kind === 'customer'
    ? sql`(with hit as (${hits}) select subject_id from hit where kind = 'customer' union ${people} union select v.customer_id ${cars})`
    : sql`(with hit as (${hits}) select subject_id from hit where kind = 'unit' union ${rooms} union select v.unit_id ${cars})`
}
