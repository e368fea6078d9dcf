import { type RawBuilder, type Selectable, sql } from 'kysely'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { QueryOf } from '#contract/route.ts'
import type { listSurveys } from '#contract/surveys.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { encodeCursor } from '#platform/db/cursor.ts'
import { keysetOf } from '#platform/db/keyset.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'

export type SurveyRow = Selectable<DB['survey']>
export type CountedRow = SurveyRow & {
  invited: number
  /** Invitations that were answered; `answered` counts sheets from a box too. */
  used: number
  answered: number
  waiting: number
  created_name: string | null
  opened_name: string | null
  closed_name: string | null
}

// what waits to be counted in has been answered too
const COUNTED = sql`select s.*, c.name as created_name, o.name as opened_name, d.name as closed_name,
    i.invited, i.used,
    (select count(*)::int from survey_response r where r.estate_id = s.estate_id and r.survey_id = s.id) + w.waiting as answered, w.waiting
  from survey s left join staff c on c.id = s.created_by left join staff o on o.id = s.opened_by left join staff d on d.id = s.closed_by
    cross join lateral (select count(*)::int as invited, count(*) filter (where i.used)::int as used
      from survey_invitation i where i.estate_id = s.estate_id and i.survey_id = s.id) i
    cross join lateral (select count(*)::int as waiting from survey_sealed e where e.estate_id = s.estate_id and e.survey_id = s.id) w`

export const findSurvey = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<CountedRow | undefined> => {
  const { rows } = await sql<CountedRow>`${COUNTED} where s.estate_id = ${estateId} and s.id = ${id}`.execute(tx.db)
  return rows[0]
}

/** The bare row; `share` keeps it as it is while an answer goes in, `update` holds it alone, both until the transaction ends. */
export const bareSurvey = async (
  tx: Tx,
  estateId: Uuid,
  id: Uuid,
  lock: 'none' | 'share' | 'update',
): Promise<SurveyRow | undefined> => {
  const hold = { none: sql``, share: sql`for share`, update: sql`for update` }[lock]
  const { rows } =
    await sql<SurveyRow>`select * from survey where estate_id = ${estateId} and id = ${id} ${hold}`.execute(tx.db)
  return rows[0]
}
export const lockSurvey = (tx: Tx, estateId: Uuid, id: Uuid) => bareSurvey(tx, estateId, id, 'update')

type Query = QueryOf<typeof listSurveys>
/** Newest first. */
export const listSurveyRows = async (
  tx: Tx,
  estateId: Uuid,
  query: Query,
): Promise<{ rows: CountedRow[]; next: string | null } | Refusal> => {
  const after = keysetOf(query.cursor, ['instant', 'uuid'])
  if (isRefusal(after)) return after
  const conditions: RawBuilder<unknown>[] = [sql`s.estate_id = ${estateId}`]
  if (query.kind) conditions.push(sql`s.kind = ${query.kind}`)
  if (query.state) conditions.push(sql`s.state = ${query.state}`)
  if (query.q) conditions.push(sql`position(lower(${query.q}::text) in lower(s.title_zh || ' ' || s.title_en)) > 0`)
  // one that never closes lasts until today
  const zone = sql`(select e.time_zone from estate e where e.estate_id = ${estateId})`
  const ended = sql`case when s.opened_at is null then s.created_at else coalesce(s.closed_at, ${tx.now}::timestamptz) end`
  if (query.from) conditions.push(sql`${ended} >= (${query.from}::date::timestamp at time zone ${zone})`)
  if (query.to)
    conditions.push(
      sql`coalesce(s.opened_at, s.created_at) < ((${query.to}::date + 1)::timestamp at time zone ${zone})`,
    )
  if (after) conditions.push(sql`(s.created_at, s.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const { rows } = await sql<CountedRow>`${COUNTED} where ${sql.join(conditions, sql` and `)}
    order by s.created_at desc, s.id desc limit ${query.limit + 1}`.execute(tx.db)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > query.limit && last ? encodeCursor([last.created_at, last.id]) : null }
}

export const revisionsOf = (
  tx: Tx,
  estateId: Uuid,
  rootId: Uuid,
): Promise<{ id: Uuid; revision: number; state: string }[]> =>
  tx.db
    .selectFrom('survey')
    .select(['id', 'revision', 'state'])
    .where('estate_id', '=', estateId)
    .where('root_id', '=', rootId)
    .orderBy('revision')
    .execute()

type New = Pick<SurveyRow, 'id' | 'root_id' | 'revision' | 'kind' | 'title_zh' | 'title_en' | 'created_by'> &
  Partial<Pick<SurveyRow, 'intro_zh' | 'intro_en' | 'free_text' | 'anonymous'>> & {
    questions?: string
    sample?: string
  }
/** A draft. */
export const insertSurvey = async (tx: Tx, estateId: Uuid, survey: New): Promise<void> => {
  await tx.db
    .insertInto('survey')
    .values({ ...survey, estate_id: estateId, created_at: tx.now, updated_at: tx.now })
    .execute()
}

type Patch = Partial<
  Pick<
    SurveyRow,
    | 'state'
    | 'title_zh'
    | 'title_en'
    | 'intro_zh'
    | 'intro_en'
    | 'free_text'
    | 'anonymous'
    | 'opens_on'
    | 'open_refused'
    | 'opened_at'
    | 'opened_by'
    | 'closes_on'
    | 'closed_at'
    | 'closed_by'
  >
> & { questions?: string; sample?: string }
/** False when it is no longer in this state or not the version that the caller saw. */
export const changeSurvey = async (
  tx: Tx,
  { estate_id, id }: Pick<SurveyRow, 'estate_id' | 'id'>,
  { state, version }: { state: string; version: number },
  patch: Patch,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('survey')
    .set((eb) => ({ ...patch, updated_at: tx.now, version: eb('version', '+', 1) }))
    .where('estate_id', '=', estate_id)
    .where('id', '=', id)
    .where('state', '=', state)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Open surveys of an estate: those whose last day lies before this one, or all of a kind. */
export const openSurveys = async (
  tx: Tx,
  estateId: Uuid,
  which: { overBy?: LocalDate; kind?: string } = {},
): Promise<SurveyRow[]> => {
  const over = which.overBy ? sql`and closes_on < ${which.overBy}::date` : sql``
  const kind = which.kind ? sql`and kind = ${which.kind}` : sql``
  const { rows } =
    await sql<SurveyRow>`select * from survey where estate_id = ${estateId} and state = 'opened' ${over} ${kind}
    order by opened_at`.execute(tx.db)
  return rows
}

export const estateNameOf = async (tx: Tx, estateId: Uuid): Promise<string> =>
  (await tx.db.selectFrom('estate').select('name').where('estate_id', '=', estateId).executeTakeFirst())?.name ?? ''
