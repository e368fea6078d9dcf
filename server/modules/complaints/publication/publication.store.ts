import { type Selectable, sql } from 'kysely'
import type { Month } from '#contract/complaint-publication.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'

export type PublicationRow = Selectable<DB['complaint_publication']> & {
  approved_name: string | null
  posted_name: string | null
  updated_name: string | null
}
const NAMES = sql`a.name as approved_name, b.name as posted_name, u.name as updated_name`
const PEOPLE = sql`left join staff a on a.id = p.approved_by left join staff b on b.id = p.posted_by left join staff u on u.id = p.updated_by`

export const findPublication = async (tx: Tx, estateId: Uuid, month: Month): Promise<PublicationRow | undefined> => {
  const { rows } = await sql<PublicationRow>`select p.*, ${NAMES} from complaint_publication p ${PEOPLE}
    where p.estate_id = ${estateId} and p.month = ${month}`.execute(tx.db)
  return rows[0]
}

/** A row that the program wrote to remember what it told is nobody's draft. */
const STATE = sql`case when p.id is null or (p.state = 'draft' and p.updated_by is null) then 'missing' else p.state end`
export type MonthRow = { at_month: Month } & { [K in keyof PublicationRow]: PublicationRow[K] | null }
type MonthFilter = { from: Month; to: Month; before: Month | undefined; state: string | undefined }

/** Every month between two, newest first, whether or not anything was written for it. */
export const listMonthRows = async (
  tx: Tx,
  estateId: Uuid,
  { from, to, before, state }: MonthFilter,
  limit: number,
): Promise<MonthRow[]> => {
  const { rows } = await sql<MonthRow>`select to_char(g.day, 'YYYY-MM') as at_month, p.*, ${NAMES}
    from generate_series(${`${from}-01`}::date, ${`${to}-01`}::date, interval '1 month') g(day)
      left join complaint_publication p on p.estate_id = ${estateId} and p.month = to_char(g.day, 'YYYY-MM') ${PEOPLE}
    where true ${state ? sql`and ${STATE} = ${state}` : sql``} ${before ? sql`and g.day < ${`${before}-01`}::date` : sql``}
    order by g.day desc limit ${limit + 1}`.execute(tx.db)
  return rows
}

export type CaseRow = {
  id: Uuid
  number: string
  title: string
  state: string
  open: boolean
  category: string | null
}
const CASE = sql`select m.id, m.number, m.title, m.state, m.open, coalesce(c.category_final, c.category_initial) as category
  from complaint_case c join matter m on m.estate_id = c.estate_id and m.id = c.matter_id`

/** Complaints received between two days, both included, that count, of these categories; oldest first. */
export const listCandidates = async (
  tx: Tx,
  estateId: Uuid,
  { from, before, categories }: { from: LocalDate; before: LocalDate; categories: readonly string[] },
): Promise<CaseRow[]> => {
  const { rows } = await sql<CaseRow>`${CASE}
    where c.estate_id = ${estateId} and c.received_on >= ${from}::date and c.received_on < ${before}::date
      and c.counted is distinct from false and m.state not in ('NOT_COMPLAINT', 'MERGED')
      and left(coalesce(c.category_final, c.category_initial), 2) = any(${[...categories]}::text[])
    order by c.received_on, m.number limit 300`.execute(tx.db)
  return rows
}

export const casesById = async (tx: Tx, estateId: Uuid, ids: readonly Uuid[]): Promise<CaseRow[]> => {
  if (ids.length === 0) return []
  const { rows } =
    await sql<CaseRow>`${CASE} where c.estate_id = ${estateId} and c.matter_id = any(${[...ids]}::uuid[])`.execute(
      tx.db,
    )
  return rows
}

