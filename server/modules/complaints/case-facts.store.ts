import { sql } from 'kysely'
import type { Instant, LocalDate } from '#contract/values.ts'

/**
 * What list and figures mean by the same words, as conditions on `complaint_case cc` joined with its `matter m`, so
 * that a figure is always as long as the list that it opens.
 */

/** CP-121: what is counted, also while nobody has verified it; no complaint and what was merged never are (CP-123). */
export const COUNTED = sql<boolean>`(cc.counted is distinct from false and m.state not in ('NOT_COMPLAINT', 'MERGED'))`
export const NOT_COUNTED = sql<boolean>`(cc.counted is not distinct from false or m.state in ('NOT_COMPLAINT', 'MERGED'))`

/** As a case is shown: the final category, or the first guess while there is none. Figures count the final one alone (CP-012). */
export const CODE = sql<string | null>`coalesce(cc.category_final, cc.category_initial)`
export const RECATEGORISED = sql<boolean>`coalesce(cc.category_final <> cc.category_initial, false)`

/** CP-093: null as long as nobody has found out. */
export const OURS = sql<string>`case cc.ours when true then 'yes' when false then 'no' else 'unknown' end`

/** FD-790: what was planned, as it could not be solved for the moment, is not carried out yet. */
export const PLAN_OPEN = sql<boolean>`coalesce(cc.grade = 'toImprove' and cc.improvement_plan is not null and cc.improvement_done_at is null, false)`
/** CP-063: nobody could be answered, and nothing hangs on the board. */
export const REPLY_NOT_POSSIBLE = sql<boolean>`(not m.contactable and cc.reply_due_at is null and cc.first_reply_at is null)`
/** CP-063: who cannot be reached is owed no reply that could be late. */
export const lateReply = (now: Instant) =>
  sql<boolean>`(m.contactable and cc.reply_due_at is not null and coalesce(cc.first_reply_at, ${now}::timestamptz) > cc.reply_due_at)`
/** Replies that were given or had to be given by now. */
export const replyDecided = (now: Instant) =>
  sql<boolean>`(m.contactable and cc.reply_due_at is not null and (cc.first_reply_at is not null or cc.reply_due_at < ${now}::timestamptz))`

/** K1 to K3: which rule gave the reply its deadline (CP-070, CP-071, CP-075, CP-080). */
export const REPLY_CLASS = sql<string>`case when cc.channel in ('phone', 'visit', 'on_site', 'inspection', 'app_message') then 'oral'
  when cc.channel = 'forum' then 'online' else 'written' end`

const since = sql`cc.first_reply_at - m.received_at`
export const REPLY_TIME = sql<string>`case when cc.first_reply_at is null then 'none' when ${since} <= interval '1 hour' then 'within1h'
  when ${since} <= interval '4 hours' then 'within4h' when ${since} <= interval '24 hours' then 'within24h'
  when ${since} <= interval '48 hours' then 'within48h' when ${since} <= interval '72 hours' then 'within72h' else 'later' end`
const until = sql`m.closed_at - m.received_at`
export const CLOSE_TIME = sql<string>`case when m.open then 'open' when ${until} <= interval '1 day' then 'within1d'
  when ${until} <= interval '3 days' then 'within3d' when ${until} <= interval '7 days' then 'within7d'
  when ${until} <= interval '14 days' then 'within14d' when ${until} <= interval '30 days' then 'within30d' else 'later' end`
export const openAge = (today: LocalDate) => sql<
  string | null
>`case when not m.open then null when cc.received_on >= ${today}::date then 'today'
  when cc.received_on >= ${today}::date - 2 then 'days1to2' when cc.received_on >= ${today}::date - 7 then 'days3to7'
  when cc.received_on >= ${today}::date - 30 then 'days8to30' else 'over30' end`

export const REPEAT_OF = sql<boolean>`exists (select 1 from matter_link l
  where l.estate_id = cc.estate_id and l.from_id = cc.matter_id and l.kind = 'repeatOf')`
/** K7: opened again, or the same again after the file was archived. */
export const REPEATED = sql<boolean>`(m.reopened_count > 0 or ${REPEAT_OF})`
/** CP-022, K4: a promise `p` whose time has gone by, also while no sweep has marked it. */
export const promiseBroken = (now: Instant) =>
  sql<boolean>`(p.breached_at is not null or (p.ended_at is null and p.state <> 'paused' and p.due_at < ${now}::timestamptz))`
export const brokenPromise = (now: Instant) => sql<boolean>`exists (select 1 from clock p
  where p.estate_id = cc.estate_id and p.matter_id = cc.matter_id and p.name like 'promise%' and ${promiseBroken(now)})`
