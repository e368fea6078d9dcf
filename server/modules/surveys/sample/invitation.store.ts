import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { QueryOf } from '#contract/route.ts'
import type { listSurveyInvitations } from '#contract/survey-run.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { holdsOn } from '#modules/estate/index.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'

export type InvitationRow = Selectable<DB['survey_invitation']>
export type NewInvitation = Omit<InvitationRow, 'token_hash' | 'used' | 'reminded' | 'reminded_at' | 'estate_id'> & {
  /** Hex. */
  token_hash: string
}

/** Many at once; one parameter however many there are. */
export const insertInvitations = async (tx: Tx, estateId: Uuid, list: readonly NewInvitation[]): Promise<void> => {
  await sql`insert into survey_invitation (estate_id, id, survey_id, no, unit_id, customer_id, building_id, tenure, since, channel,
      matter_id, token_hash, invited_at, expires_at)
    select ${estateId}, r.id, r.survey_id, r.no, r.unit_id, r.customer_id, r.building_id, r.tenure, r.since, r.channel,
      r.matter_id, decode(r.token_hash, 'hex'), r.invited_at, r.expires_at
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as r(id uuid, survey_id uuid, no int, unit_id uuid, customer_id uuid,
      building_id uuid, tenure text, since text, channel text, matter_id uuid, token_hash text, invited_at timestamptz, expires_at timestamptz)`.execute(
    tx.db,
  )
}

export const lastSlipNo = async (tx: Tx, estateId: Uuid, surveyId: Uuid): Promise<number> => {
  const { rows } = await sql<{ last: number }>`select coalesce(max(no), 0)::int as last from survey_invitation
    where estate_id = ${estateId} and survey_id = ${surveyId}`.execute(tx.db)
  return rows[0]?.last ?? 0
}

type Which = { tokenHash: string } | { id: Uuid } | { surveyId: Uuid; no: number }
/** One invitation; `lock`: held until the transaction ends, so that it is used once. */
export const findInvitation = async (
  tx: Tx,
  estateId: Uuid,
  which: Which,
  { lock } = { lock: false },
): Promise<InvitationRow | undefined> => {
  const condition =
    'tokenHash' in which
      ? sql`token_hash = decode(${which.tokenHash}, 'hex')`
      : 'id' in which
        ? sql`id = ${which.id}`
        : sql`survey_id = ${which.surveyId} and no = ${which.no}`
  const { rows } =
    await sql<InvitationRow>`select * from survey_invitation where estate_id = ${estateId} and ${condition}
    ${lock ? sql`for update` : sql``}`.execute(tx.db)
  return rows[0]
}

/** In which language a customer is written to; Chinese where nothing is known. */
export const languageOf = async (tx: Tx, estateId: Uuid, customerId: Uuid | null): Promise<'zh' | 'en'> => {
  if (customerId === null) return 'zh'
  const row = await tx.db
    .selectFrom('customer')
    .select('language')
    .where('estate_id', '=', estateId)
    .where('id', '=', customerId)
    .executeTakeFirst()
  return row?.language === 'en' ? 'en' : 'zh'
}

export const markUsed = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<void> => {
  await tx.db
    .updateTable('survey_invitation')
    .set({ used: true })
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .execute()
}

export type DueRow = {
  id: Uuid
  survey_id: Uuid
  customer_id: Uuid
  name: string
  phone: string
  language: 'zh' | 'en'
  expires_at: Instant
  title_zh: string
  title_en: string
}
/**
 * Who has not answered and is reminded now: by message alone, while they live there, nobody who has meanwhile wished to
 * be left alone, and nobody after the last day.
 */
export const listToRemind = async (
  tx: Tx,
  estateId: Uuid,
  { quietSince, today, most, limit }: { quietSince: Instant; today: LocalDate; most: number; limit: number },
): Promise<DueRow[]> => {
  const { rows } = await sql<DueRow>`
    select i.id, i.survey_id, i.customer_id, c.name, p.phone, c.language, i.expires_at, s.title_zh, s.title_en
    from survey_invitation i
      join survey s on s.estate_id = i.estate_id and s.id = i.survey_id and s.state = 'opened'
      join customer c on c.estate_id = i.estate_id and c.id = i.customer_id and not c.no_callback
      join lateral (select phone from customer_phone where estate_id = i.estate_id and customer_id = i.customer_id and until_date is null
        order by preferred desc, id limit 1) p on true
    where i.estate_id = ${estateId} and not i.used and i.channel = 'sms' and i.expires_at > ${tx.now} and i.reminded < ${most}
      and coalesce(i.reminded_at, i.invited_at) <= ${quietSince}
      and exists (select 1 from residence r where r.estate_id = i.estate_id and r.customer_id = i.customer_id
        and r.unit_id = i.unit_id and ${holdsOn(today)})
      and not exists (select 1 from caution q where q.estate_id = i.estate_id
        and (q.customer_id = i.customer_id or q.unit_id = i.unit_id)
        and q.ended_at is null and q.kind in ('communication', 'privacy'))
    order by i.survey_id, i.no limit ${limit} for update of i skip locked`.execute(tx.db)
  return rows
}

