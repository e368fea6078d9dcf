import { type RawBuilder, sql } from 'kysely'
import type { TallySection } from '#contract/complaint-tally.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import type { Keyset } from '#modules/desk/index.ts'
import type { Tx } from '#platform/db/tx.ts'

export type ItemRow = {
  id: Uuid
  sort_at: Instant
  matter_id: Uuid
  number: string
  title: string
  kind: string
  contact_type: string
  channel: string
  received_at: Instant
  state: string
  open: boolean
  owner_id: Uuid
  owner_name: string | null
  handler_id: Uuid | null
  handler_name: string | null
  due_at: Instant | null
  overdue: boolean
  promise: string | null
}

/** A local day with its edges, the moment of asking, and the settings that the parts go by. */
export type AsOf = {
  date: LocalDate
  start: Instant
  end: Instant
  startBefore: Instant
  now: Instant
  soon: Instant
  forwardMinutes: number
}

type Part = { from: RawBuilder<unknown>; at: RawBuilder<unknown>; id: RawBuilder<unknown> }

const MATTER = sql`matter m`
/** What came after the signature of the day before stands in no list of that day, so it belongs to this one (CP-127a). */
const leftOver = (
  estateId: Uuid,
  day: AsOf,
) => sql`(m.registered_at >= ${day.startBefore}::timestamptz and m.registered_at < ${day.start}::timestamptz
  and exists (select 1 from complaint_tally y where y.estate_id = ${estateId} and y.on_date = ${day.date}::date - 1 and y.signed_at is not null
    and not exists (select 1 from jsonb_array_elements(y.content -> 'sections' -> 'received') e where e ->> 'matterId' = m.id::text)))`

/**
 * One part of the tally as it stands now. A day that went by unsigned shows what was received; how the rest stood on
 * its evening nobody wrote down.
 */
const partOf = (section: TallySection, estateId: Uuid, day: AsOf): Part => {
  const complaint = sql`where m.estate_id = ${estateId} and m.kind = 'complaint'`
  const live = sql`and ${day.now}::timestamptz < ${day.end}::timestamptz`
  const of = (from: RawBuilder<unknown>): Part => ({ from, at: sql`m.received_at`, id: sql`m.id` })
  switch (section) {
    case 'received':
      return of(sql`${MATTER} ${complaint} and ((m.registered_at >= ${day.start}::timestamptz and m.registered_at < ${day.end}::timestamptz)
        or ${leftOver(estateId, day)})`)
    case 'notAccepted':
      return of(sql`${MATTER} ${complaint} ${live} and m.open and m.state = 'ASSIGNED'
        and coalesce((select max(t.at) from timeline t where t.estate_id = m.estate_id and t.matter_id = m.id
          and t.to_state = 'ASSIGNED' and t.from_state is distinct from 'ASSIGNED'), m.registered_at)
          < ${day.now}::timestamptz - make_interval(mins => ${day.forwardMinutes}::int)`)
    case 'due':
      return of(
        sql`${MATTER} ${complaint} ${live} and m.open and (m.overdue or m.next_due_at <= ${day.soon}::timestamptz)`,
      )
    // CP-042: the time at which we said to come back is a promise like those in words
    case 'promises':
      return {
        from: sql`matter m cross join lateral (
            select p.id, p.text, p.due_at, p.broken_at from promise p
              where p.estate_id = m.estate_id and p.matter_id = m.id and p.kept_at is null
            union all select c.id, null, c.due_at, c.breached_at from clock c
              where c.estate_id = m.estate_id and c.matter_id = m.id and c.name = 'promise.feedback' and c.ended_at is null) p
          ${complaint} ${live} and m.open and p.due_at <= ${day.soon}::timestamptz`,
        at: sql`p.due_at`,
        id: sql`p.id`,
      }
    case 'carried':
      return of(sql`${MATTER} ${complaint} ${live} and m.open and m.registered_at < ${day.start}::timestamptz
        and not ${leftOver(estateId, day)}`)
    case 'onSite':
      // whatever its type: until the desk has taken it nobody has looked at what it is
      return of(sql`${MATTER} where m.estate_id = ${estateId} ${live} and m.open and m.channel = 'on_site'
        and m.handler_id is null and m.co_owner_id is null`)
  }
}

export const countItems = async (tx: Tx, estateId: Uuid, section: TallySection, day: AsOf): Promise<number> => {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from ${partOf(section, estateId, day).from}`.execute(tx.db)
  return rows[0]?.n ?? 0
}

export const countChannels = async (
  tx: Tx,
  estateId: Uuid,
  day: AsOf,
): Promise<{ channel: string; count: number }[]> => {
  const { from } = partOf('received', estateId, day)
  const { rows } = await sql<{ channel: string; count: number }>`select m.channel, count(*)::int as count from ${from}
    group by m.channel order by count(*) desc, m.channel`.execute(tx.db)
  return rows
}

/** Oldest first, promises by their time; one row more than asked. */
export const listItems = async (
  tx: Tx,
  estateId: Uuid,
  section: TallySection,
  day: AsOf,
  page: { after: Keyset | undefined; limit: number },
): Promise<ItemRow[]> => {
  const { from, at, id } = partOf(section, estateId, day)
  const promised = section === 'promises'
  const { rows } = await sql<ItemRow>`
    with part as (select m.*, ${at} as sort_at, ${id} as part_id, ${promised ? sql`p.due_at` : sql`m.next_due_at`} as due_at,
        ${promised ? sql`p.text` : sql`null::text`} as promise,
        ${promised ? sql`(p.broken_at is not null or p.due_at <= ${day.now}::timestamptz)` : sql`m.overdue`} as late
      from ${from} ${page.after ? sql`and (${at}, ${id}) > (${page.after.at}::timestamptz, ${page.after.id}::uuid)` : sql``}
      order by ${at}, ${id} limit ${page.limit + 1})
    select part.part_id as id, part.sort_at, part.id as matter_id, part.number, part.title, part.kind, part.contact_type, part.channel,
      part.received_at, part.state, part.open, part.owner_id, o.name as owner_name, part.handler_id, h.name as handler_name,
      part.due_at, part.late as overdue, part.promise
    from part left join staff o on o.id = part.owner_id left join staff h on h.id = part.handler_id
    order by part.sort_at, part.part_id`.execute(tx.db)
  return rows
}