/** Names, rooms and telephones of everybody in these cases. */
export const identitiesIn = async (
  tx: Tx,
  estateId: Uuid,
  ids: readonly Uuid[],
): Promise<{ names: string[]; rooms: string[]; phones: string[] }> => {
  const { rows } = await sql<{ kind: string; text: string }>`
    with said as (
      select m.customer_name as name, m.contact_phone as phone, m.customer_id, m.unit_id from matter m
        where m.estate_id = ${estateId} and m.id = any(${[...ids]}::uuid[])
      union all
      select v.name, v.phone, v.customer_id, v.unit_id from complaint_contact v
        where v.estate_id = ${estateId} and v.matter_id = any(${[...ids]}::uuid[]))
    select distinct kind, text from (
      select 'name' as kind, name as text from said
      union all select 'phone', phone from said
      union all select 'name', c.name from said join customer c on c.estate_id = ${estateId} and c.id = said.customer_id
      union all select 'phone', t.phone from said join customer_phone t on t.estate_id = ${estateId} and t.customer_id = said.customer_id
      union all select 'room', unnest(array[u.display, u.unit_no]) from said join unit u on u.estate_id = ${estateId} and u.id = said.unit_id
    ) known where text is not null and text <> ''`.execute(tx.db)
  const of = (kind: string) => rows.filter((r) => r.kind === kind).map((r) => r.text)
  return { names: of('name'), rooms: of('room'), phones: of('phone') }
}

type Draft = { id: Uuid; month: Month; foreword: string | null; items: unknown; by: Uuid; state: 'draft' | 'none' }
/** False when there is a row of the month already. */
export const insertPublication = async (tx: Tx, estateId: Uuid, draft: Draft): Promise<boolean> => {
  const { rows } =
    await sql`insert into complaint_publication (estate_id, id, month, state, items, foreword, updated_at, updated_by, none_by)
    values (${estateId}, ${draft.id}, ${draft.month}, ${draft.state}, ${JSON.stringify(draft.items)}::jsonb, ${draft.foreword}, ${tx.now},
      ${draft.by}, ${draft.state === 'none' ? draft.by : null})
    on conflict on constraint complaint_publication_month_key do nothing returning 1`.execute(tx.db)
  return rows.length > 0
}

type Patch = Partial<
  Pick<
    PublicationRow,
    | 'state'
    | 'foreword'
    | 'approved_by'
    | 'approved_at'
    | 'posted_on'
    | 'places'
    | 'other_place'
    | 'posted_by'
    | 'none_by'
    | 'updated_at'
    | 'updated_by'
  >
> & { items?: string }
/** False when it is no longer the version that the caller saw. */
export const savePublication = async (
  tx: Tx,
  row: { estate_id: Uuid; id: Uuid },
  version: number,
  patch: Patch,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('complaint_publication')
    .set((eb) => ({ ...patch, version: eb('version', '+', 1) }))
    .where('estate_id', '=', row.estate_id)
    .where('id', '=', row.id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** CP-139: remembers that the head was told of a late month; false when that was done, or it hangs there by now. */
export const noteLateTold = async (
  tx: Tx,
  estateId: Uuid,
  { id, month }: { id: Uuid; month: Month },
): Promise<boolean> => {
  const { rows } =
    await sql`insert into complaint_publication (estate_id, id, month, state, updated_at, late_told_at, version)
    values (${estateId}, ${id}, ${month}, 'draft', ${tx.now}, ${tx.now}, 1)
    on conflict on constraint complaint_publication_month_key do update set late_told_at = excluded.late_told_at
      where complaint_publication.late_told_at is null and complaint_publication.state in ('draft', 'approved')
    returning 1`.execute(tx.db)
  return rows.length > 0
}

export const publicationsSince = (
  tx: Tx,
  estateId: Uuid,
  month: Month,
): Promise<Pick<PublicationRow, 'month' | 'state' | 'late_told_at'>[]> =>
  tx.db
    .selectFrom('complaint_publication')
    .select(['month', 'state', 'late_told_at'])
    .where('estate_id', '=', estateId)
    .where('month', '>=', month)
    .execute()
