import { type RawBuilder, sql } from 'kysely'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { CODE } from '../case-facts.store.ts'

export type FoundRow = {
  estate_id: Uuid
  estate_code: string
  estate_name: string
  id: Uuid
  number: string
  title: string
  code: string | null
  state: string
  open: boolean
  received_on: LocalDate
}
/** Days of receipt, both included; `after`: only what comes behind this one. */
export type Stretch = { from: LocalDate; to: LocalDate; after: { on: LocalDate; id: Uuid } | undefined }

/** The best way hangs on the words and the stretch: a plan made for any of them reads whole months. For this transaction. */
export const planEachTime = async (tx: Tx): Promise<void> => {
  await sql`set local plan_cache_mode = force_custom_plan`.execute(tx.db)
}

/** First and last day on which these estates received a complaint; null when they never did. */
export const daysOf = async (
  tx: Tx,
  estates: readonly Uuid[],
): Promise<{ first: LocalDate; last: LocalDate } | null> => {
  const end = (direction: RawBuilder<unknown>) =>
    sql`(select cc.received_on from complaint_case cc where cc.estate_id = any(${[...estates]}::uuid[]) order by cc.received_on ${direction} limit 1)`
  const { rows } = await sql<{ first: LocalDate | null; last: LocalDate | null }>`
    select ${end(sql`asc`)} as first, ${end(sql`desc`)} as last`.execute(tx.db)
  const { first = null, last = null } = rows[0] ?? {}
  return first === null || last === null ? null : { first, last }
}

const within = (
  estates: readonly Uuid[],
  { from, to, after }: Stretch,
) => sql`cc.estate_id = any(${[...estates]}::uuid[])
  and cc.received_on >= ${from}::date and cc.received_on <= ${to}::date ${behind(after)}`
const behind = (after: Stretch['after']) =>
  after === undefined ? sql`` : sql`and (cc.received_on, cc.matter_id) < (${after.on}::date, ${after.id}::uuid)`
const NEWEST = sql`order by cc.received_on desc, cc.matter_id desc`
/** Which complaints is decided on keys and days alone, so that an index holds all of it; only those of the page are then read. */
const KEYS = sql`cc.estate_id, cc.matter_id, cc.received_on`
const MATTER = sql`join matter m on m.estate_id = cc.estate_id and m.id = cc.matter_id`
const shown = (hits: RawBuilder<unknown>) => sql`
  select cc.estate_id, d.code as estate_code, d.name as estate_name, cc.matter_id as id, m.number, m.title, ${CODE} as code, m.state, m.open, cc.received_on
  from (${hits}) h join complaint_case cc on cc.estate_id = h.estate_id and cc.matter_id = h.matter_id ${MATTER}
    join estate_directory d on d.estate_id = cc.estate_id ${NEWEST}`

/**
 * The newest of what the words find; null when they find more than `most` altogether. `queries`: the words in each month, as
 * of scoped-words.ts. One by one, because an index asked for all months at once weighs all words of all months for each row.
 */
export const newestFound = async (
  tx: Tx,
  estates: readonly Uuid[],
  queries: readonly string[],
  most: number,
  stretch: Stretch,
  limit: number,
): Promise<FoundRow[] | null> => {
  // each is looked up by its key; left to choose, the planner reads all cases of the stretch beside them
  const hits = sql`select ${KEYS} from f cross join lateral (
      select ${KEYS} from complaint_case cc where cc.estate_id = f.estate_id and cc.matter_id = f.matter_id offset 0) cc
    where ${within(estates, stretch)} and (select count(*) from f) <= ${most} ${NEWEST} limit ${limit}`
  const { rows } = await sql<{ many: boolean; found: FoundRow[] | null }>`
    with f as materialized (select w.* from unnest(${[...queries]}::text[]) q
      cross join lateral matters_with_words(q, ${most + 1}::int) w limit ${most + 1}::int)
    select (select count(*) from f) > ${most} as many, (select json_agg(to_json(r)) from (${shown(hits)}) r) as found`.execute(
    tx.db,
  )
  const [row] = rows
  return row === undefined || row.many ? null : (row.found ?? [])
}

/** The same for words that so many have that going back day by day is shorter; `words` as a plain tsquery. */
export const newestLookedThrough = async (
  tx: Tx,
  estates: readonly Uuid[],
  words: string,
  stretch: Stretch,
  limit: number,
): Promise<FoundRow[]> => {
  const hits = sql`select ${KEYS} from complaint_case cc ${MATTER}
    where ${within(estates, stretch)} and m.search @@ ${words}::tsquery ${NEWEST} limit ${limit}`
  return (await sql<FoundRow>`${shown(hits)}`.execute(tx.db)).rows
}

/** Each estate has a series of its own, so a number may be found in many. */
export const withNumber = async (
  tx: Tx,
  estates: readonly Uuid[],
  numbers: readonly string[],
  after: Stretch['after'],
  limit: number,
): Promise<FoundRow[]> => {
  const hits = sql`select ${KEYS} from complaint_case cc ${MATTER}
    where cc.estate_id = any(${[...estates]}::uuid[]) and m.estate_id = any(${[...estates]}::uuid[]) and m.number = any(${[...numbers]}::text[])
      ${behind(after)} ${NEWEST} limit ${limit}`
  return (await sql<FoundRow>`${shown(hits)}`.execute(tx.db)).rows
}
