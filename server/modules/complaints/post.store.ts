import { sql, type Updateable } from 'kysely'
import type { Instant, Uuid } from '#contract/values.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'

type MatterId = { estate_id: Uuid; id: Uuid }
type PostPatch = Omit<Updateable<DB['complaint_post']>, 'estate_id' | 'matter_id'>

export const savePost = async (tx: Tx, matter: MatterId, patch: PostPatch): Promise<void> => {
  await tx.db
    .insertInto('complaint_post')
    .values({ estate_id: matter.estate_id, matter_id: matter.id, ...patch })
    .onConflict((c) => c.columns(['estate_id', 'matter_id']).doUpdateSet(patch))
    .execute()
}

/** CP-113: when the holding reply goes out that waits for its time; nothing where none waits. */
export const moveWaitingHolding = async (tx: Tx, matter: MatterId, at: Instant): Promise<undefined> => {
  await tx.db
    .updateTable('complaint_post')
    .set({ holding_at: at })
    .where('estate_id', '=', matter.estate_id)
    .where('matter_id', '=', matter.id)
    .where('holding_at', 'is not', null)
    .where('holding_published_at', 'is', null)
    .execute()
  return undefined
}

/** CP-115: points that stand already keep their answers; new ones go to the end. */
export const addPoints = async (tx: Tx, matter: MatterId, points: readonly string[]): Promise<void> => {
  if (points.length === 0) return
  const rows = points.map((text) => ({ id: newId(), text }))
  await sql`
    insert into complaint_point (estate_id, id, matter_id, no, text)
    select ${matter.estate_id}, r.id, ${matter.id}, (select coalesce(max(no), 0) from complaint_point
        where estate_id = ${matter.estate_id} and matter_id = ${matter.id}) + row_number() over (order by r.place), r.text
    from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (id uuid, text text)) with ordinality as r(id, text, place)
    where not exists (select 1 from complaint_point q
      where q.estate_id = ${matter.estate_id} and q.matter_id = ${matter.id} and q.text = r.text)`.execute(tx.db)
}

/** CP-124: points that nobody has answered go along behind those of the other complaint, and keep where they were raised. */
export const movePoints = async (tx: Tx, from: MatterId, toId: Uuid): Promise<void> => {
  await sql`
    update complaint_point q set matter_id = ${toId}, origin_id = coalesce(q.origin_id, ${from.id}::uuid), no = p.no
    from (select s.id, (select coalesce(max(t.no), 0) from complaint_point t where t.estate_id = ${from.estate_id} and t.matter_id = ${toId})
        + row_number() over (order by s.no) as no
      from complaint_point s where s.estate_id = ${from.estate_id} and s.matter_id = ${from.id} and s.answer is null) p
    where q.estate_id = ${from.estate_id} and q.id = p.id`.execute(tx.db)
}

export const answerPoint = async (
  tx: Tx,
  matter: MatterId,
  point: { id: Uuid; answer: string; by: Uuid },
): Promise<void> => {
  await tx.db
    .updateTable('complaint_point')
    .set({ answer: point.answer, answered_at: tx.now, answered_by: point.by })
    .where('estate_id', '=', matter.estate_id)
    .where('matter_id', '=', matter.id)
    .where('id', '=', point.id)
    .execute()
}

/** Is this place on line one that somebody watches (CP-076)? Undefined: it is no place on line of this estate. */
export const isWatched = async (tx: Tx, estateId: Uuid, watchId: Uuid): Promise<boolean | undefined> => {
  const row = await tx.db
    .selectFrom('watch_channel')
    .select('active')
    .where('estate_id', '=', estateId)
    .where('id', '=', watchId)
    .where('kind', '=', 'online')
    .executeTakeFirst()
  return row?.active
}

/** CP-113: posts whose holding reply is approved and whose time has come while quality is silent. */
export const holdingsDue = async (tx: Tx, limit: number): Promise<{ estate_id: Uuid; matter_id: Uuid }[]> => {
  const { rows } = await sql<{ estate_id: Uuid; matter_id: Uuid }>`
    select p.estate_id, p.matter_id from complaint_post p join matter m on m.estate_id = p.estate_id and m.id = p.matter_id
      join complaint_case c on c.estate_id = p.estate_id and c.matter_id = p.matter_id and c.first_reply_at is null
    where p.holding_at <= ${tx.now} and p.holding_published_at is null and p.holding_approved_at is not null
      and p.verdict is null and m.open order by p.holding_at limit ${limit}`.execute(tx.db)
  return rows
}
