import { type RawBuilder, type Selectable, sql, type Updateable } from 'kysely'
import {
  type GroupConfirmation,
  HANDOVER_GROUPS,
  type HandoverEntries,
  type HandoverEntry,
  type HandoverGroup,
  type HandoverQuery,
} from '#contract/handover.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { encodeCursor } from '#platform/db/cursor.ts'
import { keysetOf } from '#platform/db/keyset.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'

export type Handover = Selectable<DB['handover']>
export type HandoverPatch = Omit<Updateable<DB['handover']>, 'estate_id' | 'id' | 'state' | 'version'>
export type HandoverRow = Handover & {
  post_name: string
  from_name: string
  to_name: string | null
  accepted_name: string | null
  items: number
}

const SELECT = sql`select h.*, p.name as post_name, f.name as from_name, t.name as to_name, a.name as accepted_name,
  (select count(*)::int from handover_matter m where m.estate_id = h.estate_id and m.handover_id = h.id) as items
  from handover h join post p on p.estate_id = h.estate_id and p.id = h.post_id
  join staff f on f.id = h.from_staff_id
  left join staff t on t.id = h.to_staff_id
  left join staff a on a.id = h.accepted_by`

/** Newest first. */
export const handoverPage = async (
  tx: Tx,
  estateId: Uuid,
  query: HandoverQuery,
): Promise<{ rows: HandoverRow[]; next: string | null } | Refusal> => {
  const after = keysetOf(query.cursor, ['instant', 'uuid'])
  if (isRefusal(after)) return after
  const zone = sql`(select e.time_zone from estate e where e.estate_id = ${estateId})`
  const conditions: RawBuilder<unknown>[] = [sql`h.estate_id = ${estateId}`]
  if (query.state) conditions.push(sql`h.state = ${query.state}`)
  if (query.postId) conditions.push(sql`h.post_id = ${query.postId}`)
  if (query.staffId) conditions.push(sql`${query.staffId}::uuid in (h.from_staff_id, h.to_staff_id, h.accepted_by)`)
  if (query.withDifference)
    conditions.push(query.withDifference === 'true' ? sql`h.differences > 0` : sql`h.differences = 0`)
  if (query.from) conditions.push(sql`h.opened_at >= (${query.from}::date::timestamp at time zone ${zone})`)
  if (query.to) conditions.push(sql`h.opened_at < ((${query.to}::date + 1)::timestamp at time zone ${zone})`)
  if (after) conditions.push(sql`(h.opened_at, h.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const { rows } = await sql<HandoverRow>`${SELECT} where ${sql.join(conditions, sql` and `)}
    order by h.opened_at desc, h.id desc limit ${query.limit + 1}`.execute(tx.db)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > query.limit && last ? encodeCursor([last.opened_at, last.id]) : null }
}

export const readHandover = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<HandoverRow | undefined> => {
  const { rows } = await sql<HandoverRow>`${SELECT} where h.estate_id = ${estateId} and h.id = ${id}`.execute(tx.db)
  return rows[0]
}

export const lockHandover = (tx: Tx, estateId: Uuid, id: Uuid): Promise<Handover | undefined> =>
  tx.db
    .selectFrom('handover')
    .selectAll()
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** The open handover of a post, or one that this person has given elsewhere. */
export const openHandoverAt = async (
  tx: Tx,
  estateId: Uuid,
  postId: Uuid,
  giverId: Uuid,
): Promise<{ id: Uuid; number: string } | undefined> => {
  const { rows } = await sql<{ id: Uuid; number: string }>`
    select id, number from handover where estate_id = ${estateId} and state = 'OPEN' and (post_id = ${postId} or from_staff_id = ${giverId})
    order by opened_at limit 1`.execute(tx.db)
  return rows[0]
}

export const openHandoverOf = (
  tx: Tx,
  estateId: Uuid,
  giverId: Uuid,
): Promise<{ id: Uuid; number: string } | undefined> =>
  tx.db
    .selectFrom('handover')
    .select(['id', 'number'])
    .where('estate_id', '=', estateId)
    .where('from_staff_id', '=', giverId)
    .where('state', '=', 'OPEN')
    .executeTakeFirst()

type NewHandover = {
  id: Uuid
  number: string
  post_id: Uuid
  duty_id: Uuid | null
  shift_name: string | null
  from_staff_id: Uuid
  to_staff_id: Uuid | null
  opened_by: Uuid
}

/** False when another one of the post or of the giver is open: the database's own keys decide between two at once. */
export const insertHandover = async (tx: Tx, estateId: Uuid, handover: NewHandover): Promise<boolean> => {
  const row = await tx.db
    .insertInto('handover')
    .values({ estate_id: estateId, ...handover, state: 'OPEN', opened_at: tx.now })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export const saveHandover = (tx: Tx, handover: Handover, patch: HandoverPatch & { state: string }): Promise<Handover> =>
  tx.db
    .updateTable('handover')
    .set({ ...patch, version: handover.version + 1 })
    .where('estate_id', '=', handover.estate_id)
    .where('id', '=', handover.id)
    .where('version', '=', handover.version)
    .returningAll()
    .executeTakeFirstOrThrow()

/** A named taker who has left leaves the record to whoever comes. */
export const forgetTaker = async (tx: Tx, estateIds: readonly Uuid[], staffId: Uuid): Promise<void> => {
  await sql`update handover set to_staff_id = null, version = version + 1
    where estate_id = any(${[...estateIds]}::uuid[]) and to_staff_id = ${staffId} and state = 'OPEN'`.execute(tx.db)
}

export type GroupRow = {
  name: HandoverGroup
  entries: HandoverEntry[]
  agrees: boolean | null
  difference: string | null
  confirmed_at: Instant | null
}

export const groupsOf = async (tx: Tx, estateId: Uuid, handoverId: Uuid): Promise<GroupRow[]> => {
  const { rows } = await sql<GroupRow>`select name, entries, agrees, difference, confirmed_at from handover_group
    where estate_id = ${estateId} and handover_id = ${handoverId}`.execute(tx.db)
  return rows.sort((a, b) => HANDOVER_GROUPS.indexOf(a.name) - HANDOVER_GROUPS.indexOf(b.name))
}

export const writeEntries = async (
  tx: Tx,
  estateId: Uuid,
  handoverId: Uuid,
  entries: HandoverEntries,
): Promise<void> => {
  const rows = HANDOVER_GROUPS.map((name) => ({
    estate_id: estateId,
    handover_id: handoverId,
    name,
    entries: JSON.stringify(entries[name]),
  }))
  await tx.db
    .insertInto('handover_group')
    .values(rows)
    .onConflict((c) =>
      c.columns(['estate_id', 'handover_id', 'name']).doUpdateSet((eb) => ({ entries: eb.ref('excluded.entries') })),
    )
    .execute()
}

export const confirmGroups = async (
  tx: Tx,
  handover: Pick<Handover, 'estate_id' | 'id'>,
  by: Uuid,
  confirmations: readonly GroupConfirmation[],
): Promise<void> => {
  const said = confirmations.map((c) => ({ name: c.group, agrees: c.agrees, difference: c.difference || null }))
  await sql`update handover_group g set agrees = r.agrees, difference = r.difference, confirmed_at = ${tx.now}, confirmed_by = ${by}
    from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as r(name text, agrees boolean, difference text)
    where g.estate_id = ${handover.estate_id} and g.handover_id = ${handover.id} and g.name = r.name`.execute(tx.db)
}
