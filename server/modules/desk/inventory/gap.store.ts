import { sql } from 'kysely'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Keyset } from '../keyset.ts'

/** A day with its signature and its gap, where it has them. */
export type InventoryDayRow = {
  on_date: LocalDate
  signed_at: Instant | null
  signed_by: Uuid | null
  signed_name: string | null
  signed_role: string | null
  items: number | null
  gap_unsigned: boolean | null
  gap_items: number | null
  gap_at: Instant | null
}

const DAY = sql`select d.on_date, d.signed_at, d.signed_by, d.signed_name, d.signed_role, d.items,
    g.unsigned as gap_unsigned, g.items as gap_items, g.recorded_at as gap_at
  from inventory_day d left join inventory_gap g on g.estate_id = d.estate_id and g.on_date = d.on_date`

export const findDay = async (tx: Tx, estateId: Uuid, date: LocalDate): Promise<InventoryDayRow | undefined> => {
  const { rows } = await sql<InventoryDayRow>`${DAY} where d.estate_id = ${estateId} and d.on_date = ${date}`.execute(
    tx.db,
  )
  return rows[0]
}

type DayFilter = {
  from?: LocalDate | undefined
  to?: LocalDate | undefined
  before?: LocalDate | undefined
  gaps?: 'true' | 'false' | undefined
}
export const listDayRows = async (
  tx: Tx,
  estateId: Uuid,
  filter: DayFilter,
  limit: number,
): Promise<InventoryDayRow[]> => {
  const gaps =
    filter.gaps === undefined
      ? sql``
      : filter.gaps === 'true'
        ? sql`and g.on_date is not null`
        : sql`and g.on_date is null`
  const { rows } = await sql<InventoryDayRow>`${DAY} where d.estate_id = ${estateId} ${gaps}
    ${filter.from ? sql`and d.on_date >= ${filter.from}::date` : sql``} ${filter.to ? sql`and d.on_date <= ${filter.to}::date` : sql``}
    ${filter.before ? sql`and d.on_date < ${filter.before}::date` : sql``} order by d.on_date desc limit ${limit + 1}`.execute(
    tx.db,
  )
  return rows
}

export const lastCheckedDay = async (tx: Tx, estateId: Uuid): Promise<LocalDate | null> => {
  const { rows } = await sql<{ day: LocalDate | null }>`select max(on_date) as day from inventory_day
    where estate_id = ${estateId} and checked_at is not null`.execute(tx.db)
  return rows[0]?.day ?? null
}

export const saveChecked = async (tx: Tx, estateId: Uuid, date: LocalDate): Promise<void> => {
  await tx.db
    .updateTable('inventory_day')
    .set({ checked_at: tx.now })
    .where('estate_id', '=', estateId)
    .where('on_date', '=', date)
    .execute()
}

export const insertGap = async (
  tx: Tx,
  estateId: Uuid,
  gap: { date: LocalDate; unsigned: boolean; matterIds: readonly Uuid[] },
): Promise<void> => {
  await tx.db
    .insertInto('inventory_gap')
    .values({
      estate_id: estateId,
      on_date: gap.date,
      unsigned: gap.unsigned,
      items: gap.matterIds.length,
      recorded_at: tx.now,
    })
    .execute()
  await sql`insert into inventory_gap_item (estate_id, on_date, matter_id)
    select ${estateId}::uuid, ${gap.date}::date, x from unnest(${[...gap.matterIds]}::uuid[]) x`.execute(tx.db)
}

export type GapItemRow = {
  matter_id: Uuid
  number: string
  title: string
  owner_id: Uuid
  owner_name: string | null
  open: boolean
  received_at: Instant
}
export const listGapRows = async (
  tx: Tx,
  estateId: Uuid,
  date: LocalDate,
  page: { after: Keyset | undefined; limit: number },
): Promise<GapItemRow[]> => {
  const { rows } =
    await sql<GapItemRow>`select g.matter_id, m.number, m.title, m.owner_id, o.name as owner_name, m.open, m.received_at
    from inventory_gap_item g join matter m on m.estate_id = g.estate_id and m.id = g.matter_id left join staff o on o.id = m.owner_id
    where g.estate_id = ${estateId} and g.on_date = ${date}
      ${page.after ? sql`and (m.received_at, m.id) > (${page.after.at}::timestamptz, ${page.after.id}::uuid)` : sql``}
    order by m.received_at, m.id limit ${page.limit + 1}`.execute(tx.db)
  return rows
}
