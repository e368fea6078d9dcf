import type { InventoryDay } from '#contract/inventory.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import { type Actor, rolesIn } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { endOfDate, localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { findDay } from './gap.store.ts'
import { presentDay } from './inventory.present.ts'
import { freezeItems, lockDay, saveSignature, withoutNote } from './inventory.store.ts'

/** As many as a person will look at; the count says the rest. */
const MOST_NAMED = 50

/**
 * FD-404: today's inventory is signed, also an empty one. E_TIME_RANGE for another day, E_INVENTORY_SIGNED when it is,
 * E_INVENTORY_GAP names the open matters without a note of the day. A signed list is never changed.
 */
export const signInventory = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  date: LocalDate,
): Promise<InventoryDay | Refusal> => {
  const calendar = await calendarOf(tx, estateId)
  const today = localDateOf(calendar, tx.now)
  if (date !== today) return refuse('E_TIME_RANGE', { field: 'body.date', details: { earliest: today, latest: today } })
  const day = await lockDay(tx, estateId, date, 'update')
  if (day.signed_at !== null)
    return refuse('E_INVENTORY_SIGNED', { details: { date, at: day.signed_at, by: day.signed_name } })
  const draft = { date, end: endOfDate(calendar, date) }
  const missing = await withoutNote(tx, estateId, { ...draft, known: draft.end, limit: null })
  if (missing.length > 0)
    return refuse('E_INVENTORY_GAP', {
      details: { date, count: missing.length, missing: missing.slice(0, MOST_NAMED) },
    })
  const items = await freezeItems(tx, estateId, draft, calendar.timeZone)
  await saveSignature(tx, estateId, date, {
    signed_by: actor.id,
    signed_name: actor.name,
    signed_role: rolesIn(actor, estateId)[0] ?? null,
    items,
  })
  await audit(tx, actor, { estateId, action: 'inventory.sign', subjectKind: 'inventory', after: { date, items } })
  tx.tell({ estateId, topic: 'inventory' })
  return presentDay(date, await findDay(tx, estateId, date))
}
