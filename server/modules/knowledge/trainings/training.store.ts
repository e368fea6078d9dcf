import { sql, type Updateable } from 'kysely'
import type { Training } from '#contract/trainings.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { newestFirst, type PageWanted } from '#modules/desk/index.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'

export type TrainingRow = {
  id: Uuid
  topic: string
  kind: Training['kind']
  starts_at: Instant
  place: string | null
  trainer: string
  content: string | null
  state: Training['state']
  summary: string | null
  watched_id: Uuid | null
  watched_name: string | null
  held_by: Uuid | null
  held_by_name: string | null
  cancel_reason: string | null
  version: number
  invited: number
  attended: number
  passed: number
  failed: number
}
const TRAINING = sql`select r.id, r.topic, r.kind, r.starts_at, r.place, r.trainer, r.content, r.state, r.summary, r.held_by,
    s.name as held_by_name, r.watched_id, w.name as watched_name, r.cancel_reason, r.version, n.invited, n.attended, n.passed, n.failed
  from training r left join staff s on s.id = r.held_by left join staff w on w.id = r.watched_id
  cross join lateral (select count(*)::int as invited, count(*) filter (where a.attended)::int as attended,
      count(*) filter (where a.passed)::int as passed, count(*) filter (where not a.passed)::int as failed
    from training_attendee a where a.estate_id = r.estate_id and a.training_id = r.id) n`

export const findTraining = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<TrainingRow | undefined> => {
  const { rows } = await sql<TrainingRow>`${TRAINING} where r.estate_id = ${estateId} and r.id = ${id}`.execute(tx.db)
  return rows[0]
}

type Filter = { kind?: string | undefined; state?: string | undefined; staffId?: Uuid | undefined }
export const listTrainingRows = async (
  tx: Tx,
  estateId: Uuid,
  { kind, state, staffId }: Filter,
  page: PageWanted,
): Promise<TrainingRow[]> => {
  const { rows } = await sql<TrainingRow>`${TRAINING} where r.estate_id = ${estateId}
    ${kind ? sql`and r.kind = ${kind}` : sql``} ${state ? sql`and r.state = ${state}` : sql``}
    ${staffId ? sql`and exists (select from training_attendee a where a.estate_id = r.estate_id and a.training_id = r.id and a.staff_id = ${staffId})` : sql``}
    ${newestFirst(sql`r.starts_at`, sql`r.id`, page)}`.execute(tx.db)
  return rows
}

export type AttendeeRow = {
  staff_id: Uuid
  name: string | null
  attended: boolean | null
  passed: boolean | null
  note: string | null
}
export const attendeesOf = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<AttendeeRow[]> => {
  const { rows } = await sql<AttendeeRow>`select a.staff_id, s.name, a.attended, a.passed, a.note
    from training_attendee a left join staff s on s.id = a.staff_id
    where a.estate_id = ${estateId} and a.training_id = ${id} order by s.name, a.staff_id`.execute(tx.db)
  return rows
}

export const insertTraining = async (
  tx: Tx,
  row: Pick<TrainingRow, 'id' | 'topic' | 'kind' | 'starts_at' | 'place' | 'trainer' | 'content' | 'watched_id'> & {
    estate_id: Uuid
    created_by: Uuid
  },
): Promise<void> => {
  await tx.db
    .insertInto('training')
    .values({ ...row, created_at: tx.now })
    .execute()
}

/** False for an old view of it, and for one that is not planned any more. */
export const savePlanned = async (
  tx: Tx,
  estateId: Uuid,
  { id, version }: { id: Uuid; version: number },
  patch: Updateable<DB['training']>,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('training')
    .set((eb) => ({ ...patch, version: eb('version', '+', 1) }))
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'planned')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export type NewAttendee = { staff_id: Uuid; attended?: boolean; passed?: boolean | null; note?: string | null }
/** These and nobody else. */
export const putAttendees = async (
  tx: Tx,
  estateId: Uuid,
  trainingId: Uuid,
  people: readonly NewAttendee[],
): Promise<void> => {
  await tx.db
    .deleteFrom('training_attendee')
    .where('estate_id', '=', estateId)
    .where('training_id', '=', trainingId)
    .execute()
  await tx.db
    .insertInto('training_attendee')
    .values(people.map((one) => ({ ...one, estate_id: estateId, training_id: trainingId })))
    .execute()
}
