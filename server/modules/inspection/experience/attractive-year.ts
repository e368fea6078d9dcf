import type { AttractiveYear } from '#contract/experience.ts'
import type { CheckItem, Frequency } from '#contract/touchpoints.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { monthsUntil } from '#platform/calendar/months.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { askedItems } from '../plans/asked-items.rules.ts'
import { monthAsked } from '../scores/read-scores.ts'
import { standardOn } from '../standards/checklists.ts'
import { looksThatPassed, plannedPlaces } from './experience.store.ts'
import { itemsAsked } from './read-experience.ts'

const MONTHS = 12
/** What has its days; the others hold all the time. */
const WITH_DAYS: ReadonlySet<Frequency> = new Set(['periodic', 'scheduled', 'before-event', 'per-holiday', 'per-event'])

/** An attractive item that belongs into a calendar: winter wraps, greetings of a holiday, notices of activities. */
const hasItsTime = ({ kano, frequency, conditions }: CheckItem): boolean =>
  kano === 'attractive' &&
  ((frequency !== null && WITH_DAYS.has(frequency)) || conditions.some((c) => /^(season|event):/.test(c)))

/** quality-model.md 8.3: attractive items planned as a calendar, their delivery counted, their absence no fault. */
export const readAttractiveYear = async (
  tx: Tx,
  _actor: Actor,
  estateId: Uuid,
  month: string | undefined,
): Promise<AttractiveYear> => {
  const span = await monthAsked(tx, estateId, month)
  const months = monthsUntil(span.month, MONTHS)
  const standard = await standardOn(tx, estateId, span.until)
  const items = (await itemsAsked(tx, estateId, standard)).filter(hasItsTime)
  const which = { ids: items.map((i) => i.id), touchpoints: [...new Set(items.map((i) => i.touchpoint))] }
  const year = { from: months[0]?.from ?? span.from, to: span.to }
  const planned = (await plannedPlaces(tx, estateId, which, year)).flatMap((row) =>
    askedItems(standard.of(row), row.items)
      .filter((item) => !row.not_now.includes(item.id))
      .map((item) => ({ month: row.month, item_id: item.id, count: row.places })),
  )
  const delivered = await looksThatPassed(tx, estateId, which, year)
  const byMonth = (counts: typeof delivered, id: string) =>
    months.map((m) => counts.reduce((sum, c) => (c.item_id === id && c.month === m.month ? sum + c.count : sum), 0))
  return {
    months: months.map((m) => m.month),
    items: items.map((item) => ({
      itemId: item.id,
      touchpoint: item.touchpoint,
      statement: { zh: item.zh, en: item.en },
      frequency: item.frequency,
      conditions: item.conditions,
      planned: byMonth(planned, item.id),
      delivered: byMonth(delivered, item.id),
    })),
  }
}
