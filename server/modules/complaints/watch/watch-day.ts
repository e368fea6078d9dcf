import { type getWatchDay, WATCH_KINDS } from '#contract/complaint-watch.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf } from '#contract/route.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { checkDay, estateSince } from '#modules/desk/index.ts'
import { tellRoles } from '#modules/staff/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { isWorkingDay, localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { presentChannel } from './watch.present.ts'
import { type ChecksNeeded, checksNeeded, nightsDue } from './watch.rules.ts'
import { type ChannelRow, channelsOfDay, findNight, lastNight, noteNight } from './watch.store.ts'

type Looked = ChannelRow & { done: number; found: number; needed: number }

const lookedAt = async (tx: Tx, estateId: Uuid, date: LocalDate): Promise<Looked[]> => {
  const calendar = await calendarOf(tx, estateId)
  const settings = await settingsOf(tx, estateId)
  const needed: ChecksNeeded = {
    online: {
      workingDay: settings.get('complaint.watchChecksWorkingDay'),
      dayOff: settings.get('complaint.watchChecksDayOff'),
    },
    box: {
      workingDay: settings.get('complaint.boxChecksWorkingDay'),
      dayOff: settings.get('complaint.boxChecksDayOff'),
    },
  }
  const rows = await channelsOfDay(tx, estateId, date)
  return rows.map((row) => ({ ...row, needed: checksNeeded(calendar, date, row, needed) }))
}

/** CP-110, CP-080: what each place needs on a day and what was done. E_TIME_RANGE for a day that has not come. */
export const readWatchDay = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  asked: LocalDate | undefined,
): Promise<AnswerOf<typeof getWatchDay> | Refusal> => {
  const calendar = await calendarOf(tx, estateId)
  const today = localDateOf(calendar, tx.now)
  const date = asked ?? today
  if (date > today) return refuse('E_TIME_RANGE', { field: 'query.date', details: { latest: today } })
  const far = checkDay(date, 'query.date')
  if (far) return far
  const night = await findNight(tx, estateId, date)
  return {
    date,
    workingDay: isWorkingDay(calendar, date),
    channels: (await lookedAt(tx, estateId, date)).map((row) => ({
      channel: presentChannel(actor, estateId, row),
      needed: row.needed,
      done: row.done,
      found: row.found,
    })),
    night: night ? { needed: night.needed, missing: night.missing, at: night.looked_at } : null,
  }
}

/** CP-110, CP-080 after midnight of the estate: the lead hears which places were not looked at often enough and which boxes were not emptied; each day is looked at once. */
export const tellMissingChecks = async (tx: Tx, estateId: Uuid): Promise<LocalDate[]> => {
  const calendar = await calendarOf(tx, estateId)
  const days = nightsDue(calendar, tx.now, await lastNight(tx, estateId), await estateSince(tx, estateId))
  const told: LocalDate[] = []
  for (const date of days) if (await tellNight(tx, estateId, date)) told.push(date)
  if (told.length > 0) tx.tell({ estateId, topic: 'complaints' })
  return told
}

const MISSING = { online: 'watch.missing', box: 'watch.boxMissing' } as const
const missingOf = (short: readonly Looked[]): number => short.reduce((sum, row) => sum + row.needed - row.done, 0)

const tellNight = async (tx: Tx, estateId: Uuid, date: LocalDate): Promise<boolean> => {
  const rows = await lookedAt(tx, estateId, date)
  const short = rows.filter((row) => row.done < row.needed)
  const missing = missingOf(short)
  const needed = rows.reduce((sum, row) => sum + row.needed, 0)
  if (!(await noteNight(tx, estateId, { date, needed, missing })) || missing === 0) return false
  for (const kind of WATCH_KINDS) {
    const those = short.filter((row) => row.kind === kind)
    if (those.length === 0) continue
    await tellRoles(tx, estateId, ['csLead'], {
      template: MISSING[kind],
      params: { date, count: missingOf(those), names: those.map((row) => row.name).join('、') },
    })
  }
  return true
}
