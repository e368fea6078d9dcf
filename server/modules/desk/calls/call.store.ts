import { type Selectable, sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { PageWanted } from '../keyset.ts'
import { newestFirst } from '../page.store.ts'

export type CallRow = Selectable<DB['phone_call']> & {
  customer_name: string | null
  answered_name: string | null
  matter_number: string | null
}

const CALL = sql`select k.*, c.name as customer_name, s.name as answered_name, m.number as matter_number
  from phone_call k
  left join customer c on c.estate_id = k.estate_id and c.id = k.customer_id
  left join staff s on s.id = k.answered_by
  left join matter m on m.estate_id = k.estate_id and m.id = k.matter_id`

export const estateByCode = async (tx: Tx, code: string): Promise<Uuid | undefined> =>
  (await tx.db.selectFrom('estate_directory').select('estate_id').where('code', '=', code).executeTakeFirst())
    ?.estate_id

type NewCall = {
  estate_id: Uuid
  id: Uuid
  ref: string
  caller: string
  extension: string | null
  for_staff_id: Uuid | null
  customer_id: Uuid | null
  known: number
}
/** False when the exchange has told of this call before. */
export const insertCall = async (tx: Tx, call: NewCall): Promise<boolean> => {
  const rows = await tx.db
    .insertInto('phone_call')
    .values({ ...call, ringing_at: tx.now })
    .onConflict((c) => c.constraint('phone_call_ref_key').doNothing())
    .returning('id')
    .execute()
  return rows.length > 0
}

export const findCall = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<CallRow | undefined> => {
  const { rows } = await sql<CallRow>`${CALL} where k.estate_id = ${estateId} and k.id = ${id}`.execute(tx.db)
  return rows[0]
}
export const findCallByRef = async (tx: Tx, estateId: Uuid, ref: string): Promise<CallRow | undefined> => {
  const { rows } = await sql<CallRow>`${CALL} where k.estate_id = ${estateId} and k.ref = ${ref}`.execute(tx.db)
  return rows[0]
}

/** False when somebody else was first, or it had rung out. */
export const saveAnswer = async (
  tx: Tx,
  call: { estate_id: Uuid; id: Uuid },
  answer: { answered_by: Uuid; ring_seconds: number; late: boolean },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('phone_call')
    .set({ ...answer, answered_at: tx.now })
    .where('estate_id', '=', call.estate_id)
    .where('id', '=', call.id)
    .where('answered_at', 'is', null)
    .where('missed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const saveMissed = async (tx: Tx, call: { estate_id: Uuid; id: Uuid }): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('phone_call')
    .set({ missed_at: tx.now })
    .where('estate_id', '=', call.estate_id)
    .where('id', '=', call.id)
    .where('answered_at', 'is', null)
    .where('missed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const saveEnded = async (tx: Tx, call: { estate_id: Uuid; id: Uuid }): Promise<void> => {
  await tx.db
    .updateTable('phone_call')
    .set({ ended_at: tx.now })
    .where('estate_id', '=', call.estate_id)
    .where('id', '=', call.id)
    .where('ended_at', 'is', null)
    .execute()
}

export const saveLink = async (tx: Tx, call: { estate_id: Uuid; id: Uuid }, matterId: Uuid): Promise<void> => {
  await tx.db
    .updateTable('phone_call')
    .set({ matter_id: matterId })
    .where('estate_id', '=', call.estate_id)
    .where('id', '=', call.id)
    .execute()
}

export const staffAtExtension = async (tx: Tx, estateId: Uuid, extension: string): Promise<Uuid | undefined> =>
  (
    await tx.db
      .selectFrom('phone_extension')
      .select('staff_id')
      .where('estate_id', '=', estateId)
      .where('extension', '=', extension)
      .executeTakeFirst()
  )?.staff_id

export const sitAt = async (tx: Tx, estateId: Uuid, extension: string, staffId: Uuid): Promise<void> => {
  await sql`insert into phone_extension (estate_id, extension, staff_id, since) values (${estateId}, ${extension}, ${staffId}, ${tx.now})
    on conflict (estate_id, extension) do update set staff_id = excluded.staff_id, since = excluded.since`.execute(
    tx.db,
  )
}

/** Taken or missed, not ringing any more. */
export const OVER = sql`(k.answered_at is not null or k.missed_at is not null)`
type Filter = {
  state?: string | undefined
  late?: 'true' | 'false' | undefined
  linked?: 'true' | 'false' | undefined
  over?: 'true' | undefined
}
const STATES: Record<string, ReturnType<typeof sql>> = {
  ringing: sql`and k.answered_at is null and k.missed_at is null`,
  answered: sql`and k.answered_at is not null and k.ended_at is null`,
  missed: sql`and k.missed_at is not null`,
  ended: sql`and k.answered_at is not null and k.ended_at is not null`,
}
export const listCallRows = async (tx: Tx, estateId: Uuid, filter: Filter, page: PageWanted): Promise<CallRow[]> => {
  const linked =
    filter.linked === undefined
      ? sql``
      : filter.linked === 'true'
        ? sql`and k.matter_id is not null`
        : sql`and k.matter_id is null`
  const { rows } =
    await sql<CallRow>`${CALL} where k.estate_id = ${estateId} ${(filter.state && STATES[filter.state]) || sql``} ${linked}
    ${filter.over ? sql`and ${OVER}` : sql``} ${filter.late ? sql`and k.late = ${filter.late === 'true'}` : sql``} ${newestFirst(sql`k.ringing_at`, sql`k.id`, page)}`.execute(
      tx.db,
    )
  return rows
}
