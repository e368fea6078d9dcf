import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import type { Matter } from '#modules/matters/index.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { PageWanted } from '../keyset.ts'
import { oldestFirst } from '../page.store.ts'

export type DayRow = Selectable<DB['inventory_day']>
export type DraftRow = {
  id: Uuid
  number: string
  title: string
  kind: string
  contact_type: string
  state: string
  line: string | null
  received_at: Instant
  owner_id: Uuid
  owner_name: string | null
  handler_id: Uuid | null
  handler_name: string | null
  overdue: boolean
  note: string | null
  noted_at: Instant | null
  noted_name: string | null
}

/** The row of the day, made when first needed and locked: notes wait for a signature, a signature for notes. */
export const lockDay = async (tx: Tx, estateId: Uuid, date: LocalDate, how: 'update' | 'share'): Promise<DayRow> => {
  await sql`insert into inventory_day (estate_id, on_date, opened_at) values (${estateId}, ${date}, ${tx.now})
    on conflict on constraint inventory_day_pk do nothing`.execute(tx.db)
  const { rows } = await sql<DayRow>`select * from inventory_day where estate_id = ${estateId} and on_date = ${date}
    ${how === 'update' ? sql`for update` : sql`for share`}`.execute(tx.db)
  const row = rows[0]
  if (!row) throw new Error('the day of an inventory was not made')
  return row
}

/** Open at the end of the day: still open, or closed later. What came and went on one day is not among them. */
const openAt = (estateId: Uuid, end: Instant): RawBuilder<unknown> =>
  sql`m.estate_id = ${estateId} and m.registered_at < ${end}::timestamptz and (m.open or (not m.open and m.closed_at >= ${end}::timestamptz))`

// the last word of the day on this matter
const noteOf = (date: LocalDate) => sql`left join lateral (
    select i.text, i.noted_at, i.noted_name from inventory_note i
    where i.estate_id = m.estate_id and i.on_date = ${date} and i.matter_id = m.id order by i.id desc limit 1) n on true`

type Filter = { noted?: 'true' | 'false' | undefined; line?: string | undefined; ownerId?: Uuid | undefined }
type Draft = { date: LocalDate; end: Instant }

export const listDraftRows = async (
  tx: Tx,
  estateId: Uuid,
  { date, end }: Draft,
  filter: Filter,
  page: PageWanted,
): Promise<DraftRow[]> => {
  const noted =
    filter.noted === undefined ? sql`` : filter.noted === 'true' ? sql`and n.text is not null` : sql`and n.text is null`
  const { rows } =
    await sql<DraftRow>`select m.id, m.number, m.title, m.kind, m.contact_type, m.state, m.line, m.received_at, m.overdue,
      m.owner_id, o.name as owner_name, m.handler_id, h.name as handler_name, n.text as note, n.noted_at, n.noted_name
    from matter m ${noteOf(date)} left join staff o on o.id = m.owner_id left join staff h on h.id = m.handler_id
    where ${openAt(estateId, end)} ${noted} ${filter.line ? sql`and m.line = ${filter.line}` : sql``}
      ${filter.ownerId ? sql`and m.owner_id = ${filter.ownerId}` : sql``} ${oldestFirst(sql`m.received_at`, sql`m.id`, page)}`.execute(
      tx.db,
    )
  return rows
}

export const countDraft = async (
  tx: Tx,
  estateId: Uuid,
  { date, end }: Draft,
): Promise<{ items: number; noted: number }> => {
  const { rows } = await sql<{
    items: number
    noted: number
  }>`select count(*)::int as items, count(n.text)::int as noted
    from matter m ${noteOf(date)} where ${openAt(estateId, end)}`.execute(tx.db)
  return rows[0] ?? { items: 0, noted: 0 }
}

/** Open matters known before `known` that have no note of the day; the oldest first. */
export const withoutNote = async (
  tx: Tx,
  estateId: Uuid,
  { date, end, known, limit }: Draft & { known: Instant; limit: number | null },
): Promise<{ id: Uuid; number: string; title: string }[]> => {
  const { rows } = await sql<{ id: Uuid; number: string; title: string }>`select m.id, m.number, m.title from matter m
    where ${openAt(estateId, end)} and m.registered_at < ${known}::timestamptz
      and not exists (select 1 from inventory_note i where i.estate_id = m.estate_id and i.on_date = ${date} and i.matter_id = m.id)
    order by m.received_at, m.id ${limit === null ? sql`` : sql`limit ${limit}`}`.execute(tx.db)
  return rows
}

