import { sql } from 'kysely'
import type { RosterRow } from '#contract/duty.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

export type Roster = {
  week_start: LocalDate
  version: number
  draft: RosterRow[] | null
  published_at: Instant | null
  published_by: Uuid | null
  published_name: string | null
}

export const findRoster = async (tx: Tx, estateId: Uuid, weekStart: LocalDate): Promise<Roster | undefined> => {
  const { rows } = await sql<Roster>`
    select r.week_start, r.version, r.draft, r.published_at, r.published_by, s.name as published_name
    from roster r left join staff s on s.id = r.published_by
    where r.estate_id = ${estateId} and r.week_start = ${weekStart}::date`.execute(tx.db)
  return rows[0]
}

export type RosterChange = { draft: readonly RosterRow[] | null; publish?: boolean }

/** Writes the week when it still has the version the caller saw (0: there was none); false when it has not. */
export const writeRoster = async (
  tx: Tx,
  by: Uuid,
  estateId: Uuid,
  weekStart: LocalDate,
  version: number,
  change: RosterChange,
): Promise<boolean> => {
  const draft = change.draft === null ? null : JSON.stringify(change.draft)
  const published = change.publish ? { published_at: tx.now, published_by: by } : {}
  if (version === 0) {
    const row = await tx.db
      .insertInto('roster')
      .values({ estate_id: estateId, week_start: weekStart, draft, edited_at: tx.now, edited_by: by, ...published })
      .onConflict((c) => c.doNothing())
      .returning('version')
      .executeTakeFirst()
    return row !== undefined
  }
  const row = await tx.db
    .updateTable('roster')
    .set({ draft, version: version + 1, edited_at: tx.now, edited_by: by, ...published })
    .where('estate_id', '=', estateId)
    .where('week_start', '=', weekStart)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  return row !== undefined
}

/** One publication at a time in an estate: two neighbouring weeks must not each look at the other's old state. */
export const lockRosters = async (tx: Tx, estateId: Uuid): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roster ${estateId}`}, 0))`.execute(tx.db)
}

export const isPublished = async (tx: Tx, estateId: Uuid, weekStart: LocalDate): Promise<boolean> =>
  (await findRoster(tx, estateId, weekStart))?.published_at != null

export const zoneOf = async (tx: Tx, estateId: Uuid): Promise<string> => {
  const row = await tx.db
    .selectFrom('estate')
    .select('time_zone')
    .where('estate_id', '=', estateId)
    .executeTakeFirstOrThrow()
  return row.time_zone
}

export type Worker = { id: Uuid; name: string; active: boolean; from: LocalDate; until: LocalDate | null }

/** These people with every period in which they had a role in the estate. */
export const workersOf = async (tx: Tx, estateId: Uuid, staffIds: readonly Uuid[]): Promise<Worker[]> => {
  const { rows } = await sql<Worker>`
    select s.id, s.name, s.active, r.from_date as from, r.until_date as until
    from staff s join estate_directory d on d.estate_id = ${estateId} and d.company_id = s.company_id
    join staff_role r on r.staff_id = s.id and (r.estate_id is null or r.estate_id = ${estateId})
    where s.id = any(${[...staffIds]}::uuid[])`.execute(tx.db)
  return rows
}

export const namesOf = async (tx: Tx, staffIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, string>> => {
  if (staffIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('id', 'in', [...staffIds])
    .execute()
  return new Map(rows.map((r) => [r.id, r.name]))
}

/** The weeks in force from this Monday on. */
export const publishedWeeks = async (tx: Tx, estateId: Uuid, from: LocalDate): Promise<LocalDate[]> => {
  const rows = await tx.db
    .selectFrom('roster')
    .select('week_start')
    .where('estate_id', '=', estateId)
    .where('week_start', '>=', from)
    .where('published_at', 'is not', null)
    .orderBy('week_start')
    .execute()
  return rows.map((r) => r.week_start)
}
