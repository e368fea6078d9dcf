import { type Selectable, sql, type Updateable } from 'kysely'
import type { VerbShape } from '#contract/kind.ts'
import { finding } from '#contract/kinds/finding.ts'
import { SEVERITIES, type Severity } from '#contract/touchpoints.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'

type MatterId = { estate_id: Uuid; id: Uuid }
export type FindingRow = Selectable<DB['finding']>

/** What guards know of a finding beside its matter. */
export type FindingFacts = {
  severity: Severity
  rectifiedBy: Uuid | null
  /** The same failed here within the months before. */
  repeat: boolean
  cause: string | null
  /** Number of the open service request that works on it. */
  openOrder: string | null
  /** Number of another open finding of the same place and item. */
  openTwin: string | null
  /** When it came to whoever works on it now, or to its second look: nothing was done about it before that. */
  lastMoveAt: Instant
}

/** Verbs after which somebody else has it in hand. */
const HANDS_ON = Object.entries<VerbShape>(finding.verbs).flatMap(([verb, { to }]) =>
  to === 'same' && verb !== 'reassign' ? [] : [verb],
)

export const severityOf = (text: string): Severity => SEVERITIES.find((s) => s === text) ?? 'minor'

export const readFacts = async (tx: Tx, { estate_id, id }: MatterId): Promise<FindingFacts> => {
  const { rows } = await sql<{
    severity: string
    rectified_by: Uuid | null
    repeat: boolean
    cause: string | null
    open_order: string | null
    open_twin: string | null
    last_move_at: Instant
  }>`
    select f.severity, f.rectified_by, f.repeat_of is not null as repeat, f.cause,
      (select o.number from matter o where o.estate_id = f.estate_id and o.id = f.order_matter_id and o.open) as open_order,
      (select m.number from finding t join matter m on m.estate_id = t.estate_id and m.id = t.matter_id
        where t.estate_id = f.estate_id and t.place_id = f.place_id and t.item_id = f.item_id and t.closed_at is null
          and t.matter_id <> f.matter_id) as open_twin,
      (select max(l.at) from timeline l where l.estate_id = f.estate_id and l.matter_id = f.matter_id
        and (l.type = 'registered' or l.type = 'move' and l.verb = any(${HANDS_ON}))) as last_move_at
    from finding f where f.estate_id = ${estate_id} and f.matter_id = ${id}`.execute(tx.db)
  const row = rows[0]
  if (!row) throw new Error(`the finding ${id} has no row`)
  return {
    severity: severityOf(row.severity),
    rectifiedBy: row.rectified_by,
    repeat: row.repeat,
    cause: row.cause,
    openOrder: row.open_order,
    openTwin: row.open_twin,
    lastMoveAt: row.last_move_at,
  }
}

export const findFinding = async (tx: Tx, estateId: Uuid, matterId: Uuid): Promise<FindingRow | undefined> =>
  tx.db
    .selectFrom('finding')
    .selectAll()
    .where('estate_id', '=', estateId)
    .where('matter_id', '=', matterId)
    .executeTakeFirst()

export const insertFinding = async (
  tx: Tx,
  row: Pick<
    FindingRow,
    | 'estate_id'
    | 'matter_id'
    | 'place_id'
    | 'touchpoint'
    | 'item_id'
    | 'severity'
    | 'statement_zh'
    | 'statement_en'
    | 'inspection_id'
    | 'found_on'
    | 'last_found_at'
    | 'repeat_of'
  >,
): Promise<void> => {
  await tx.db.insertInto('finding').values(row).execute()
}

export const saveFinding = async (
  tx: Tx,
  { estate_id, id }: MatterId,
  patch: Omit<Updateable<DB['finding']>, 'estate_id' | 'matter_id'>,
): Promise<void> => {
  await tx.db.updateTable('finding').set(patch).where('estate_id', '=', estate_id).where('matter_id', '=', id).execute()
}

/**
 * Holds a place until the end of the transaction: of two who see the same there at once the second finds the first
 * one's finding and joins it. Keys that point at the place are not held up.
 */
export const holdPlace = async (tx: Tx, estateId: Uuid, placeId: Uuid): Promise<boolean> => {
  const { rows } =
    await sql`select 1 from place where estate_id = ${estateId} and id = ${placeId} for no key update`.execute(tx.db)
  return rows.length > 0
}

