import type { getInventory } from '#contract/inventory.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { AnswerOf, QueryOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { endOfDate, localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { checkDay } from '../days.rules.ts'
import { EVER, keysetOf, pageOfRows } from '../keyset.ts'
import { findDay } from './gap.store.ts'
import { presentDay, presentDraft, presentItem } from './inventory.present.ts'
import { countDraft, listDraftRows, listItemRows } from './inventory.store.ts'

type Answer = AnswerOf<typeof getInventory>

/** FD-404: the inventory of a day, and what the day before left wanting. */
export const readInventory = async (
  tx: Tx,
  estateId: Uuid,
  query: QueryOf<typeof getInventory>,
): Promise<Answer | Refusal> => {
  const calendar = await calendarOf(tx, estateId)
  const date = query.date ?? localDateOf(calendar, tx.now)
  const far = checkDay(date, 'query.date')
  if (far) return far
  const after = keysetOf(query.cursor)
  if (isRefusal(after)) return after
  const day = presentDay(date, await findDay(tx, estateId, date))
  const before = addDays(date, -1)
  const around = {
    day,
    due: (await settingsOf(tx, estateId)).get('desk.inventoryTime'),
    dayBefore: presentDay(before, await findDay(tx, estateId, before)),
  }
  const wanted = { range: EVER, after, limit: query.limit }
  if (day.signed) {
    const page = pageOfRows(await listItemRows(tx, estateId, date, query, wanted), query.limit, (r) => ({
      at: r.received_at,
      id: r.matter_id,
    }))
    return {
      ...around,
      counts: { items: day.items ?? 0, noted: day.items ?? 0 },
      rows: page.rows.map(presentItem),
      next: page.next,
    }
  }
  const draft = { date, end: endOfDate(calendar, date) }
  const page = pageOfRows(await listDraftRows(tx, estateId, draft, query, wanted), query.limit, (r) => ({
    at: r.received_at,
    id: r.id,
  }))
  return {
    ...around,
    counts: await countDraft(tx, estateId, draft),
    rows: page.rows.map((r) => presentDraft(r, date, calendar)),
    next: page.next,
  }
}
