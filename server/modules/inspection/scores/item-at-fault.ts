import type { AnswerMark } from '#contract/inspections.ts'
import { isFault } from '#contract/rules/fault.ts'
import type { CheckItem } from '#contract/touchpoints.ts'
import type { Uuid } from '#contract/values.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { monthSpan } from '#platform/calendar/months.rules.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { standardOn } from '../standards/checklists.ts'
import { versionsUsed } from './score.store.ts'
import { itemsHeld } from './versions.ts'

/** The items as the looks of a month were asked them, the later version's words last; without a month those of today. */
const itemsAsked = async (tx: Tx, estateId: Uuid, month: string | undefined): Promise<readonly CheckItem[]> => {
  if (month === undefined)
    return (await standardOn(tx, estateId, localDateOf(await calendarOf(tx, estateId), tx.now))).items
  const items: CheckItem[] = []
  for (const version of await versionsUsed(tx, estateId, monthSpan(month)))
    items.push(...(await itemsHeld(tx, estateId, version)))
  return items
}

/**
 * An item of a filter with the answer by which it is at fault, judged like the figure that opens the list; one that is
 * asked no more is taken for a plain one.
 */
export const itemAtFault = async (
  tx: Tx,
  estateId: Uuid,
  { itemId, month }: { itemId?: string | undefined; month?: string | undefined },
): Promise<{ id: string; answer: AnswerMark } | undefined> => {
  if (itemId === undefined) return undefined
  const item = (await itemsAsked(tx, estateId, month)).findLast(({ id }) => id === itemId)
  return { id: itemId, answer: item && isFault(item, 'pass') ? 'pass' : 'fail' }
}