export type Standing = {
  matter_id: Uuid
  item_id: string
  number: string
  severity: string
  state: string
  rectified_at: Instant | null
  rectified_by: Uuid | null
  /** A person has judged it otherwise than the standard. */
  regraded: boolean
}
/** What is open at a place, by item. */
export const openAt = async (tx: Tx, estateId: Uuid, placeId: Uuid): Promise<Map<string, Standing>> => {
  const { rows } = await sql<Standing>`
    select f.matter_id, f.item_id, m.number, f.severity, m.state, f.rectified_at, f.rectified_by,
      exists (select from timeline l where l.estate_id = f.estate_id and l.matter_id = f.matter_id and l.verb = 'regrade' and l.actor_id is not null) as regraded
    from finding f join matter m on m.estate_id = f.estate_id and m.id = f.matter_id
    where f.estate_id = ${estateId} and f.place_id = ${placeId} and f.closed_at is null`.execute(tx.db)
  return new Map(rows.map((row) => [row.item_id, row]))
}

export type Mended = Pick<Standing, 'matter_id' | 'item_id' | 'number' | 'severity'>
/** What was put right and closed at a place after a moment, by item; of several the first. */
export const mendedSince = async (
  tx: Tx,
  { estateId, placeId }: { estateId: Uuid; placeId: Uuid },
  at: Instant,
): Promise<Map<string, Mended>> => {
  const { rows } = await sql<Mended>`
    select distinct on (f.item_id) f.matter_id, f.item_id, m.number, f.severity
    from finding f join matter m on m.estate_id = f.estate_id and m.id = f.matter_id
    where f.estate_id = ${estateId} and f.place_id = ${placeId} and f.closed_at > ${at}::timestamptz and m.state = 'CLOSED'
    order by f.item_id, f.closed_at`.execute(tx.db)
  return new Map(rows.map((row) => [row.item_id, row]))
}

/** The last time before a moment that this failed here and was put right, when that is not more than so many months before. */
export const lastClosed = async (
  tx: Tx,
  { estateId, placeId, itemId }: { estateId: Uuid; placeId: Uuid; itemId: string },
  { at, months }: { at: Instant; months: number },
): Promise<Uuid | undefined> => {
  const { rows } = await sql<{ matter_id: Uuid }>`
    select f.matter_id from finding f join matter m on m.estate_id = f.estate_id and m.id = f.matter_id
    where f.estate_id = ${estateId} and f.place_id = ${placeId} and f.item_id = ${itemId} and f.closed_at >= ${at}::timestamptz - make_interval(months => ${months}::int)
      and f.closed_at <= ${at}::timestamptz and m.state = 'CLOSED' order by f.closed_at desc limit 1`.execute(tx.db)
  return rows[0]?.matter_id
}

export const insertSighting = async (
  tx: Tx,
  row: {
    estate_id: Uuid
    id: Uuid
    matter_id: Uuid
    inspection_id: Uuid | null
    seen_at: Instant
    seen_by: Uuid
    note: string | null
  },
): Promise<void> => {
  await tx.db.insertInto('finding_sighting').values(row).execute()
}

/** Counts a sighting; a look that is sent late does not put the last one back. */
export const countSighting = async (tx: Tx, { estate_id, id }: MatterId, at: Instant): Promise<void> => {
  await sql`update finding set times = times + 1, last_found_at = greatest(last_found_at, ${at}::timestamptz)
    where estate_id = ${estate_id} and matter_id = ${id}`.execute(tx.db)
}

/**
 * Pictures that this person uploaded become those of the finding, under what they show. Returns how many of them are
 * pictures of this finding now, also those that were already.
 */
export const claimPhotos = async (
  tx: Tx,
  { estate_id, id }: MatterId,
  by: Uuid,
  purpose: 'before' | 'after' | 'evidence',
  fileIds: readonly Uuid[],
): Promise<number> => {
  if (fileIds.length === 0) return 0
  const { rows } = await sql`update file set matter_id = ${id}, purpose = ${purpose}
    where estate_id = ${estate_id} and id = any(${[...fileIds]}::uuid[]) 
      and (mime like 'image/%' or (${purpose} = 'before' and mime like 'audio/%')) and uploaded_by = ${by}
      and (matter_id is null or (matter_id = ${id} and purpose = any(${['photo', purpose]}::text[]))) returning id`.execute(
    tx.db,
  )
  return rows.length
}

/** The finding that a service request was opened for. */
export const findingOfOrder = async (
  tx: Tx,
  { estate_id, id }: MatterId,
): Promise<{ matter_id: Uuid; state: string } | undefined> => {
  const { rows } = await sql<{ matter_id: Uuid; state: string }>`
    select f.matter_id, m.state from matter_link l
      join finding f on f.estate_id = l.estate_id and f.matter_id = l.to_id and f.order_matter_id = l.from_id
      join matter m on m.estate_id = f.estate_id and m.id = f.matter_id
    where l.estate_id = ${estate_id} and l.from_id = ${id} and l.kind = 'becauseOf'`.execute(tx.db)
  return rows[0]
}
