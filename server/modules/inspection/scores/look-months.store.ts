import { sql } from 'kysely'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { MonthSums } from '#platform/db/month-sums.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { COUNTED, NEWEST_FIRST } from './score.store.ts'

/**
 * Of an estate in a month, by touchpoint: the mean over its places of the mean of their looks, and of the last look of each;
 * which of the two is the score is a setting of the estate, read with it. What does not count (COUNTED) is left out.
 */
export const LOOK_MONTHS: MonthSums = {
  sums: 'look_month',
  marks: 'look_stale',
  columns: ['mean', 'latest', 'looks'],
  now: sql`select t.estate_id, t.month,
      coalesce(json_object_agg(t.touchpoint, t.mean) filter (where t.touchpoint is not null), '{}')::jsonb as mean,
      coalesce(json_object_agg(t.touchpoint, t.latest) filter (where t.touchpoint is not null), '{}')::jsonb as latest,
      coalesce(sum(t.looks), 0)::int as looks
    from (
      select p.estate_id, p.month, p.touchpoint, avg(p.mean) as mean, avg(p.latest) as latest, sum(p.looks) as looks from (
        select s.estate_id, s.month, i.touchpoint, i.place_id, count(i.place_id) as looks,
          sum(i.score)::float8 / nullif(count(i.score), 0) as mean,
          (array_agg(i.score order by ${NEWEST_FIRST}) filter (where i.score is not null))[1]::float8 as latest
        from s left join inspection i on i.estate_id = s.estate_id and i.on_date >= s.month and i.on_date < s.next
          and ${COUNTED}
        group by 1, 2, 3, 4) p
      group by 1, 2, 3) t
    group by 1, 2`,
}

/** These days' months come to something else from now on. Called with whatever changes a look (decision 3: no triggers). */
export const markLooks = async (tx: Tx, estateId: Uuid, days: Iterable<LocalDate>): Promise<void> => {
  const months = [...new Set([...days].map((day) => `${day.slice(0, 7)}-01`))]
  if (months.length === 0) return
  await tx.db
    .insertInto('look_stale')
    .values(months.map((month) => ({ estate_id: estateId, id: newId(), month })))
    .execute()
}
