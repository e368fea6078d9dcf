import { type RawBuilder, sql } from 'kysely'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { AuditQuery } from '#contract/running.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { encodeCursor } from '../db/cursor.ts'
import { keysetOf } from '../db/keyset.ts'
import type { Tx } from '../db/tx.ts'
import { NO_ESTATE } from '../ids.ts'

export type AuditRow = {
  id: Uuid
  at: Instant
  actor_id: Uuid | null
  actor_name: string
  action: string
  subject_kind: string
  subject_id: Uuid | null
  purpose: string | null
  before: unknown
  after: unknown
}
export type AuditPlace = { estateId: Uuid } | { companyId: Uuid }

/** Newest first. A company's own entries belong to no estate: they are known by who made them. */
export const auditPage = async (
  tx: Tx,
  place: AuditPlace,
  query: AuditQuery,
): Promise<{ rows: AuditRow[]; next: string | null } | Refusal> => {
  const after = keysetOf(query.cursor, ['instant', 'uuid'])
  if (isRefusal(after)) return after
  const inEstate = 'estateId' in place
  const conditions: RawBuilder<unknown>[] = [
    sql`a.estate_id = ${inEstate ? place.estateId : NO_ESTATE}`,
    ...(inEstate
      ? []
      : [sql`exists (select 1 from staff s where s.id = a.actor_id and s.company_id = ${place.companyId})`]),
    ...filters(query),
    ...(after ? [sql`(a.at, a.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []),
  ]
  const { rows } = await sql<AuditRow>`
    select a.id, a.at, a.actor_id, a.actor_name, a.action, a.subject_kind, a.subject_id, a.purpose, a.before, a.after from audit a
    where ${sql.join(conditions, sql` and `)} order by a.at desc, a.id desc limit ${query.limit + 1}`.execute(tx.db)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > query.limit && last ? encodeCursor([last.at, last.id]) : null }
}

const filters = (query: AuditQuery): RawBuilder<unknown>[] => {
  const found: RawBuilder<unknown>[] = []
  if (query.actorId) found.push(sql`a.actor_id = ${query.actorId}`)
  // 'account' finds 'account.create' and its like
  if (query.action) found.push(sql`(a.action = ${query.action} or starts_with(a.action, ${`${query.action}.`}))`)
  if (query.subjectKind) found.push(sql`a.subject_kind = ${query.subjectKind}`)
  if (query.subjectId) found.push(sql`a.subject_id = ${query.subjectId}`)
  const zone = sql`coalesce((select d.time_zone from estate_directory d where d.estate_id = a.estate_id), 'Asia/Shanghai')`
  if (query.from) found.push(sql`a.at >= (${query.from}::date::timestamp at time zone ${zone})`)
  if (query.to) found.push(sql`a.at < ((${query.to}::date + 1)::timestamp at time zone ${zone})`)
  return found
}
