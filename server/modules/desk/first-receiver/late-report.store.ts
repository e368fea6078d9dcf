import { sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import { seeMatters } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { PageWanted, Range } from '../keyset.ts'
import { MATTER_LINE, MATTER_LINE_JOINS, type MatterLineRow } from '../matter-line.store.ts'
import { newestFirst } from '../page.store.ts'

export type Collector = { owner_id: Uuid; roles: string[]; lines: string[] }
export type LateCount = Collector & { late: number; logged: number }
export type LateRow = MatterLineRow & Collector

// what the colleague who collected it is, in this estate
const rolesOf = (estateId: Uuid, owner: ReturnType<typeof sql>) => sql`
  coalesce((select array_agg(r.role order by r.role) from staff_role r where r.staff_id = ${owner} and (r.estate_id = ${estateId} or r.estate_id is null)), '{}') as roles,
  coalesce((select array_agg(r.line order by r.line) from staff_role r where r.staff_id = ${owner} and r.estate_id = ${estateId} and r.line is not null), '{}') as lines`

/** Per collector; lines of business are put together by the rule. */
export const countLate = async (tx: Tx, actor: Actor, estateId: Uuid, range: Range): Promise<LateCount[]> => {
  const { rows } = await sql<LateCount>`select x.*, ${rolesOf(estateId, sql`x.owner_id`)} from (
      select m.owner_id, count(*) filter (where m.flags @> '{lateReport}')::int as late, count(*)::int as logged
      from matter m where m.estate_id = ${estateId} and m.received_at >= ${range.from ?? null}::timestamptz and m.received_at < ${range.before ?? null}::timestamptz
        and m.contact_type not in ('finding', 'violation') and ${seeMatters(actor, estateId)}
      group by m.owner_id) x`.execute(tx.db)
  return rows
}

export const listLateRows = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  page: PageWanted,
  ownerIds: readonly Uuid[] | undefined,
): Promise<LateRow[]> => {
  const { rows } =
    await sql<LateRow>`select ${MATTER_LINE}, ${rolesOf(estateId, sql`m.owner_id`)} from matter m ${MATTER_LINE_JOINS}
    where m.estate_id = ${estateId} and m.flags @> '{lateReport}' and ${seeMatters(actor, estateId)}
    ${ownerIds ? sql`and m.owner_id = any(${[...ownerIds]}::uuid[])` : sql``}
    ${newestFirst(sql`m.received_at`, sql`m.id`, page)}`.execute(tx.db)
  return rows
}

/** Everybody who ever brought something late, with roles and lines, so that a list can be narrowed to a line. */
export const lateCollectors = async (tx: Tx, estateId: Uuid): Promise<Collector[]> => {
  const { rows } = await sql<Collector>`select x.owner_id, ${rolesOf(estateId, sql`x.owner_id`)} from (
    select distinct m.owner_id from matter m where m.estate_id = ${estateId} and m.flags @> '{lateReport}') x`.execute(
    tx.db,
  )
  return rows
}
