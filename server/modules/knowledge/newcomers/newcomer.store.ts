import { sql } from 'kysely'
import { ROLE_CODES, ROLES } from '#contract/permissions.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { newestFirst, type PageWanted } from '#modules/desk/index.ts'
import type { Tx } from '#platform/db/tx.ts'

const CALLING = ROLE_CODES.filter((role) =>
  (ROLES[role] as readonly string[]).some((may) => may === 'matter.callback' || may === 'complaint.callback'),
)

/** Interviews of `n` people that `a.staff_id` looked on at, confirmed by whose they were. */
const OBSERVED = sql`count(*) filter (where r.state = 'held' and r.held_by = r.watched_id and a.attended
  and a.passed is not false)::int`

export const observedOf = async (tx: Tx, estateId: Uuid, staffId: Uuid): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select ${OBSERVED} as n from training_attendee a
      join training r on r.estate_id = a.estate_id and r.id = a.training_id and r.kind = 'observation'
    where a.estate_id = ${estateId} and a.staff_id = ${staffId}`.execute(tx.db)
  return rows[0]?.n ?? 0
}

/** The first day of anybody's first role: from then on they work here. */
export const sinceOf = async (tx: Tx, staffId: Uuid): Promise<LocalDate | undefined> => {
  const row = await tx.db
    .selectFrom('staff_role')
    .select('from_date')
    .where('staff_id', '=', staffId)
    .orderBy('from_date')
    .limit(1)
    .executeTakeFirst()
  return row?.from_date
}

export type NewcomerRow = { id: Uuid; name: string; since: LocalDate; observed: number; planned: number }
type Wanted = { after: LocalDate; today: LocalDate; name?: string | undefined }
/** Who has worked here since after a day, may call customers back in this estate and is still here; the newest first. */
export const newcomerRows = async (
  tx: Tx,
  estateId: Uuid,
  { after, today, name }: Wanted,
  page: PageWanted,
): Promise<NewcomerRow[]> => {
  const { rows } = await sql<NewcomerRow>`select s.id, s.name, n.since, o.observed, o.planned from staff s
    join estate_directory d on d.estate_id = ${estateId} and d.company_id = s.company_id
    cross join lateral (select min(from_date) as since from staff_role where staff_id = s.id) n
    cross join lateral (select ${OBSERVED} as observed, count(*) filter (where r.state = 'planned')::int as planned
      from training_attendee a join training r on r.estate_id = a.estate_id and r.id = a.training_id and r.kind = 'observation'
      where a.estate_id = ${estateId} and a.staff_id = s.id) o
    where s.active and n.since > ${after}::date and n.since <= ${today}::date
      and exists (select from staff_role h where h.staff_id = s.id and (h.estate_id = ${estateId} or h.estate_id is null)
        and h.role = any(${[...CALLING]}::text[]) and h.from_date <= ${today}::date
        and (h.until_date is null or h.until_date >= ${today}::date))
      ${name ? sql`and strpos(lower(s.name), lower(${name})) > 0` : sql``}
      ${newestFirst(sql`n.since::timestamp at time zone 'UTC'`, sql`s.id`, page)}`.execute(tx.db)
  return rows
}
