import pg from 'pg'
import { LAST_BUILT } from './ids.ts'
import { EACH } from './size.ts'

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`
const at = (time: string) => `to_char((${time}) at time zone 'UTC', ${ISO})`

/** Each open clock is due within three days from now, an hour at the least; its warning has been given. */
const CLOCKS = `update clock c set started_at = now() - interval '1 hour', due_at = d.due, next_at = d.due, step = 1, state = 'running',
    breached_at = null, steps = jsonb_build_array(
      jsonb_build_object('at', ${at(`now() - interval '1 minute'`)}, 'do', 'warn'),
      jsonb_build_object('at', ${at('d.due')}, 'do', 'due'),
      jsonb_build_object('at', ${at(`d.due + interval '1 day'`)}, 'do', 'escalate'))
  from (select estate_id, id, now() + interval '1 hour' + (('x' || right(id::text, 7))::bit(28)::int::bigint * 7919 % 4320) * interval '1 minute' as due
    from clock where ended_at is null) d where c.estate_id = d.estate_id and c.id = d.id`

/** What earlier measurements wrote goes, and what is open lies ahead again: a cached company is as good as a new one. */
export const renewCompany = async (ownerUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    // of a row made by the program nothing built hangs, so its foreign keys need no look
    await client.query('set local session_replication_role = replica')
    for (const table of ['timeline', 'clock', 'matter', 'complaint_contact'])
      await client.query(`delete from ${table} where id > $1`, [LAST_BUILT])
    // rounds that were sent leave looks, and findings that others would join
    await client.query('delete from finding where matter_id > $1', [LAST_BUILT])
    for (const table of ['inspection_answer', 'inspection_file', 'finding_sighting'])
      await client.query(`delete from ${table} where inspection_id > $1`, [LAST_BUILT])
    await client.query(
      `with gone as (delete from inspection where id > $1 returning estate_id, on_date)
      insert into look_stale (estate_id, id, month) select estate_id, gen_random_uuid(), date_trunc('month', on_date)::date from gone`,
      [LAST_BUILT],
    )
    await client.query('delete from matter_words where matter_id > $1', [LAST_BUILT])
    await client.query(
      `with gone as (delete from complaint_case where matter_id > $1 returning estate_id, received_on)
      insert into complaint_stale (estate_id, id, month) select estate_id, gen_random_uuid(), date_trunc('month', received_on)::date from gone`,
      [LAST_BUILT],
    )
    await client.query(`delete from search_key where kind = 'matter' and subject_id > $1`, [LAST_BUILT])
    for (const table of ['outbox_message', 'idempotency', 'audit', 'auth_session'])
      await client.query(`delete from ${table}`)
    await client.query(`update counter set last = ${EACH.matters} where last <> ${EACH.matters}`)
    await client.query(CLOCKS)
    await client.query(`update matter m set overdue = false, next_due_at = c.due_at from clock c
      where m.open and c.estate_id = m.estate_id and c.matter_id = m.id and c.ended_at is null`)
    await client.query('commit')
    for (const table of ['matter', 'clock', 'timeline', 'outbox_message']) await client.query(`vacuum analyze ${table}`)
    await client.query('checkpoint')
  } finally {
    await client.end()
  }
}
