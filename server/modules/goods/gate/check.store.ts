import { type Insertable, type RawBuilder, sql, type Updateable } from 'kysely'
import type { Picture } from '#contract/files.ts'
import type { GateResult, GoodsLine } from '#contract/goods.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { newestFirst, type PageWanted } from '#modules/desk/index.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'

export type CheckRow = {
  id: Uuid
  at: Instant
  received_at: Instant
  clock_off_ms: number
  place_id: Uuid
  gate_code: string
  gate: string
  scanned: boolean
  guard_id: Uuid
  guard: string | null
  result: GateResult
  slip_number: string | null
  unit_id: Uuid | null
  unit: string | null
  unit_said: string | null
  carrier_name: string | null
  carrier_phone: string | null
  plate: string | null
  lines: GoodsLine[]
  slip_collected: boolean
  slip_file_ids: Uuid[]
  goods_file_ids: Uuid[]
  photo_missing: string | null
  difference: string | null
  second_of: Uuid | null
  first_at: Instant | null
  first_gate: string | null
  first_guard: string | null
  matter_id: Uuid | null
  matter_number: string | null
  matter_open: boolean | null
  matter_answer: string | null
  corrections: number
  voided_at: Instant | null
  voided_by: Uuid | null
  voided_by_name: string | null
  void_reason: string | null
  version: number
}

const CHECK = sql`select g.*, p.code as gate_code, p.name as gate, s.name as guard, u.display as unit,
    f.at as first_at, fp.name as first_gate, fs.name as first_guard,
    m.number as matter_number, m.open as matter_open, coalesce(m.feedback, m.result) as matter_answer,
    v.name as voided_by_name,
    (select count(*)::int from gate_check_change c where c.estate_id = g.estate_id and c.check_id = g.id) as corrections
  from gate_check g join place p on p.estate_id = g.estate_id and p.id = g.place_id
  left join staff s on s.id = g.guard_id left join staff v on v.id = g.voided_by
  left join unit u on u.estate_id = g.estate_id and u.id = g.unit_id
  left join gate_check f on f.estate_id = g.estate_id and f.id = g.second_of
  left join place fp on fp.estate_id = f.estate_id and fp.id = f.place_id left join staff fs on fs.id = f.guard_id
  left join matter m on m.estate_id = g.estate_id and m.id = g.matter_id`

export const findCheck = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<CheckRow | undefined> => {
  const { rows } = await sql<CheckRow>`${CHECK} where g.estate_id = ${estateId} and g.id = ${id}`.execute(tx.db)
  return rows[0]
}

export type CheckFilter = {
  placeId?: Uuid | undefined
  result?: GateResult | undefined
  unitId?: Uuid | undefined
  guardId?: Uuid | undefined
  second?: 'true' | 'false' | undefined
  voided?: 'true' | 'false' | undefined
  q?: string | undefined
  /** What was typed, as a number of a slip. */
  slip?: string | undefined
}
/** `personal`: whether names and plates are searched too, which only those may find who see them. */
export const listCheckRows = async (
  tx: Tx,
  estateId: Uuid,
  filter: CheckFilter,
  page: PageWanted,
  personal: boolean,
): Promise<CheckRow[]> => {
  const found: RawBuilder<unknown>[] = [sql`g.estate_id = ${estateId}`]
  const { placeId, result, unitId, guardId, second, voided, q, slip } = filter
  if (placeId) found.push(sql`g.place_id = ${placeId}`)
  if (result) found.push(sql`g.result = ${result}`)
  if (unitId) found.push(sql`g.unit_id = ${unitId}`)
  if (guardId) found.push(sql`g.guard_id = ${guardId}`)
  if (second) found.push(second === 'true' ? sql`g.second_of is not null` : sql`g.second_of is null`)
  if (voided) found.push(voided === 'true' ? sql`g.voided_at is not null` : sql`g.voided_at is null`)
  if (q) {
    const said = sql`lower(concat_ws(' ', g.unit_said, u.display, g.lines::text, g.difference ${personal ? sql`, g.carrier_name, g.plate` : sql``}))`
    found.push(sql`(position(lower(${q}::text) in ${said}) > 0 or position(${slip ?? q}::text in g.slip_number) > 0)`)
  }
  const { rows } = await sql<CheckRow>`${CHECK} where ${sql.join(found, sql` and `)}
    ${newestFirst(sql`g.at`, sql`g.id`, page)}`.execute(tx.db)
  return rows
}

