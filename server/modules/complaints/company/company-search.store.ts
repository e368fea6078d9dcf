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

const COLUMNS = sql`cc.estate_id, d.code as estate_code, d.name as estate_name, cc.matter_id as id, m.number, m.title, ${CODE} as code, m.state, m.open, cc.received_on`
const within = (
  estates: readonly Uuid[],
  { from, to, after }: Stretch,
) => sql`cc.estate_id = any(${[...estates]}::uuid[])
  and cc.received_on >= ${from}::date and cc.received_on <= ${to}::date
  ${after === undefined ? sql`` : sql`and (cc.received_on, cc.matter_id) < (${after.on}::date, ${after.id}::uuid)`}`
const NEWEST = sql`order by cc.received_on desc, cc.matter_id desc`
const WITH_PLACES = sql`join matter m on m.estate_id = cc.estate_id and m.id = cc.matter_id join estate_directory d on d.estate_id = cc.estate_id`

/** The newest of what the words find (`query` as of scoped-words.ts); null when they find more than `most` altogether. */
export const newestFound = async (
  tx: Tx,
  estates: readonly Uuid[],
  query: string,
  most: number,
  stretch: Stretch,
  limit: number,
): Promise<FoundRow[] | null> => {
  const { rows } = await sql<{ many: boolean; found: FoundRow[] | null }>`
    with f as materialized (select * from matters_with_words(${query}, ${most + 1}::int)),
    hit as (select ${COLUMNS} from f join complaint_case cc on cc.estate_id = f.estate_id and cc.matter_id = f.matter_id ${WITH_PLACES}
      where ${within(estates, stretch)} and (select count(*) from f) <= ${most} ${NEWEST} limit ${limit})
    select (select count(*) from f) > ${most} as many, (select json_agg(to_json(hit)) from hit) as found`.execute(tx.db)
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
  const { rows } = await sql<FoundRow>`select ${COLUMNS} from complaint_case cc ${WITH_PLACES}
    where ${within(estates, stretch)} and m.search @@ ${words}::tsquery ${NEWEST} limit ${limit}`.execute(tx.db)
  return rows
}

/** Each estate has a series of its own, so a number may be found in many. */
export const withNumber = async (
  tx: Tx,
  estates: readonly Uuid[],
  numbers: readonly string[],
  after: Stretch['after'],
  limit: number,
): Promise<FoundRow[]> => {
  const { rows } = await sql<FoundRow>`select ${COLUMNS} from complaint_case cc ${WITH_PLACES}
    where cc.estate_id = any(${[...estates]}::uuid[]) and m.estate_id = any(${[...estates]}::uuid[]) and m.number = any(${[...numbers]}::text[])
      ${after === undefined ? sql`` : sql`and (cc.received_on, cc.matter_id) < (${after.on}::date, ${after.id}::uuid)`} ${NEWEST} limit ${limit}`.execute(
    tx.db,
  )
  return rows
}
