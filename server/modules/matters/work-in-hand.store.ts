import { sql } from 'kysely'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { MatterPart, WorkToTransferQuery } from '#contract/staff.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import type { SharedWork, WorkItem } from '#modules/staff/index.ts'
import { encodeCursor } from '#platform/db/cursor.ts'
import { keysetOf } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'

type Row = {
  id: Uuid
  number: string
  title: string
  kind: string
  state: string
  next_due_at: Instant | null
  late: boolean
}

const COLUMNS = sql`m.id, m.number, m.title, m.kind, m.state, m.next_due_at`
const itemOf = (row: Row): WorkItem => ({
  matterId: row.id,
  number: row.number,
  title: row.title,
  kind: row.kind,
  state: row.state,
  dueAt: row.next_due_at,
  overdue: row.late,
})

/** Open matters whose acting handler is this person, most urgent first; locked in the order of their ids when asked. */
export const handledBy = async (
  tx: Tx,
  estateId: Uuid,
  staffId: Uuid,
  options?: { lock: boolean },
): Promise<WorkItem[]> => {
  if (options?.lock)
    await sql`select id from matter where estate_id = ${estateId} and handler_id = ${staffId} and open order by id for update`.execute(
      tx.db,
    )
  const { rows } =
    await sql<Row>`select ${COLUMNS}, (m.overdue or coalesce(m.next_due_at < ${tx.now}::timestamptz, false)) as late from matter m
    where m.estate_id = ${estateId} and m.handler_id = ${staffId} and m.open order by m.next_due_at, m.id`.execute(
      tx.db,
    )
  return rows.map(itemOf)
}

export const closedAmong = async (tx: Tx, estateId: Uuid, ids: readonly Uuid[]): Promise<ReadonlySet<Uuid>> => {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: Uuid }>`select id from matter
    where estate_id = ${estateId} and id = any(${[...ids]}::uuid[]) and not open`.execute(tx.db)
  return new Set(rows.map((r) => r.id))
}

/** CP-046: who is accused neither handles nor closes. */
export const barredTo = async (
  tx: Tx,
  estateId: Uuid,
  ids: readonly Uuid[],
  staffId: Uuid,
): Promise<ReadonlySet<Uuid>> => {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: Uuid }>`select id from matter
    where estate_id = ${estateId} and id = any(${[...ids]}::uuid[]) and accused_staff_id = ${staffId}`.execute(tx.db)
  return new Set(rows.map((r) => r.id))
}

/** OS-010: who may stand beside a matter, as rows (part, staff_id); `m` is the matter. */
const PARTS = sql`(values ('owner', m.owner_id), ('coOwner', m.co_owner_id), ('handler', m.handler_id),
  ('closureController', m.closure_controller_id), ('dedicated', m.dedicated_id), ('executor', m.executor_id)) as part (part, staff_id)`

type SharedRow = Row & { people: { id: Uuid; name: string; part: MatterPart }[] }

/** OS-014: open matters of one person, or of everybody of the company who has left, in the order of their registration. */
export const workToTransfer = async (
  tx: Tx,
  estateId: Uuid,
  query: WorkToTransferQuery,
): Promise<{ rows: SharedWork[]; next: string | null } | Refusal> => {
  const after = keysetOf(query.cursor, ['uuid'])
  if (isRefusal(after)) return after
  const { rows } = await sql<SharedRow>`
    select ${COLUMNS}, (m.overdue or coalesce(m.next_due_at < ${tx.now}::timestamptz, false)) as late, who.people
    from matter m cross join lateral (
      select json_agg(json_build_object('id', s.id, 'name', s.name, 'part', part.part)) as people
      from ${PARTS} join staff s on s.id = part.staff_id
      where ${query.staffId === undefined ? sql`not s.active` : sql`s.id = ${query.staffId}`}) who
    where m.estate_id = ${estateId} and m.open and who.people is not null ${after ? sql`and m.id > ${after[0]}::uuid` : sql``}
    order by m.id limit ${query.limit + 1}`.execute(tx.db)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    rows: page.map((row) => ({ ...itemOf(row), people: row.people })),
    next: rows.length > query.limit && last ? encodeCursor([last.id]) : null,
  }
}

export const partsOf = async (
  tx: Tx,
  estateIds: readonly Uuid[],
  staffId: Uuid,
): Promise<{ estateId: Uuid; number: string; parts: MatterPart[] }[]> => {
  const { rows } = await sql<{ estate_id: Uuid; number: string; parts: MatterPart[] }>`
    select m.estate_id, m.number, array_agg(part.part) as parts from matter m cross join lateral ${PARTS}
    where m.estate_id = any(${[...estateIds]}::uuid[]) and m.open and part.staff_id = ${staffId}
    group by m.estate_id, m.id, m.number order by m.estate_id, m.number`.execute(tx.db)
  return rows.map((r) => ({ estateId: r.estate_id, number: r.number, parts: r.parts }))
}

/**
 * OS-014: the acting handler changes, and with it the closure controller where the giver was it; the owner stays. Only
 * what is still open and still the giver's. Returns what was moved.
 */
export const moveHandler = async (
  tx: Tx,
  estateId: Uuid,
  ids: readonly Uuid[],
  giverId: Uuid,
  takerId: Uuid,
): Promise<{ estate_id: Uuid; id: Uuid; state: string }[]> => {
  const { rows } = await sql<{ estate_id: Uuid; id: Uuid; state: string }>`
    update matter set handler_id = ${takerId},
      closure_controller_id = case when closure_controller_id = ${giverId} then ${takerId}::uuid else closure_controller_id end,
      updated_at = ${tx.now}
    where estate_id = ${estateId} and id = any(${[...ids]}::uuid[]) and open and handler_id = ${giverId}
    returning estate_id, id, state`.execute(tx.db)
  return rows
}
