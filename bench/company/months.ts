import type pg from 'pg'
import { COMPLAINT_MONTHS } from '#modules/complaints/index.ts'
import { LOOK_MONTHS } from '#modules/inspection/index.ts'
import { sweepMonths } from '#platform/db/month-sums.ts'
import type { Database } from '#platform/db/pool.ts'

const MONTHS = [
  { of: COMPLAINT_MONTHS, table: 'complaint_case', day: 'received_on' },
  { of: LOOK_MONTHS, table: 'inspection', day: 'on_date' },
] as const

/** What the months come to, by the program's own jobs: every month is marked, and their sweeps reckon them. */
export const countMonths = async (client: pg.Client, database: Database): Promise<void> => {
  await client.query('analyze complaint_case, matter, inspection')
  for (const { of, table, day } of MONTHS) {
    await client.query(`insert into ${of.marks} (estate_id, id, month)
      select estate_id, gen_random_uuid(), month from (select distinct estate_id, date_trunc('month', ${day})::date as month from ${table}) m`)
    await sweepMonths(database, of)
  }
}
