import type pg from 'pg'
import { sweepMonths } from '#modules/complaints/index.ts'
import type { Database } from '#platform/db/pool.ts'

/** What a month counts, by the program's own job: every month is marked, and its sweep counts them. */
export const countMonths = async (client: pg.Client, database: Database): Promise<void> => {
  await client.query('analyze complaint_case, matter')
  await client.query(`insert into complaint_stale (estate_id, id, month)
    select estate_id, gen_random_uuid(), month from (select distinct estate_id, date_trunc('month', received_on)::date as month from complaint_case) m`)
  await sweepMonths(database)
}
