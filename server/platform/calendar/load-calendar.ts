import { sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '../db/tx.ts'
import { keptFor } from '../kept.ts'
import type { Signals } from '../live/signals.ts'
import { type Settings, settingsOf } from '../settings/settings.ts'
import type { WorkCalendar } from './working-days.rules.ts'

const kept = keptFor<Uuid, WorkCalendar>(30_000)

/**
 * The working calendar of an estate: the country's days off and make-up days, over them the estate's own.
 * `knownThrough` is the end of the last year with data; due times beyond it are marked, never guessed (FD-005).
 */
export const calendarOf = (tx: Tx, estateId: Uuid): Promise<WorkCalendar> =>
  kept.of(estateId, async () => readCalendar(tx, estateId, await settingsOf(tx, estateId)))

/** The same, read anew: for whoever has just changed it in this transaction. */
export const readCalendar = async (tx: Tx, estateId: Uuid, settings: Settings): Promise<WorkCalendar> => {
  const { rows } = await sql<{ time_zone: string; days: [string, 'off' | 'work'][]; year: number | null }>`
    select e.time_zone,
      coalesce((select json_agg(json_build_array(d.date, coalesce(own.kind, d.kind))) from (
        select date, kind from calendar_day union select date, kind from estate_calendar_day where estate_id = ${estateId}) d
        left join estate_calendar_day own on own.estate_id = ${estateId} and own.date = d.date), '[]') as days,
      (select max(year) from calendar_year) as year
    from estate e where e.estate_id = ${estateId}`.execute(tx.db)
  const row = rows[0]
  if (!row) throw new Error(`no estate ${estateId} in this scope`)
  return {
    timeZone: row.time_zone,
    workStart: settings.get('hours.workStart'),
    workEnd: settings.get('hours.workEnd'),
    days: new Map(row.days),
    knownThrough: row.year === null ? null : `${row.year}-12-31`,
  }
}

export const watchCalendars = (signals: Signals): void => {
  signals.on('calendar', kept.forget)
  signals.on('settings', kept.forget)
}
/** Forgets what is remembered: here before it returns, in the other processes when the word arrives. */
export const forgetCalendar = (signals: Signals, estateId: Uuid | 'all'): void => {
  kept.forget(estateId)
  signals.send('calendar', estateId)
}
