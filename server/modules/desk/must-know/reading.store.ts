import { sql } from 'kysely'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Keyset } from '../keyset.ts'

/** The content of the last version that this person confirmed to have read; undefined when none. */
export const lastReadContent = async (
  tx: Tx,
  estateId: Uuid,
  staffId: Uuid,
): Promise<{ number: number; content: unknown } | undefined> => {
  const { rows } = await sql<{ number: number; content: unknown }>`select v.number, v.content from must_know_reading r
    join must_know_version v on v.estate_id = r.estate_id and v.id = r.version_id
    where r.estate_id = ${estateId} and r.staff_id = ${staffId} order by v.number desc limit 1`.execute(tx.db)
  return rows[0]
}

/** The first confirmation stands; returns its time. */
export const insertReading = async (
  tx: Tx,
  estateId: Uuid,
  versionId: Uuid,
  staffId: Uuid,
  fields: readonly string[],
): Promise<Instant> => {
  const { rows } = await sql<{ confirmed_at: Instant }>`
    with made as (insert into must_know_reading (estate_id, version_id, staff_id, fields, confirmed_at)
      values (${estateId}, ${versionId}, ${staffId}, ${[...fields]}::text[], ${tx.now}) on conflict on constraint must_know_reading_pk do nothing returning confirmed_at)
    select confirmed_at from made union all
    select confirmed_at from must_know_reading where estate_id = ${estateId} and version_id = ${versionId} and staff_id = ${staffId}`.execute(
    tx.db,
  )
  return rows[0]?.confirmed_at ?? tx.now
}

export const readingsOf = async (tx: Tx, estateId: Uuid, versionId: Uuid): Promise<Map<Uuid, Instant>> => {
  const rows = await tx.db
    .selectFrom('must_know_reading')
    .select(['staff_id', 'confirmed_at'])
    .where('estate_id', '=', estateId)
    .where('version_id', '=', versionId)
    .execute()
  return new Map(rows.map((r) => [r.staff_id, r.confirmed_at]))
}

export type QuizRow = {
  id: Uuid
  estate_id: Uuid
  version_id: Uuid
  staff_id: Uuid
  staff_name: string | null
  number: number
  questions: unknown
  answers: unknown
  started_at: Instant
  finished_at: Instant | null
  percent: number | null
  passed: boolean | null
}
const QUIZ = sql`select q.*, v.number, s.name as staff_name from must_know_quiz q
  join must_know_version v on v.estate_id = q.estate_id and v.id = q.version_id left join staff s on s.id = q.staff_id`

export const findQuiz = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<QuizRow | undefined> => {
  const { rows } = await sql<QuizRow>`${QUIZ} where q.estate_id = ${estateId} and q.id = ${id}`.execute(tx.db)
  return rows[0]
}

export const unfinishedQuiz = async (
  tx: Tx,
  estateId: Uuid,
  versionId: Uuid,
  staffId: Uuid,
): Promise<QuizRow | undefined> => {
  const { rows } =
    await sql<QuizRow>`${QUIZ} where q.estate_id = ${estateId} and q.staff_id = ${staffId} and q.version_id = ${versionId}
    and q.finished_at is null order by q.started_at desc limit 1`.execute(tx.db)
  return rows[0]
}

export const insertQuiz = async (
  tx: Tx,
  quiz: { estate_id: Uuid; id: Uuid; version_id: Uuid; staff_id: Uuid; questions: unknown },
): Promise<void> => {
  await tx.db
    .insertInto('must_know_quiz')
    .values({ ...quiz, questions: JSON.stringify(quiz.questions), started_at: tx.now })
    .execute()
}

/** False when it had been finished before. */
export const finishQuiz = async (
  tx: Tx,
  quiz: { estate_id: Uuid; id: Uuid },
  result: { answers: readonly (number | null)[]; correct: number; percent: number; passed: boolean },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('must_know_quiz')
    .set({ ...result, answers: JSON.stringify(result.answers), finished_at: tx.now })
    .where('estate_id', '=', quiz.estate_id)
    .where('id', '=', quiz.id)
    .where('finished_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const listQuizRows = async (
  tx: Tx,
  estateId: Uuid,
  filter: { staffId?: Uuid | undefined; passed?: 'true' | 'false' | undefined },
  page: { after: Keyset | undefined; limit: number },
): Promise<QuizRow[]> => {
  const { rows } = await sql<QuizRow>`${QUIZ} where q.estate_id = ${estateId} and q.finished_at is not null
    ${filter.staffId ? sql`and q.staff_id = ${filter.staffId}` : sql``} ${filter.passed ? sql`and q.passed = ${filter.passed === 'true'}` : sql``}
    ${page.after ? sql`and (q.started_at, q.id) < (${page.after.at}::timestamptz, ${page.after.id}::uuid)` : sql``}
    order by q.started_at desc, q.id desc limit ${page.limit + 1}`.execute(tx.db)
  return rows
}

export type BestQuiz = { staff_id: Uuid; percent: number; passed_at: Instant | null }
/** Of each person on one version: the last passed quiz, else the best. */
export const bestQuizzes = async (tx: Tx, estateId: Uuid, versionId: Uuid): Promise<Map<Uuid, BestQuiz>> => {
  const { rows } =
    await sql<BestQuiz>`select staff_id, max(percent)::int as percent, max(finished_at) filter (where passed) as passed_at
    from must_know_quiz where estate_id = ${estateId} and version_id = ${versionId} and finished_at is not null group by staff_id`.execute(
      tx.db,
    )
  return new Map(rows.map((r) => [r.staff_id, r]))
}
