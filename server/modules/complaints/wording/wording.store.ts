import { type RawBuilder, sql } from 'kysely'
import type { Instant, Uuid } from '#contract/values.ts'
import { newestFirst, type PageWanted } from '#modules/desk/index.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Case } from '../case.store.ts'

export type WordingRow = {
  id: Uuid
  title: string
  text: string
  codes: string[]
  touchpoint: string | null
  building_id: Uuid | null
  building_name: string | null
  created_at: Instant
  approved_by: Uuid
  approved_name: string | null
  approved_at: Instant
  ended_by: Uuid | null
  ended_name: string | null
  ended_at: Instant | null
  version: number
  overlaps: string[]
}

const WORDING = sql`select w.*, b.name as building_name, a.name as approved_name, e.name as ended_name,
    array(select o.title from wording_topic o where o.estate_id = w.estate_id and o.id <> w.id
      and w.ended_at is null and o.ended_at is null
      and (cardinality(o.codes) = 0 or cardinality(w.codes) = 0 or o.codes && w.codes)
      and (o.touchpoint is null or w.touchpoint is null or o.touchpoint = w.touchpoint)
      and (o.building_id is null or w.building_id is null or o.building_id = w.building_id) order by o.title) as overlaps
  from wording_topic w
  left join building b on b.estate_id = w.estate_id and b.id = w.building_id
  left join staff a on a.id = w.approved_by left join staff e on e.id = w.ended_by`

export const findWording = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<WordingRow | undefined> => {
  const { rows } = await sql<WordingRow>`${WORDING} where w.estate_id = ${estateId} and w.id = ${id}`.execute(tx.db)
  return rows[0]
}

export const listWordingRows = async (
  tx: Tx,
  estateId: Uuid,
  { inForce, code }: { inForce?: 'true' | 'false' | undefined; code?: string | undefined },
  page: PageWanted,
): Promise<WordingRow[]> => {
  const { rows } = await sql<WordingRow>`${WORDING} where w.estate_id = ${estateId}
    ${inForce === undefined ? sql`` : sql`and (w.ended_at is null) = ${inForce === 'true'}`}
    ${code === undefined ? sql`` : sql`and ${code} = any(w.codes)`} ${newestFirst(sql`w.created_at`, sql`w.id`, page)}`.execute(
    tx.db,
  )
  return rows
}

export const hasBuilding = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<boolean> => {
  const { rows } = await sql`select 1 from building where estate_id = ${estateId} and id = ${id}`.execute(tx.db)
  return rows.length > 0
}

export type Written = {
  title: string
  text: string
  codes: string[]
  touchpoint: string | null
  building_id: Uuid | null
}

export const insertWording = async (
  tx: Tx,
  estateId: Uuid,
  { id, by }: { id: Uuid; by: Uuid },
  written: Written,
): Promise<void> => {
  const at = { created_at: tx.now, approved_at: tx.now, approved_by: by }
  await tx.db
    .insertInto('wording_topic')
    .values({ ...written, ...at, estate_id: estateId, id })
    .execute()
}

/** False when it is over or no longer the version that the caller saw. */
export const saveWording = async (
  tx: Tx,
  estateId: Uuid,
  { id, version }: { id: Uuid; version: number },
  patch: Partial<Written> & ({ approved_by: Uuid } | { ended_by: Uuid }),
): Promise<boolean> => {
  const at = 'ended_by' in patch ? { ended_at: tx.now } : { approved_at: tx.now }
  const { numUpdatedRows } = await tx.db
    .updateTable('wording_topic')
    .set((eb) => ({ ...patch, ...at, version: eb('version', '+', 1) }))
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

type TopicRow = Pick<WordingRow, 'id' | 'title' | 'text'>
const inForce = async (tx: Tx, estateId: Uuid, meets: RawBuilder<unknown>): Promise<TopicRow[]> => {
  const { rows } = await sql<TopicRow>`select w.id, w.title, w.text from wording_topic w
    where w.estate_id = ${estateId} and w.ended_at is null and ${meets} order by w.created_at desc, w.id desc`.execute(
    tx.db,
  )
  return rows
}

/** CP-028: the topics a complaint is about, by its category, touchpoint and building. */
export const topicsOf = (
  tx: Tx,
  c: Pick<Case, 'estate_id' | 'category_final' | 'category_initial' | 'touchpoint' | 'building_id'>,
): Promise<TopicRow[]> =>
  inForce(
    tx,
    c.estate_id,
    sql`(cardinality(w.codes) = 0 or ${c.category_final ?? c.category_initial}::text = any(w.codes))
      and (w.touchpoint is null or w.touchpoint = ${c.touchpoint})
      and (w.building_id is null or w.building_id = ${c.building_id}::uuid)`,
  )

/** CP-028: the topics a complaint may be about that somebody is just telling; while no unit is known it may be any building. */
export const topicsGuessed = (
  tx: Tx,
  estateId: Uuid,
  {
    codes,
    touchpoints,
    unitId,
  }: { codes: readonly string[]; touchpoints: readonly string[]; unitId: Uuid | undefined },
): Promise<TopicRow[]> =>
  inForce(
    tx,
    estateId,
    sql`(cardinality(w.codes) = 0 or w.codes && ${[...codes]}::text[]) and (w.touchpoint is null or w.touchpoint = any(${[...touchpoints]}::text[]))
      and (w.building_id is null or ${unitId ?? null}::uuid is null
        or w.building_id = (select u.building_id from unit u where u.estate_id = ${estateId} and u.id = ${unitId ?? null}))`,
  )
