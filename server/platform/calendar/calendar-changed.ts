import type { Refusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '../auth/actor.ts'
import type { Tx } from '../db/tx.ts'
import { emit } from '../events/events.ts'
import type { House } from '../house.ts'
import { wake } from '../jobs/jobs.ts'
import { readSettings } from '../settings/settings.ts'
import { RECKON_CLOCKS } from './events.ts'
import { forgetCalendar, readCalendar } from './load-calendar.ts'

/** Tells the rooms that an estate's days or hours have changed, with the calendar as it stands now (FD-005). */
export const calendarChanged = async (
  tx: Tx,
  actor: Actor,
  house: House,
  estateId: Uuid,
): Promise<Refusal | undefined> => {
  const calendar = await readCalendar(tx, estateId, await readSettings(tx, estateId))
  tx.after(() => forgetCalendar(house.signals, estateId))
  return emit(tx, actor, 'calendar.changed', { estateId, calendar })
}

/**
 * The same for every estate at once, after the commit: the job goes through them one by one, and comes by every night
 * in case the waking was lost.
 */
export const everyCalendarChanged = (tx: Tx, house: House): void =>
  tx.after(() => {
    forgetCalendar(house.signals, 'all')
    wake(house.database.url, RECKON_CLOCKS).catch((error: unknown) =>
      house.log.warn({ err: error }, 'clocks are reckoned anew only tonight'),
    )
  })
