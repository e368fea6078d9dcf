import { sql } from 'kysely'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { newestFirst, type PageWanted } from '#modules/desk/index.ts'
import type { Tx } from '#platform/db/tx.ts'

export type RuleRow = {
  id: Uuid
  number: number
  text: string
  effective_on: LocalDate
  created_at: Instant
  created_by: Uuid
  created_name: string | null
}

/** The version that holds on a day: of those that have begun the one that began last, and of these the newest. */
export const ruleInForce = async (tx: Tx, estateId: Uuid, today: LocalDate): Promise<RuleRow | undefined> => {
  const { rows } =
    await sql<RuleRow>`select p.*, s.name as created_name from penalty_rule p left join staff s on s.id = p.created_by
    where p.estate_id = ${estateId} and p.effective_on <= ${today}::date order by p.effective_on desc, p.number desc limit 1`.execute(
      tx.db,
    )
  return rows[0]
}

export const listRuleRows = async (tx: Tx, estateId: Uuid, page: PageWanted): Promise<RuleRow[]> => {
  const { rows } =
    await sql<RuleRow>`select p.*, s.name as created_name from penalty_rule p left join staff s on s.id = p.created_by
    where p.estate_id = ${estateId} ${newestFirst(sql`p.created_at`, sql`p.id`, page)}`.execute(tx.db)
  return rows
}

type NewRule = { id: Uuid; number: number; text: string; effective_on: LocalDate; created_by: Uuid }
export const insertRule = async (tx: Tx, estateId: Uuid, rule: NewRule): Promise<void> => {
  await tx.db
    .insertInto('penalty_rule')
    .values({ ...rule, estate_id: estateId, created_at: tx.now })
    .execute()
}

export type ReviewRow = {
  id: Uuid
  matter_id: Uuid
  number: string
  title: string
  accused_staff_id: Uuid | null
  finding: string
  opened_at: Instant
  person_id: Uuid | null
  person_name: string | null
  decision: string | null
  decided_at: Instant | null
  decided_by: Uuid | null
  decided_name: string | null
  version: number
}
const REVIEW = sql`select r.id, r.matter_id, m.number, m.title, m.accused_staff_id, r.finding, r.opened_at, r.person_id, p.name as person_name, r.decision,
    r.decided_at, r.decided_by, d.name as decided_name, r.version
  from penalty_review r join matter m on m.estate_id = r.estate_id and m.id = r.matter_id
    left join staff p on p.id = r.person_id left join staff d on d.id = r.decided_by`

export const findReview = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<ReviewRow | undefined> => {
  const { rows } = await sql<ReviewRow>`${REVIEW} where r.estate_id = ${estateId} and r.id = ${id}`.execute(tx.db)
  return rows[0]
}

type ReviewFilter = { decided?: 'true' | 'false' | undefined; personId?: Uuid | undefined }
export const listReviewRows = async (
  tx: Tx,
  estateId: Uuid,
  filter: ReviewFilter,
  page: PageWanted,
): Promise<ReviewRow[]> => {
  const decided =
    filter.decided === undefined
      ? sql``
      : filter.decided === 'true'
        ? sql`and r.decided_at is not null`
        : sql`and r.decided_at is null`
  const { rows } = await sql<ReviewRow>`${REVIEW} where r.estate_id = ${estateId} ${decided}
    ${filter.personId ? sql`and r.person_id = ${filter.personId}` : sql``} ${newestFirst(sql`r.opened_at`, sql`r.id`, page)}`.execute(
    tx.db,
  )
  return rows
}

export const countOpenReviews = async (tx: Tx, estateId: Uuid): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from penalty_review
    where estate_id = ${estateId} and decided_at is null`.execute(tx.db)
  return rows[0]?.n ?? 0
}

/** False while one about this complaint is open. */
export const insertReview = async (
  tx: Tx,
  review: { estate_id: Uuid; id: Uuid; matter_id: Uuid; finding: string },
): Promise<boolean> => {
  const { rows } = await sql`insert into penalty_review (estate_id, id, matter_id, finding, opened_at)
    values (${review.estate_id}, ${review.id}, ${review.matter_id}, ${review.finding}, ${tx.now})
    on conflict (estate_id, matter_id) where decided_at is null do nothing returning 1`.execute(tx.db)
  return rows.length > 0
}

/** False when it was decided meanwhile, or is no longer the version that the caller saw. */
export const saveDecision = async (
  tx: Tx,
  review: { estate_id: Uuid; id: Uuid; version: number },
  decision: { person_id: Uuid | null; decision: string; decided_by: Uuid },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('penalty_review')
    .set((eb) => ({ ...decision, decided_at: tx.now, version: eb('version', '+', 1) }))
    .where('estate_id', '=', review.estate_id)
    .where('id', '=', review.id)
    .where('version', '=', review.version)
    .where('decided_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
