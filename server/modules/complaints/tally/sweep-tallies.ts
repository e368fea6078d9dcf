import type { LocalDate, Uuid } from '#contract/values.ts'
import { estateSince } from '#modules/desk/index.ts'
import { tellRoles } from '#modules/staff/index.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { instantAt, localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { asOf } from './read-tally.ts'
import { daysOver, type MissingDay, missingDays } from './tally.rules.ts'
import { findTally, noteMissingTold, notePrepared, talliesBetween } from './tally.store.ts'
import { countItems } from './tally-items.store.ts'

/** CP-127a: at its time the tally of today lies ready, and whoever signs it is told; once a day. True when this run did it. */
export const prepareTally = async (tx: Tx, estateId: Uuid): Promise<boolean> => {
  const calendar = await calendarOf(tx, estateId)
  const date = localDateOf(calendar, tx.now)
  if (tx.now < instantAt(calendar, date, (await settingsOf(tx, estateId)).get('complaint.tallyTime'))) return false
  const row = await findTally(tx, estateId, date)
  if (row?.prepared_at || row?.signed_at) return false
  if (!(await notePrepared(tx, estateId, date))) return false
  const count = await countItems(tx, estateId, 'received', await asOf(tx, estateId, date))
  await tellRoles(tx, estateId, ['complaintVerifier', 'csLead'], {
    template: 'complaintTally.ready',
    params: { date, count },
  })
  tx.tell({ estateId, topic: 'complaints' })
  return true
}

/** CP-127a after midnight of the estate: the lead hears of each unsigned day, the head from the second in a row on; each day once. */
export const tellMissingTallies = async (tx: Tx, estateId: Uuid): Promise<LocalDate[]> => {
  const days = daysOver(await calendarOf(tx, estateId), tx.now, await estateSince(tx, estateId))
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined) return []
  const told: LocalDate[] = []
  for (const missing of missingDays(days, await talliesBetween(tx, estateId, { from, to })))
    if (await tellMissing(tx, estateId, missing)) told.push(missing.date)
  if (told.length > 0) tx.tell({ estateId, topic: 'complaints' })
  return told
}

const tellMissing = async (tx: Tx, estateId: Uuid, { date, inARow }: MissingDay): Promise<boolean> => {
  if (!(await noteMissingTold(tx, estateId, date))) return false
  await tellRoles(tx, estateId, ['csLead'], { template: 'complaintTally.missing', params: { date } })
  if (inARow >= 2)
    await tellRoles(tx, estateId, ['centreHead'], {
      template: 'complaintTally.missingInARow',
      params: { date, count: inARow },
    })
  return true
}
