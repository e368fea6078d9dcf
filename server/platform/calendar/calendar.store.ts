import { sql } from 'kysely'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '../db/tx.ts'

export type DayKind = 'off' | 'work'
export type DayRow = { date: LocalDate; kind: DayKind; name: string; own: boolean; country_kind: DayKind | null }

/** The exceptions of a year as they hold in an estate, by date. */
export const daysOfYear = async (tx: Tx, estateId: Uuid, year: number): Promise<DayRow[]> => {
  const { rows } = await sql<DayRow>`
    select coalesce(own.date, d.date) as date, coalesce(own.kind, d.kind) as kind, coalesce(own.name, d.name) as name,
      own.date is not null as own, d.kind as country_kind
    from (select * from calendar_day where date between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date) d
    full join (select date, kind, name from estate_calendar_day
      where estate_id = ${estateId} and date between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date) own on own.date = d.date
    order by 1`.execute(tx.db)
  return rows
}

/** Years whose public holidays somebody has entered, with their source. */
export const knownYears = async (tx: Tx): Promise<ReadonlyMap<number, string>> => {
  const rows = await tx.db.selectFrom('calendar_year').select(['year', 'source']).execute()
  return new Map(rows.map((r) => [r.year, r.source]))
}

export const ownDay = (tx: Tx, estateId: Uuid, date: LocalDate) =>
  tx.db
    .selectFrom('estate_calendar_day')
    .select(['kind', 'name'])
    .where('estate_id', '=', estateId)
    .where('date', '=', date)
    .forUpdate()
    .executeTakeFirst()

export const writeOwnDay = async (
  tx: Tx,
  estateId: Uuid,
  day: { date: LocalDate; kind: DayKind; name: string },
): Promise<void> => {
  await tx.db
    .insertInto('estate_calendar_day')
    .values({ estate_id: estateId, ...day })
    .onConflict((c) => c.columns(['estate_id', 'date']).doUpdateSet({ kind: day.kind, name: day.name }))
    .execute()
}

export const deleteOwnDay = async (tx: Tx, estateId: Uuid, date: LocalDate): Promise<void> => {
  await tx.db.deleteFrom('estate_calendar_day').where('estate_id', '=', estateId).where('date', '=', date).execute()
}

/** Puts the country's days of a whole year in the place of what stood there; returns what stood there. */
export const replaceCountryYear = async (
  tx: Tx,
  year: number,
  days: readonly { date: LocalDate; kind: DayKind; name: string }[],
  source: string,
): Promise<{ date: LocalDate; kind: string; name: string }[]> => {
  const before = await tx.db
    .deleteFrom('calendar_day')
    .where('date', '>=', `${year}-01-01`)
    .where('date', '<=', `${year}-12-31`)
    .returning(['date', 'kind', 'name'])
    .execute()
  if (days.length > 0)
    await tx.db
      .insertInto('calendar_day')
      .values([...days])
      .execute()
  await tx.db
    .insertInto('calendar_year')
    .values({ year, source })
    .onConflict((c) => c.column('year').doUpdateSet({ source }))
    .execute()
  return before.sort((a, b) => (a.date < b.date ? -1 : 1))
}

export const lockCalendarYears = async (tx: Tx): Promise<void> => {
  await sql`select year from calendar_year order by year for update`.execute(tx.db)
}
