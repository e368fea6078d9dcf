import { type RawBuilder, sql } from 'kysely'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { QueryOf } from '#contract/route.ts'
import type { listSurveyRollOut } from '#contract/survey-roll-out.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { encodeCursor } from '#platform/db/cursor.ts'
import { keysetOf } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'

type Given = { templateId: Uuid; opensOn: LocalDate | null; by: Uuid }
/** A draft of it for each of these estates in one statement; whoever has it already keeps what it has. Returns who got one. */
export const insertRollOut = async (
  tx: Tx,
  estates: readonly Uuid[],
  { templateId, opensOn, by }: Given,
): Promise<Uuid[]> => {
  const ids = estates.map(() => newId())
  const { rows } = await sql<{ estate_id: Uuid }>`
    insert into survey (estate_id, id, root_id, revision, kind, title_zh, title_en, intro_zh, intro_en, questions, free_text,
      anonymous, sample, template_id, opens_on, created_at, created_by, updated_at)
    select e.estate_id, e.id, e.id, 1, t.kind, t.title_zh, t.title_en, t.intro_zh, t.intro_en, t.questions, t.free_text,
      t.anonymous, t.sample, t.id, ${opensOn}::date, ${tx.now}::timestamptz, ${by}::uuid, ${tx.now}::timestamptz
    from unnest(${[...estates]}::uuid[], ${ids}::uuid[]) e(estate_id, id) cross join survey_template t where t.id = ${templateId}
    on conflict (estate_id, template_id) where template_id is not null do nothing
    returning estate_id`.execute(tx.db)
  return rows.map((r) => r.estate_id)
}

const STATE = sql`case when s.id is null then 'none' when s.open_refused is not null then 'refused' else s.state end`

export type RollOutRow = {
  estate_id: Uuid
  code: string
  name: string
  state: string
  survey_id: Uuid | null
  opens_on: LocalDate | null
  open_refused: string | null
  opened_at: Instant | null
  closes_on: LocalDate | null
  closed_at: Instant | null
  invited: number
  used: number
  answered: number
}
/** These estates by code, each with its survey of the template; what is counted is counted for the page alone. */
export const listRollOutRows = async (
  tx: Tx,
  { templateId, estates }: { templateId: Uuid; estates: readonly Uuid[] },
  query: QueryOf<typeof listSurveyRollOut>,
): Promise<{ rows: RollOutRow[]; next: string | null } | Refusal> => {
  const after = keysetOf(query.cursor, ['text'])
  if (isRefusal(after)) return after
  const conditions: RawBuilder<unknown>[] = [sql`e.estate_id = any(${[...estates]}::uuid[])`]
  if (query.state) conditions.push(sql`${STATE} = ${query.state}`)
  if (query.q) {
    const like = `%${query.q.replaceAll(/[\\%_]/g, '\\$&')}%`
    conditions.push(sql`(e.name ilike ${like} or e.code ilike ${like})`)
  }
  if (after) conditions.push(sql`e.code > ${after[0]}`)
  const { rows } = await sql<RollOutRow>`
    with k as materialized (
      select e.estate_id, e.code, e.name, ${STATE} as state, s.id as survey_id, s.opens_on, s.open_refused, s.opened_at,
        s.closes_on, s.closed_at
      from estate e left join survey s on s.estate_id = e.estate_id and s.template_id = ${templateId}
      where ${sql.join(conditions, sql` and `)} order by e.code limit ${query.limit + 1})
    select k.*, i.invited, i.used,
      (select count(*)::int from survey_response r where r.estate_id = k.estate_id and r.survey_id = k.survey_id)
        + (select count(*)::int from survey_sealed w where w.estate_id = k.estate_id and w.survey_id = k.survey_id) as answered
    from k cross join lateral (select count(*)::int as invited, count(*) filter (where i.used)::int as used
      from survey_invitation i where i.estate_id = k.estate_id and i.survey_id = k.survey_id) i
    order by k.code`.execute(tx.db)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > query.limit && last ? encodeCursor([last.code]) : null }
}

/** How many of these estates are in which state. */
export const countRollOut = async (
  tx: Tx,
  templateId: Uuid,
  estates: readonly Uuid[],
): Promise<{ state: string; n: number }[]> => {
  const { rows } = await sql<{ state: string; n: number }>`select ${STATE} as state, count(*)::int as n
    from estate e left join survey s on s.estate_id = e.estate_id and s.template_id = ${templateId}
    where e.estate_id = any(${[...estates]}::uuid[]) group by 1`.execute(tx.db)
  return rows
}

export type DueRow = { estate_id: Uuid; id: Uuid; version: number }
/** Drafts whose day has come, each on the clock of its estate. */
export const listDue = async (tx: Tx): Promise<DueRow[]> => {
  const { rows } = await sql<DueRow>`select s.estate_id, s.id, s.version
    from survey s join estate e on e.estate_id = s.estate_id
    where s.opens_on is not null and s.open_refused is null
      and s.opens_on <= (${tx.now}::timestamptz at time zone e.time_zone)::date
    order by s.opens_on, s.estate_id`.execute(tx.db)
  return rows
}

/** It stays a draft, and says why. */
export const noteRefused = async (tx: Tx, { estate_id, id, version }: DueRow, code: string): Promise<void> => {
  await tx.db
    .updateTable('survey')
    .set((eb) => ({ open_refused: code, updated_at: tx.now, version: eb('version', '+', 1) }))
    .where('estate_id', '=', estate_id)
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .where('version', '=', version)
    .execute()
}