export type NewCheck = Omit<Insertable<DB['gate_check']>, 'estate_id' | 'received_at' | 'lines'> & {
  lines: readonly GoodsLine[]
}
export const insertCheck = async (tx: Tx, estateId: Uuid, { lines, ...row }: NewCheck): Promise<void> => {
  await tx.db
    .insertInto('gate_check')
    .values({ ...row, estate_id: estateId, received_at: tx.now, lines: JSON.stringify(lines) })
    .execute()
}

type Patch = Omit<Updateable<DB['gate_check']>, 'estate_id' | 'id' | 'version' | 'lines'> & {
  lines?: readonly GoodsLine[]
}
/** False when it is no longer the version that the caller saw. */
export const saveCheck = async (
  tx: Tx,
  estateId: Uuid,
  { id, version }: { id: Uuid; version: number },
  { lines, ...patch }: Patch,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('gate_check')
    .set((eb) => ({
      ...patch,
      ...(lines === undefined ? {} : { lines: JSON.stringify(lines) }),
      version: eb('version', '+', 1),
    }))
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const tieMatter = async (tx: Tx, estateId: Uuid, id: Uuid, matterId: Uuid): Promise<void> => {
  await tx.db
    .updateTable('gate_check')
    .set({ matter_id: matterId })
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .execute()
}

/* ---- FD-507: one slip, one passage ---- */

/** Two at once about one slip wait for each other, also while there is no row yet. */
export const lockSlip = async (tx: Tx, estateId: Uuid, slip: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`slip ${estateId} ${slip}`}, 0))`.execute(tx.db)
}

export type PassageRow = { id: Uuid; at: Instant; second_of: Uuid | null; matter_id: Uuid | null }
export const passagesOn = (tx: Tx, estateId: Uuid, slip: string): Promise<PassageRow[]> =>
  tx.db
    .selectFrom('gate_check')
    .select(['id', 'at', 'second_of', 'matter_id'])
    .where('estate_id', '=', estateId)
    .where('slip_number', '=', slip)
    .where('result', '=', 'match')
    .where('voided_at', 'is', null)
    .execute()

export const markPassages = async (
  tx: Tx,
  estateId: Uuid,
  ids: readonly Uuid[],
  secondOf: Uuid | null,
): Promise<void> => {
  if (ids.length === 0) return
  await tx.db
    .updateTable('gate_check')
    .set({ second_of: secondOf })
    .where('estate_id', '=', estateId)
    .where('id', 'in', [...ids])
    .execute()
}

/* ---- corrections ---- */

export type ChangeRow = {
  id: Uuid
  changed_at: Instant
  changed_by: Uuid
  changed_by_name: string | null
  reason: string
  before: Record<string, string | null>
}
export const insertChange = async (
  tx: Tx,
  estateId: Uuid,
  change: { id: Uuid; checkId: Uuid; by: Uuid; reason: string; before: ChangeRow['before'] },
): Promise<void> => {
  const { id, checkId, by, reason, before } = change
  await tx.db
    .insertInto('gate_check_change')
    .values({
      estate_id: estateId,
      id,
      check_id: checkId,
      changed_at: tx.now,
      changed_by: by,
      reason,
      before: JSON.stringify(before),
    })
    .execute()
}
export const changesOf = async (tx: Tx, estateId: Uuid, checkId: Uuid): Promise<ChangeRow[]> => {
  const { rows } = await sql<ChangeRow>`
    select c.id, c.changed_at, c.changed_by, s.name as changed_by_name, c.reason, c.before
    from gate_check_change c left join staff s on s.id = c.changed_by
    where c.estate_id = ${estateId} and c.check_id = ${checkId} order by c.changed_at desc, c.id desc`.execute(tx.db)
  return rows
}

/* ---- what stands around it ---- */

/** The unit of this display or one of these numbers; undefined where it is none of this estate. */
export const unitNamed = async (
  tx: Tx,
  estateId: Uuid,
  display: string,
  numbers: readonly string[],
): Promise<Uuid | undefined> => {
  const units = await tx.db
    .selectFrom('unit')
    .select('id')
    .where('estate_id', '=', estateId)
    .where((eb) => eb.or([eb('display', '=', display), eb('unit_no', 'in', [...numbers])]))
    .limit(2)
    .execute()
  return units.length === 1 ? units[0]?.id : undefined
}

export const unitNames = async (tx: Tx, estateId: Uuid): Promise<string[]> => {
  const units = await tx.db
    .selectFrom('unit')
    .select('display')
    .where('estate_id', '=', estateId)
    .orderBy('unit_no')
    .execute()
  return units.map(({ display }) => display)
}

export const picturesOf = async (tx: Tx, estateId: Uuid, ids: readonly Uuid[]): Promise<Picture[]> => {
  if (ids.length === 0) return []
  const { rows } = await sql<Picture>`select id, name, mime, thumbnail_key is not null as thumbnail from file
    where estate_id = ${estateId} and id = any(${[...ids]}::uuid[]) order by uploaded_at, id`.execute(tx.db)
  return rows
}

export const isFileOfCheck = async (tx: Tx, estateId: Uuid, fileId: Uuid): Promise<boolean> => {
  const { rows } = await sql`select from gate_check g where g.estate_id = ${estateId}
    and (g.slip_file_ids @> array[${fileId}::uuid] or g.goods_file_ids @> array[${fileId}::uuid]) limit 1`.execute(
    tx.db,
  )
  return rows.length > 0
}

export const gatesOf = (
  tx: Tx,
  estateId: Uuid,
  touchpoints: readonly string[],
): Promise<{ id: Uuid; code: string; name: string }[]> =>
  tx.db
    .selectFrom('place')
    .select(['id', 'code', 'name'])
    .where('estate_id', '=', estateId)
    .where('touchpoint', 'in', [...touchpoints])
    .orderBy('touchpoint')
    .orderBy('sort')
    .orderBy('id')
    .execute()

export const guardsOf = async (tx: Tx, estateId: Uuid): Promise<{ id: Uuid; name: string }[]> => {
  const { rows } = await sql<{ id: Uuid; name: string }>`select s.id, s.name from staff s
    where exists (select from gate_check g where g.estate_id = ${estateId} and g.guard_id = s.id)
    order by s.name, s.id`.execute(tx.db)
  return rows
}

export type UsedRow = { id: Uuid; slip_number: string; at: Instant; gate: string; guard: string }
/** Slips on which goods were let out since then, the latest first. */
export const usedSlips = async (tx: Tx, estateId: Uuid, since: Instant, most: number): Promise<UsedRow[]> => {
  const { rows } = await sql<UsedRow>`
    select g.id, g.slip_number, g.at, p.name as gate, coalesce(s.name, '') as guard
    from gate_check g join place p on p.estate_id = g.estate_id and p.id = g.place_id left join staff s on s.id = g.guard_id
    where g.estate_id = ${estateId} and g.result = 'match' and g.second_of is null and g.voided_at is null
      and g.at >= ${since}::timestamptz
    order by g.at desc, g.id desc limit ${most}`.execute(tx.db)
  return rows
}

export const estateNames = (tx: Tx, estateId: Uuid): Promise<{ name: string; time_zone: string } | undefined> =>
  tx.db.selectFrom('estate').select(['name', 'time_zone']).where('estate_id', '=', estateId).executeTakeFirst()
