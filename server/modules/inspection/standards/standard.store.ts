import { type RawBuilder, sql } from 'kysely'
import { CheckItem } from '#contract/touchpoints.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

export type VersionRow = {
  id: Uuid
  company_id: Uuid | null
  number: number
  name: string
  note: string | null
  state: 'draft' | 'published' | 'withdrawn'
  effective_from: LocalDate | null
  created_at: Instant
  created_by: Uuid | null
  created_name: string | null
  editors: { id: Uuid; name: string }[]
  checked_at: Instant | null
  checked_by: Uuid | null
  checked_name: string | null
  published_at: Instant | null
  published_by: Uuid | null
  published_name: string | null
  version: number
  items: number
  items_off: number
}
/** Who has written in a version, with their names. */
export const editorsOf = (ids: RawBuilder<unknown>) =>
  sql`(select coalesce(json_agg(json_build_object('id', e.id, 'name', e.name) order by e.name), '[]') from staff e where e.id = any(${ids}))`

const VERSION = sql`select v.*, c.name as created_name, k.name as checked_name, p.name as published_name,
    ${editorsOf(sql`v.editors`)} as editors,
    (select count(*)::int from standard_item i where i.version_id = v.id and i.active) as items,
    (select count(*)::int from standard_item i where i.version_id = v.id and not i.active) as items_off
  from standard_version v left join staff c on c.id = v.created_by left join staff k on k.id = v.checked_by
    left join staff p on p.id = v.published_by`

/** The versions of a company and the one that the product brings, newest first. */
export const versionsOf = async (tx: Tx, companyId: Uuid): Promise<VersionRow[]> => {
  const { rows } = await sql<VersionRow>`${VERSION} where v.company_id = ${companyId} or v.company_id is null
    order by v.number desc, v.id desc`.execute(tx.db)
  return rows
}

/** Nobody else writes in it, checks or publishes it until this is done. */
export const lockVersion = async (tx: Tx, id: Uuid): Promise<void> => {
  await sql`select 1 from standard_version where id = ${id} for update`.execute(tx.db)
}

/** A version that this company may look at. */
export const findVersion = async (tx: Tx, companyId: Uuid, id: Uuid): Promise<VersionRow | undefined> => {
  const { rows } = await sql<VersionRow>`${VERSION} where v.id = ${id}
    and (v.company_id = ${companyId} or v.company_id is null)`.execute(tx.db)
  return rows[0]
}

type NewVersion = { id: Uuid; company_id: Uuid; number: number; name: string; note: string | null; created_by: Uuid }
/** Writes a draft with all items of another version. */
export const copyVersion = async (tx: Tx, version: NewVersion, fromId: Uuid): Promise<void> => {
  await tx.db
    .insertInto('standard_version')
    .values({ ...version, state: 'draft', created_at: tx.now, editors: [version.created_by] })
    .execute()
  await sql`insert into standard_item (version_id, item_id, seq, active, item)
    select ${version.id}, item_id, seq, active, item from standard_item where version_id = ${fromId}`.execute(tx.db)
}

/** False when it is no longer the version that the caller saw. */
export const saveVersion = async (
  tx: Tx,
  { id, version }: { id: Uuid; version: number },
  patch: {
    state: VersionRow['state']
    checked_at?: Instant
    checked_by?: Uuid
    effective_from?: LocalDate
    published_at?: Instant
    published_by?: Uuid
    note?: string
  },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('standard_version')
    .set((eb) => ({ ...patch, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** FD-766: whoever writes in a draft is one of its editors, and what was checked before no longer is. */
export const noteEditor = async (tx: Tx, id: Uuid, staffId: Uuid): Promise<void> => {
  await sql`update standard_version set checked_at = null, checked_by = null, version = version + 1,
      editors = case when ${staffId}::uuid = any(editors) then editors else editors || ${staffId}::uuid end
    where id = ${id}`.execute(tx.db)
}

export type ItemRow = { item_id: string; seq: number; active: boolean; item: CheckItem; version: number }
const shaped = (rows: readonly (Omit<ItemRow, 'item'> & { item: unknown })[]): ItemRow[] =>
  rows.map((r) => ({ ...r, item: CheckItem.parse(r.item) }))

export const itemsOf = async (tx: Tx, versionId: Uuid): Promise<ItemRow[]> =>
  shaped(
    await tx.db
      .selectFrom('standard_item')
      .select(['item_id', 'seq', 'active', 'item', 'version'])
      .where('version_id', '=', versionId)
      .orderBy('seq')
      .orderBy('item_id')
      .execute(),
  )

export const findItem = async (tx: Tx, versionId: Uuid, itemId: string): Promise<ItemRow | undefined> =>
  (await itemsOf(tx, versionId)).find((i) => i.item_id === itemId)

export const insertItem = async (tx: Tx, versionId: Uuid, { item, seq }: Pick<ItemRow, 'item' | 'seq'>) => {
  await tx.db
    .insertInto('standard_item')
    .values({ version_id: versionId, item_id: item.id, seq, item: JSON.stringify(item) })
    .execute()
}

/** False when it is no longer the item that the caller saw. */
export const saveItem = async (
  tx: Tx,
  versionId: Uuid,
  { item, active, version }: Pick<ItemRow, 'item' | 'active' | 'version'>,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('standard_item')
    .set((eb) => ({ item: JSON.stringify(item), active, version: eb('version', '+', 1) }))
    .where('version_id', '=', versionId)
    .where('item_id', '=', item.id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
