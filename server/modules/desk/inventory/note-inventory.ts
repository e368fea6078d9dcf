import type { noteInventory as noteRoute } from '#contract/inventory.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf, BodyOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { appendTimeline, canSee } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { isSupervising } from './inventory.rules.ts'
import { insertNotes, lockDay, mattersById, signedAmong, superviseBy } from './inventory.store.ts'

/**
 * FD-404, OS-043: the note of today, a row for each matter. On its timeline it stands as an entry of the inventory, and by
 * one who answers for the matter it is their supervising (OS-011). E_CLOSED_CASE for a matter that is not open,
 * E_INVENTORY_SIGNED for one that stands in a list signed today.
 */
export const noteInventory = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  body: BodyOf<typeof noteRoute>,
): Promise<AnswerOf<typeof noteRoute> | Refusal> => {
  const date = localDateOf(await calendarOf(tx, estateId), tx.now)
  const ids = [...new Set(body.matterIds)]
  const day = await lockDay(tx, estateId, date, 'share')
  const found = await mattersById(tx, estateId, ids)
  const matters = found.filter((m) => canSee(actor, m))
  for (const [i, id] of body.matterIds.entries()) {
    const matter = matters.find((m) => m.id === id)
    if (!matter) return refuse('E_NOT_FOUND', { field: `body.matterIds.${i}` })
    if (!matter.open)
      return refuse('E_CLOSED_CASE', { field: `body.matterIds.${i}`, details: { number: matter.number } })
  }
  const signed = day.signed_at === null ? [] : await signedAmong(tx, estateId, date, ids)
  if (signed.length > 0)
    return refuse('E_INVENTORY_SIGNED', {
      field: 'body.matterIds',
      details: { date, numbers: matters.filter((m) => signed.includes(m.id)).map((m) => m.number) },
    })
  await insertNotes(
    tx,
    estateId,
    date,
    matters.map((m) => ({ id: newId(), matter_id: m.id, text: body.text, noted_by: actor.id, noted_name: actor.name })),
  )
  for (const matter of matters)
    await appendTimeline(tx, actor, matter, [{ type: 'inventory', verb: 'note', text: body.text, data: { date } }])
  const supervised = matters.filter((m) => isSupervising(actor.id, m)).map((m) => m.id)
  const duties = await superviseBy(tx, estateId, supervised, actor.id)
  tx.tell({ estateId, topic: 'inventory' })
  tx.tell({ estateId, topic: 'matters' })
  return { date, noted: matters.length, duties }
}