export const markReminded = async (tx: Tx, estateId: Uuid, ids: readonly Uuid[]): Promise<void> => {
  await sql`update survey_invitation set reminded = reminded + 1, reminded_at = ${tx.now}
    where estate_id = ${estateId} and id = any(${[...ids]}::uuid[])`.execute(tx.db)
}

export type ListedInvitation = InvitationRow & {
  customer_name: string | null
  unit_display: string | null
  building_name: string | null
  phone: string | null
  language: string | null
}
const escaped = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&')
type Query = QueryOf<typeof listSurveyInvitations>
/** By the number on the slip. */
export const listInvitationRows = async (
  tx: Tx,
  estateId: Uuid,
  surveyId: Uuid,
  query: Query,
  after: number | undefined,
): Promise<ListedInvitation[]> => {
  const conditions: RawBuilder<unknown>[] = [sql`i.estate_id = ${estateId}`, sql`i.survey_id = ${surveyId}`]
  if (query.state === 'used') conditions.push(sql`i.used`)
  if (query.state === 'waiting') conditions.push(sql`not i.used and i.expires_at > ${tx.now}`)
  if (query.state === 'expired') conditions.push(sql`not i.used and i.expires_at <= ${tx.now}`)
  if (query.building) conditions.push(sql`i.building_id = ${query.building}`)
  if (query.tenure) conditions.push(sql`i.tenure = ${query.tenure}`)
  if (query.channel) conditions.push(sql`i.channel = ${query.channel}`)
  if (query.q) {
    const like = `%${escaped(query.q)}%`
    const no = /^\d{1,6}$/.test(query.q) ? Number(query.q) : -1
    conditions.push(sql`(i.no = ${no} or c.name like ${like} or u.display like ${like} or u.unit_no like ${like})`)
  }
  if (after !== undefined) conditions.push(sql`i.no > ${after}`)
  const { rows } = await sql<ListedInvitation>`
    select i.*, c.name as customer_name, c.language, u.display as unit_display, b.name as building_name,
      (select p.phone from customer_phone p where p.estate_id = i.estate_id and p.customer_id = i.customer_id and p.until_date is null
        order by p.preferred desc, p.id limit 1) as phone
    from survey_invitation i left join customer c on c.estate_id = i.estate_id and c.id = i.customer_id
      left join unit u on u.estate_id = i.estate_id and u.id = i.unit_id left join building b on b.estate_id = i.estate_id and b.id = i.building_id
    where ${sql.join(conditions, sql` and `)} order by i.no limit ${query.limit + 1}`.execute(tx.db)
  return rows
}

export type ProgressRow = { building_id: Uuid | null; tenure: string; invited: number; used: number }
export const progressRows = async (tx: Tx, estateId: Uuid, surveyId: Uuid): Promise<ProgressRow[]> => {
  const { rows } =
    await sql<ProgressRow>`select building_id, tenure, count(*)::int as invited, count(*) filter (where used)::int as used
    from survey_invitation where estate_id = ${estateId} and survey_id = ${surveyId} group by 1, 2`.execute(tx.db)
  return rows
}

export type ProgressCounts = { begun: number; reminded: number; expired: number; answered: number }
export const progressCounts = async (tx: Tx, estateId: Uuid, surveyId: Uuid): Promise<ProgressCounts> => {
  const { rows } = await sql<ProgressCounts>`select
    (select count(*)::int from survey_draft d join survey_invitation i on i.estate_id = d.estate_id and i.id = d.invitation_id
      where d.estate_id = ${estateId} and i.survey_id = ${surveyId}) as begun,
    (select count(*)::int from survey_invitation where estate_id = ${estateId} and survey_id = ${surveyId} and reminded > 0) as reminded,
    (select count(*)::int from survey_invitation where estate_id = ${estateId} and survey_id = ${surveyId} and not used and expires_at <= ${tx.now}) as expired,
    (select count(*)::int from survey_response where estate_id = ${estateId} and survey_id = ${surveyId})
      + (select count(*)::int from survey_sealed where estate_id = ${estateId} and survey_id = ${surveyId}) as answered`.execute(
    tx.db,
  )
  return rows[0] ?? { begun: 0, reminded: 0, expired: 0, answered: 0 }
}
