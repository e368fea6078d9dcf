import { sql } from 'kysely'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

export type ToCount = {
  id: Uuid
  template_id: Uuid
  invited: number
  used: number
  answered: number
  counted: number
}
const COUNTED = sql`select s.id, s.template_id, i.invited, i.used, r.counted, r.counted + w.waiting as answered
  from survey s left join survey_sum m on m.estate_id = s.estate_id and m.survey_id = s.id
    cross join lateral (select count(*)::int as invited, count(*) filter (where i.used)::int as used
      from survey_invitation i where i.estate_id = s.estate_id and i.survey_id = s.id) i
    cross join lateral (select count(*)::int as counted from survey_response r where r.estate_id = s.estate_id and r.survey_id = s.id) r
    cross join lateral (select count(*)::int as waiting from survey_sealed w where w.estate_id = s.estate_id and w.survey_id = s.id) w`

/** Surveys of the company in an estate whose sums no longer hold: answers only come, so a number tells. */
export const listToCount = async (tx: Tx, estateId: Uuid, smallestGroup: number): Promise<ToCount[]> => {
  const { rows } = await sql<ToCount>`${COUNTED}
    where s.estate_id = ${estateId} and s.template_id is not null and s.state <> 'draft'
      and (s.state = 'opened' or m.survey_id is null or m.counted_at < s.closed_at or m.smallest_group <> ${smallestGroup})
      and (m.survey_id is null or (m.invited, m.used, m.answered, m.counted, m.smallest_group)
        is distinct from (i.invited, i.used, r.counted + w.waiting, r.counted, ${smallestGroup}::int))`.execute(tx.db)
  return rows
}

export const findToCount = async (tx: Tx, estateId: Uuid, surveyId: Uuid): Promise<ToCount | undefined> => {
  const { rows } = await sql<ToCount>`${COUNTED}
    where s.estate_id = ${estateId} and s.id = ${surveyId} and s.template_id is not null`.execute(tx.db)
  return rows[0]
}

export const putSum = async (
  tx: Tx,
  estateId: Uuid,
  { id, ...counts }: ToCount,
  { items, smallestGroup }: { items: unknown; smallestGroup: number },
): Promise<void> => {
  const values = { ...counts, smallest_group: smallestGroup, items: JSON.stringify(items), counted_at: tx.now }
  await tx.db
    .insertInto('survey_sum')
    .values({ ...values, estate_id: estateId, survey_id: id })
    .onConflict((key) => key.columns(['estate_id', 'survey_id']).doUpdateSet(values))
    .execute()
}

export type SumTotals = {
  surveys: number
  invited: number
  used: number
  answered: number
  too_few: number
  newest: Instant | null
}
/** How many have been asked and have answered in these estates, and when that was counted last. */
export const sumTotals = async (tx: Tx, templateId: Uuid, estates: readonly Uuid[]): Promise<SumTotals> => {
  const { rows } = await sql<SumTotals>`select count(*)::int as surveys, coalesce(sum(invited), 0)::int as invited,
      coalesce(sum(used), 0)::int as used, coalesce(sum(answered), 0)::int as answered,
      count(*) filter (where answered > 0 and counted < smallest_group)::int as too_few, max(counted_at) as newest
    from survey_sum where template_id = ${templateId} and estate_id = any(${[...estates]}::uuid[])`.execute(tx.db)
  return rows[0] ?? { surveys: 0, invited: 0, used: 0, answered: 0, too_few: 0, newest: null }
}

export type SumRow = { estate_id: Uuid; code: string; name: string; survey_id: Uuid; items: unknown }
/** What each of these estates has come to, by code; those with fewer answers than make a group are not here. */
export const listSums = async (tx: Tx, templateId: Uuid, estates: readonly Uuid[]): Promise<SumRow[]> => {
  const { rows } = await sql<SumRow>`
    select m.estate_id, e.code, e.name, m.survey_id, m.items
    from survey_sum m join estate e on e.estate_id = m.estate_id
    where m.template_id = ${templateId} and m.estate_id = any(${[...estates]}::uuid[]) and m.counted >= m.smallest_group
    order by e.code`.execute(tx.db)
  return rows
}
