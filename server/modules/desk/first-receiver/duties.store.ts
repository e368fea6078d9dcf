import { sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import { seeMatters } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { PageWanted } from '../keyset.ts'
import { MATTER_LINE, MATTER_LINE_JOINS, type MatterLineRow } from '../matter-line.store.ts'
import { oldestFirst } from '../page.store.ts'

// what an inspection found is nobody's word: the desk does not take it, and nobody is called back
const FROM_CUSTOMERS = sql`m.contact_type not in ('finding', 'violation')`

/** OS-015: registered on site, and no desk answers for it yet. */
export const listToTakeRows = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  page: PageWanted,
): Promise<MatterLineRow[]> => {
  const { rows } = await sql<MatterLineRow>`select ${MATTER_LINE} from matter m ${MATTER_LINE_JOINS}
    where m.estate_id = ${estateId} and m.open and m.handler_id is null and m.co_owner_id is null and ${FROM_CUSTOMERS} and ${seeMatters(actor, estateId)}
    ${oldestFirst(sql`m.received_at`, sql`m.id`, page)}`.execute(tx.db)
  return rows
}

export type DutyRow = MatterLineRow & {
  co_owner_name: string | null
  duties: { duty: string; done_at: string; by_id: Uuid; by_name: string }[]
}

/** OS-011: open matters of one first receiver with what is done of their four duties. */
export const listDutyRows = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  filter: { ownerId: Uuid; open?: string | undefined },
  page: PageWanted,
): Promise<DutyRow[]> => {
  const stillOpen = filter.open
    ? sql`and not exists (select 1 from matter_duty x where x.estate_id = m.estate_id and x.matter_id = m.id and x.duty = ${filter.open})`
    : sql``
  const { rows } = await sql<DutyRow>`select ${MATTER_LINE}, co.name as co_owner_name,
      coalesce((select json_agg(json_build_object('duty', d.duty, 'by_id', d.done_by, 'by_name', coalesce(s.name, ''),
        'done_at', to_char(d.done_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by d.done_at)
        from matter_duty d left join staff s on s.id = d.done_by where d.estate_id = m.estate_id and d.matter_id = m.id), '[]') as duties
    from matter m ${MATTER_LINE_JOINS} left join staff co on co.id = m.co_owner_id
    where m.estate_id = ${estateId} and m.open and m.owner_id = ${filter.ownerId} and ${FROM_CUSTOMERS} and ${seeMatters(actor, estateId)} ${stillOpen}
    ${oldestFirst(sql`m.received_at`, sql`m.id`, page)}`.execute(tx.db)
  return rows
}

/** Whose voices were merged into this matter: they too hear of its result. */
export const ownersOfMerged = async (tx: Tx, estateId: Uuid, matterId: Uuid): Promise<Uuid[]> => {
  const rows = await tx.db
    .selectFrom('matter')
    .select('owner_id')
    .distinct()
    .where('estate_id', '=', estateId)
    .where('merged_into_id', '=', matterId)
    .execute()
  return rows.map((r) => r.owner_id)
}
