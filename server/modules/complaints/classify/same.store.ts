import { sql } from 'kysely'
import type { Instant, Uuid } from '#contract/values.ts'
import { seeMatters } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'

export type SameAsked = {
  /** Closed before this instant is no longer looked at. */
  since: Instant
  unitId: Uuid | undefined
  customerId: Uuid | undefined
  place: string | undefined
  text: string
  codes: readonly string[]
  words: readonly string[]
  /** How many of the words must be shared. */
  needed: number
}

export type SameRow = {
  id: Uuid
  number: string
  title: string
  state: string
  open: boolean
  received_at: Instant
  closed_at: Instant | null
  unit_id: Uuid | null
  unit_display: string | null
  place: string | null
  flags: string[]
  code: string | null
  persons: number
  times: number
  same_unit: boolean
  same_place: boolean
  same_building: boolean
  same_customer: boolean
  same_code: boolean
  same_words: boolean
}

/** No estate has more that are open or fresh; a bound all the same, the open ones and the newest first. */
const MOST_READ = 600
const MOST_SHOWN = 10

/**
 * The key of complaint_matter_idx. Not `coalesce`: row-level security holds it for leaky and would not let it into the index.
 */
const ENDED = sql`(case when m.closed_at is null then 'infinity'::timestamptz else m.closed_at end)`

/**
 * Complaints that are open or were closed since, by what they share with the one being told. The window is read first
 * (complaint_matter_idx: one stretch of the estate), everything else is compared in it.
 */
export const sameComplaints = async (tx: Tx, actor: Actor, estateId: Uuid, asked: SameAsked): Promise<SameRow[]> => {
  const { unitId = null, customerId = null, words } = asked
  const query = words.map((word) => `'${word.replaceAll(/['\\]/g, '')}'`).join(' | ')
  // the words are counted only in those that hold one of them
  const shared = query
    ? sql`case when r.search @@ to_tsquery('simple', ${query})
        then (select count(*) from unnest(tsvector_to_array(r.search)) l(word) where l.word = any(${[...words]}::text[])) else 0 end`
    : sql`0`
  const place = asked.place?.toLowerCase() ?? null
  const { rows } = await sql<SameRow>`
    with recent as materialized (
      select m.id, m.estate_id, m.number, m.title, m.state, m.open, m.received_at, m.closed_at, m.unit_id, m.customer_id, m.place, m.flags, m.search
      from matter m
      where m.estate_id = ${estateId} and m.kind = 'complaint' and m.state not in ('MERGED', 'NOT_COMPLAINT')
        and ${ENDED} >= ${asked.since}::timestamptz and ${seeMatters(actor, estateId)}
      order by ${ENDED} desc
      limit ${MOST_READ}),
    home as (select u.building_id from unit u where u.estate_id = ${estateId} and u.id = ${unitId}::uuid),
    likened as materialized (
      select r.id, r.number, r.title, r.state, r.open, r.received_at, r.closed_at, r.unit_id, r.place, r.flags,
        coalesce(c.category_final, c.category_initial) as code, c.persons, c.times,
        coalesce(r.unit_id = ${unitId}::uuid, false) as same_unit,
        coalesce(char_length(r.place) > 1 and (lower(r.place) = ${place}::text or position(lower(r.place) in ${asked.text}::text) > 0), false) as same_place,
        coalesce(c.building_id = (select building_id from home), false) as same_building,
        coalesce(r.customer_id = ${customerId}::uuid, false) as same_customer,
        coalesce(coalesce(c.category_final, c.category_initial) = any(${[...asked.codes]}::text[]), false) as same_code,
        ${shared} >= ${asked.needed}::int as same_words
      from recent r join complaint_case c on c.estate_id = r.estate_id and c.matter_id = r.id and c.estate_id = ${estateId}),
    best as (
      select l.*, l.same_unit::int * 4 + l.same_place::int * 3 + l.same_words::int * 3 + l.same_code::int * 2
        + l.same_customer::int * 2 + l.same_building::int as score
      from likened l where l.same_unit or l.same_place or l.same_customer or l.same_code or l.same_words
      order by score desc, l.received_at desc, l.id
      limit ${MOST_SHOWN})
    select b.*, u.display as unit_display from best b left join unit u on u.estate_id = ${estateId} and u.id = b.unit_id
    order by b.score desc, b.received_at desc, b.id`.execute(tx.db)
  return rows
}

export type VoiceRow = {
  at: Instant
  person_key: string | null
  unit_id: Uuid | null
  persons: number
  anonymous: boolean
}

/** What was said about these complaints since then, oldest first. */
export const voicesSince = (tx: Tx, estateId: Uuid, matterIds: readonly Uuid[], since: Instant): Promise<VoiceRow[]> =>
  tx.db
    .selectFrom('complaint_contact')
    .select(['at', 'person_key', 'unit_id', 'persons', 'anonymous'])
    .where('estate_id', '=', estateId)
    .where('matter_id', 'in', [...matterIds])
    .where('at', '>=', since)
    .orderBy('at')
    .orderBy('id')
    .limit(1_000)
    .execute()
