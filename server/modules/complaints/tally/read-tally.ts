import {
  type getComplaintTally,
  type listComplaintTallyItems,
  TALLY_SECTIONS,
  TallyCounts,
  type TallySection,
} from '#contract/complaint-tally.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf, QueryOf } from '#contract/route.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { checkDay, estateSince, keysetOf, pageOfRows } from '#modules/desk/index.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { endOfDate, instantAt, localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { firstWholeDay } from '../days-owed.rules.ts'
import { presentDay, presentItem, TallyContent, withReceived } from './tally.present.ts'
import { findTally } from './tally.store.ts'
import { type AsOf, countChannels, countItems, listItems } from './tally-items.store.ts'

const DAY_MS = 86_400_000

/** The edges of a local day and what its parts are measured with (CP-127a: due within 24 hours). */
export const asOf = async (tx: Tx, estateId: Uuid, date: LocalDate): Promise<AsOf> => {
  const calendar = await calendarOf(tx, estateId)
  return {
    date,
    start: instantAt(calendar, date, '00:00'),
    end: endOfDate(calendar, date),
    startBefore: instantAt(calendar, addDays(date, -1), '00:00'),
    now: tx.now,
    soon: plusMilliseconds(tx.now, DAY_MS),
    forwardMinutes: (await settingsOf(tx, estateId)).get('clock.forwardMinutes'),
  }
}

export const countTally = async (tx: Tx, estateId: Uuid, day: AsOf): Promise<TallyCounts> => {
  const sections: Record<string, number> = {}
  for (const section of TALLY_SECTIONS) sections[section] = await countItems(tx, estateId, section, day)
  return TallyCounts.parse({ channels: await countChannels(tx, estateId, day), sections })
}

/** The day asked for, or today; E_TIME_RANGE for one that has not come. */
const dayAsked = async (tx: Tx, estateId: Uuid, asked: LocalDate | undefined) => {
  const today = localDateOf(await calendarOf(tx, estateId), tx.now)
  const date = asked ?? today
  if (date > today) return refuse('E_TIME_RANGE', { field: 'query.date', details: { latest: today } })
  const far = checkDay(date, 'query.date')
  return far ?? { date, today }
}

/** CP-127, CP-127a: as it was signed, or as it stands now. */
export const readTally = async (
  tx: Tx,
  estateId: Uuid,
  query: QueryOf<typeof getComplaintTally>,
): Promise<AnswerOf<typeof getComplaintTally> | Refusal> => {
  const asked = await dayAsked(tx, estateId, query.date)
  if (isRefusal(asked)) return asked
  const { date, today } = asked
  const before = addDays(date, -1)
  const row = await findTally(tx, estateId, date)
  const owed = before >= firstWholeDay(await calendarOf(tx, estateId), await estateSince(tx, estateId))
  return {
    day: presentDay(date, today, withReceived(row)),
    counts: row?.content
      ? TallyContent.parse(row.content).counts
      : await countTally(tx, estateId, await asOf(tx, estateId, date)),
    due: (await settingsOf(tx, estateId)).get('complaint.tallyTime'),
    dayBefore: owed ? presentDay(before, today, withReceived(await findTally(tx, estateId, before))) : null,
  }
}

const sortOf = (section: TallySection) => (item: { id: string; receivedAt: string; dueAt: string | null }) => ({
  at: section === 'promises' ? (item.dueAt ?? item.receivedAt) : item.receivedAt,
  id: item.id,
})

/** One page of one part. */
export const readTallyItems = async (
  tx: Tx,
  estateId: Uuid,
  query: QueryOf<typeof listComplaintTallyItems>,
): Promise<AnswerOf<typeof listComplaintTallyItems> | Refusal> => {
  const asked = await dayAsked(tx, estateId, query.date)
  if (isRefusal(asked)) return asked
  const after = keysetOf(query.cursor)
  if (isRefusal(after)) return after
  const sort = sortOf(query.section)
  const row = await findTally(tx, estateId, asked.date)
  if (row?.content) {
    const all = TallyContent.parse(row.content).sections[query.section]
    const rest = after
      ? all.filter((item) => {
          const { at, id } = sort(item)
          return at > after.at || (at === after.at && id > after.id)
        })
      : all
    return pageOfRows(rest, query.limit, sort)
  }
  const day = await asOf(tx, estateId, asked.date)
  const rows = await listItems(tx, estateId, query.section, day, { after, limit: query.limit })
  return pageOfRows(
    rows.map((r) => presentItem(r, day)),
    query.limit,
    sort,
  )
}