export const mattersById = (tx: Tx, estateId: Uuid, ids: readonly Uuid[]): Promise<Matter[]> =>
  tx.db
    .selectFrom('matter')
    .selectAll()
    .where('estate_id', '=', estateId)
    .where('id', 'in', [...ids])
    .execute()

export const signedAmong = async (tx: Tx, estateId: Uuid, date: LocalDate, ids: readonly Uuid[]): Promise<Uuid[]> =>
  (
    await tx.db
      .selectFrom('inventory_item')
      .select('matter_id')
      .where('estate_id', '=', estateId)
      .where('on_date', '=', date)
      .where('matter_id', 'in', [...ids])
      .execute()
  ).map((r) => r.matter_id)

type NewNote = { id: Uuid; matter_id: Uuid; text: string; noted_by: Uuid; noted_name: string }
export const insertNotes = async (
  tx: Tx,
  estateId: Uuid,
  date: LocalDate,
  notes: readonly NewNote[],
): Promise<void> => {
  await tx.db
    .insertInto('inventory_note')
    .values(notes.map((n) => ({ ...n, estate_id: estateId, on_date: date, noted_at: tx.now })))
    .execute()
}

/** OS-011: the duty to supervise, done by this person now unless it was done before. */
export const superviseBy = async (
  tx: Tx,
  estateId: Uuid,
  matterIds: readonly Uuid[],
  staffId: Uuid,
): Promise<number> => {
  if (matterIds.length === 0) return 0
  const done = await tx.db
    .insertInto('matter_duty')
    .values(
      matterIds.map((id) => ({
        estate_id: estateId,
        matter_id: id,
        duty: 'supervise',
        done_at: tx.now,
        done_by: staffId,
      })),
    )
    .onConflict((c) => c.columns(['estate_id', 'matter_id', 'duty']).doNothing())
    .returning('matter_id')
    .execute()
  return done.length
}

/** The list as it is signed, word for word; returns how many. */
export const freezeItems = async (tx: Tx, estateId: Uuid, { date, end }: Draft, timeZone: string): Promise<number> => {
  const { rows } =
    await sql`insert into inventory_item (estate_id, on_date, matter_id, number, title, kind, contact_type, state, line, received_at, age_days,
      owner_id, owner_name, handler_id, handler_name, overdue, note, noted_at, noted_name)
    select m.estate_id, ${date}::date, m.id, m.number, m.title, m.kind, m.contact_type, m.state, m.line, m.received_at,
      greatest(0, ${date}::date - (m.received_at at time zone ${timeZone})::date),
      m.owner_id, coalesce(o.name, ''), m.handler_id, h.name, m.overdue, n.text, n.noted_at, n.noted_name
    from matter m ${noteOf(date)} left join staff o on o.id = m.owner_id left join staff h on h.id = m.handler_id
    where ${openAt(estateId, end)} and n.text is not null returning 1`.execute(tx.db)
  return rows.length
}

export const saveSignature = async (
  tx: Tx,
  estateId: Uuid,
  date: LocalDate,
  signed: { signed_by: Uuid; signed_name: string; signed_role: string | null; items: number },
): Promise<void> => {
  await tx.db
    .updateTable('inventory_day')
    .set({ ...signed, signed_at: tx.now })
    .where('estate_id', '=', estateId)
    .where('on_date', '=', date)
    .execute()
}

export type ItemRow = Selectable<DB['inventory_item']>
export const listItemRows = async (
  tx: Tx,
  estateId: Uuid,
  date: LocalDate,
  filter: Omit<Filter, 'noted'>,
  page: PageWanted,
): Promise<ItemRow[]> => {
  const { rows } =
    await sql<ItemRow>`select i.* from inventory_item i where i.estate_id = ${estateId} and i.on_date = ${date}
    ${filter.line ? sql`and i.line = ${filter.line}` : sql``} ${filter.ownerId ? sql`and i.owner_id = ${filter.ownerId}` : sql``}
    ${oldestFirst(sql`i.received_at`, sql`i.matter_id`, page)}`.execute(tx.db)
  return rows
}
