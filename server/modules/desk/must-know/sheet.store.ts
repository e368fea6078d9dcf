import { type Selectable, sql, type Updateable } from 'kysely'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Keyset } from '../keyset.ts'

export type SheetRow = Selectable<DB['must_know_version']> & {
  author_name: string | null
  checker_name: string | null
  approver_name: string | null
}

const SHEET = sql`select v.*, a.name as author_name, k.name as checker_name, p.name as approver_name
  from must_know_version v left join staff a on a.id = v.author_id left join staff k on k.id = v.checker_id left join staff p on p.id = v.approver_id`

const one = async (tx: Tx, rest: ReturnType<typeof sql>): Promise<SheetRow | undefined> => {
  const { rows } = await sql<SheetRow>`${SHEET} ${rest}`.execute(tx.db)
  return rows[0]
}

export const sheetInForce = (tx: Tx, estateId: Uuid, today: LocalDate) =>
  one(
    tx,
    sql`where v.estate_id = ${estateId} and v.state = 'approved' and v.effective_date <= ${today}::date order by v.number desc limit 1`,
  )

/** The first that is approved for a later day. */
export const sheetToCome = (tx: Tx, estateId: Uuid, today: LocalDate) =>
  one(
    tx,
    sql`where v.estate_id = ${estateId} and v.state = 'approved' and v.effective_date > ${today}::date order by v.number limit 1`,
  )

export const openSheet = (tx: Tx, estateId: Uuid) =>
  one(tx, sql`where v.estate_id = ${estateId} and v.state in ('draft', 'checked')`)

export const findSheet = (tx: Tx, estateId: Uuid, id: Uuid) =>
  one(tx, sql`where v.estate_id = ${estateId} and v.id = ${id}`)

/** The approved version before this number. */
export const sheetBefore = (tx: Tx, estateId: Uuid, number: number) =>
  one(
    tx,
    sql`where v.estate_id = ${estateId} and v.state = 'approved' and v.number < ${number} order by v.number desc limit 1`,
  )

export const listSheetRows = async (
  tx: Tx,
  estateId: Uuid,
  page: { after: Keyset | undefined; limit: number },
): Promise<SheetRow[]> => {
  const { rows } = await sql<SheetRow>`${SHEET} where v.estate_id = ${estateId} and v.state <> 'dropped'
    ${page.after ? sql`and v.id < ${page.after.id}::uuid` : sql``} order by v.id desc limit ${page.limit + 1}`.execute(
    tx.db,
  )
  return rows
}

type NewDraft = { estate_id: Uuid; id: Uuid; number: number; content: unknown; summary: string | null; author_id: Uuid }
/** False when another draft is open already. */
export const insertDraft = async (tx: Tx, { content, ...draft }: NewDraft): Promise<boolean> => {
  const { rows } =
    await sql`insert into must_know_version (estate_id, id, number, state, content, summary, author_id, editors, edited_at)
    values (${draft.estate_id}, ${draft.id}, ${draft.number}, 'draft', ${JSON.stringify(content)}::jsonb, ${draft.summary}, ${draft.author_id},
      array[${draft.author_id}::uuid], ${tx.now})
    on conflict (estate_id) where state in ('draft', 'checked') do nothing returning 1`.execute(tx.db)
  return rows.length > 0
}

type Patch = Omit<Updateable<DB['must_know_version']>, 'estate_id' | 'id' | 'number' | 'version'>
/** False when it is no longer the version that the caller saw. */
export const saveSheet = async (
  tx: Tx,
  sheet: { estate_id: Uuid; id: Uuid; version: number },
  patch: Patch,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('must_know_version')
    .set((eb) => ({ ...patch, version: eb('version', '+', 1) }))
    .where('estate_id', '=', sheet.estate_id)
    .where('id', '=', sheet.id)
    .where('version', '=', sheet.version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export type EstateSheetRow = { estate_id: Uuid; code: string; name: string; number: number | null; content: unknown }
/** The sheet in force of each of these estates, by each one's own calendar day. */
export const sheetsOfEstates = async (tx: Tx, estateIds: readonly Uuid[]): Promise<EstateSheetRow[]> => {
  const { rows } =
    await sql<EstateSheetRow>`select d.estate_id, d.code, d.name, v.number, v.content from estate_directory d
    left join lateral (select x.number, x.content from must_know_version x
      where x.estate_id = d.estate_id and x.state = 'approved' and x.effective_date <= (${tx.now}::timestamptz at time zone d.time_zone)::date
      order by x.number desc limit 1) v on true
    where d.estate_id = any(${[...estateIds]}::uuid[]) order by d.code`.execute(tx.db)
  return rows
}
