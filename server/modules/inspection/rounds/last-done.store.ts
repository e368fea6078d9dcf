import { type RawBuilder, sql } from 'kysely'
import type { LastDone } from '#contract/inspection-rounds.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { hasWords } from '../plans/plan.store.ts'
import { NEWEST_FIRST } from '../scores/score.store.ts'
import { trueEnd } from '../true-end.store.ts'

export type LastDoneRow = {
  place_id: Uuid
  code: string
  place: string
  touchpoint: LastDone['touchpoint']
  building: string | null
  task: string | null
  last_at: Instant | null
  last_by: Uuid | null
  last_by_name: string | null
  next_due_at: Instant | null
  missed30: number
}
type Asked = {
  q?: string | undefined
  placeId?: Uuid | undefined
  buildingId?: Uuid | undefined
  touchpoint?: string | undefined
  after: readonly [code: string, task: string] | undefined
  limit: number
}

/**
 * FD-810: each place with each task that some plan has for it, and with its last inspection (task null); when it was last
 * done and by whom, when it is due next, how often it was missed in thirty days. One row more than asked.
 */
export const lastDoneRows = async (
  tx: Tx,
  estateId: Uuid,
  asked: Asked,
  visible: RawBuilder<unknown>,
): Promise<LastDoneRow[]> => {
  const words = asked.q?.split(/\s+/).filter(Boolean) ?? []
  const has = (word: string) =>
    sql`and ${hasWords(sql`(p.code || ' ' || p.name || ' ' || coalesce(b.name, '') || ' ' || coalesce(k.task, ''))`, word)}`
  const same = sql`r.kind in ('self', 'task') and r.task is not distinct from k.task`
  const { rows } = await sql<LastDoneRow>`
    select p.id as place_id, p.code, p.name as place, p.touchpoint, b.name as building, k.task,
      case when k.task is null then look.at else done.at end as last_at,
      case when k.task is null then look.by_id else done.by_id end as last_by,
      (select name from staff where id = case when k.task is null then look.by_id else done.by_id end) as last_by_name,
      (select min(r.due_at) from inspection_round r join inspection_stop t on t.estate_id = r.estate_id and t.round_id = r.id and t.place_id = p.id
        where r.estate_id = p.estate_id and r.state in ('planned', 'started') and r.due_at > ${tx.now} and ${same} and t.done_at is null) as next_due_at,
      (select count(*)::int from inspection_round r join inspection_stop t on t.estate_id = r.estate_id and t.round_id = r.id and t.place_id = p.id
        where r.estate_id = p.estate_id and r.missed_at > ${tx.now}::timestamptz - interval '30 days' and ${same}
          and (t.done_at is null or t.done_at > r.due_at)) as missed30
    from place p left join building b on b.estate_id = p.estate_id and b.id = p.building_id
    cross join lateral (select distinct q.task from inspection_plan q where q.estate_id = p.estate_id and q.active and q.kind = 'task'
        and (p.id = any(q.place_ids) or cardinality(q.place_ids) = 0 and p.touchpoint = any(q.touchpoints))
        and (q.area_id is null or exists (select from area_building g where g.estate_id = q.estate_id and g.area_id = q.area_id
          and g.building_id = p.building_id))
      union all select null) k
    left join lateral (select t.done_at as at, t.done_by as by_id from inspection_stop t
        join inspection_round r on r.estate_id = t.estate_id and r.id = t.round_id
      where t.estate_id = p.estate_id and t.place_id = p.id and t.done_at is not null and r.task = k.task
      order by t.done_at desc limit 1) done on k.task is not null
    left join lateral (select ${trueEnd('i')} as at, i.inspector_id as by_id from inspection i
      where i.estate_id = p.estate_id and i.place_id = p.id and i.voided_at is null
        and i.missing = '{}' and ${visible}
      order by ${NEWEST_FIRST} limit 1) look on k.task is null
    where p.estate_id = ${estateId} and p.active
      ${asked.placeId ? sql`and p.id = ${asked.placeId}` : sql``} ${asked.buildingId ? sql`and p.building_id = ${asked.buildingId}` : sql``}
      ${asked.touchpoint ? sql`and p.touchpoint = ${asked.touchpoint}` : sql``}
      ${sql.join(words.map(has), sql` `)}
      ${asked.after ? sql`and (p.code, coalesce(k.task, '')) > (${asked.after[0]}, ${asked.after[1]})` : sql``}
    order by p.code, coalesce(k.task, '') limit ${asked.limit + 1}`.execute(tx.db)
  return rows
}
