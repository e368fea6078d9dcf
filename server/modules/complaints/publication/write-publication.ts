import type {
  markNoPublication,
  Publication,
  PublicationItem,
  saveComplaintPublication,
} from '#contract/complaint-publication.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { BodyOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { disputeText, Items } from './publication.present.ts'
import { firstDayOf, isOver, monthOf, nextMonth } from './publication.rules.ts'
import { casesById, findPublication, insertPublication, savePublication } from './publication.store.ts'
import { candidatesOf, readPublication, situationOf } from './read-publication.ts'

export type MonthOf = { estateId: Uuid; month: string }

export const notOver = (month: string, today: string): Refusal | undefined =>
  isOver(month, today)
    ? undefined
    : refuse('E_TIME_RANGE', { field: 'params.month', details: { earliest: firstDayOf(nextMonth(month)) } })

/** The items as they are kept: complaints of this estate, each once, disputes by their type alone. */
const keptItems = async (
  tx: Tx,
  estateId: Uuid,
  items: readonly PublicationItem[],
): Promise<PublicationItem[] | Refusal> => {
  const cases = new Map(
    (
      await casesById(
        tx,
        estateId,
        items.map((i) => i.matterId),
      )
    ).map((c) => [c.id, c]),
  )
  const kept: PublicationItem[] = []
  for (const [i, item] of items.entries()) {
    const found = cases.get(item.matterId)
    if (!found) return refuse('E_NOT_FOUND', { field: `body.items.${i}.matterId` })
    if (kept.some((k) => k.matterId === item.matterId))
      return refuse('E_DUPLICATE', { field: `body.items.${i}.matterId` })
    const category = Items.element.shape.category.parse(found.category ?? item.category)
    kept.push({ ...item, category, text: disputeText(category) ?? item.text })
  }
  return kept
}

/**
 * CP-137: writes the publication of a month. What was approved, or marked as nothing, is a draft again. E_STATE_CHANGED
 * when it hangs there, E_VERSION_STALE when somebody wrote meanwhile, E_NOT_FOUND for a complaint that is not here.
 */
export const savePublicationOf = async (
  tx: Tx,
  actor: Actor,
  { estateId, month }: MonthOf,
  { foreword, items, version }: BodyOf<typeof saveComplaintPublication>,
): Promise<Publication | Refusal> => {
  const { today } = await situationOf(tx, estateId)
  if (month > monthOf(today))
    return refuse('E_TIME_RANGE', { field: 'params.month', details: { latest: monthOf(today) } })
  const kept = await keptItems(tx, estateId, items)
  if (isRefusal(kept)) return kept
  const row = await findPublication(tx, estateId, month)
  if (row?.state === 'posted') return refuse('E_STATE_CHANGED')
  const text = foreword || null
  const saved = row
    ? await savePublication(tx, row, version, {
        state: 'draft',
        foreword: text,
        items: JSON.stringify(kept),
        approved_at: null,
        approved_by: null,
        none_by: null,
        updated_at: tx.now,
        updated_by: actor.id,
      })
    : version === 0 &&
      (await insertPublication(tx, estateId, {
        id: newId(),
        month,
        foreword: text,
        items: kept,
        by: actor.id,
        state: 'draft',
      }))
  if (!saved) return refuse('E_VERSION_STALE')
  const after = { month, items: kept.length, included: kept.filter((i) => i.include).length }
  await audit(tx, actor, {
    estateId,
    action: 'complaintPublication.save',
    subjectKind: 'complaintPublication',
    before: row ? { state: row.state, version: row.version } : undefined,
    after,
  })
  tx.tell({ estateId, topic: 'complaints' })
  return readPublication(tx, estateId, month)
}

/**
 * CP-137: nothing of common nature in a month, so nothing to publish. E_TIME_RANGE while it runs, E_SHEET_INCOMPLETE names
 * what is proposed or written and was not left out by a person.
 */
export const markNone = async (
  tx: Tx,
  actor: Actor,
  { estateId, month }: MonthOf,
  { version }: BodyOf<typeof markNoPublication>,
): Promise<Publication | Refusal> => {
  const { today } = await situationOf(tx, estateId)
  const running = notOver(month, today)
  if (running) return running
  const row = await findPublication(tx, estateId, month)
  if (row && row.state !== 'draft') return refuse('E_STATE_CHANGED')
  const items = Items.parse(row?.items ?? [])
  const leftOut = (id: Uuid) => items.some((i) => i.matterId === id && !i.include)
  const standing = (await candidatesOf(tx, estateId, month)).filter((c) => !leftOut(c.id)).map((c) => c.number)
  const written = items.filter((i) => i.include).length
  if (standing.length + written > 0)
    return refuse('E_SHEET_INCOMPLETE', { details: { missing: standing, included: written } })
  const saved = row
    ? await savePublication(tx, row, version, {
        state: 'none',
        none_by: actor.id,
        updated_at: tx.now,
        updated_by: actor.id,
      })
    : version === 0 &&
      (await insertPublication(tx, estateId, {
        id: newId(),
        month,
        foreword: null,
        items: [],
        by: actor.id,
        state: 'none',
      }))
  if (!saved) return refuse('E_VERSION_STALE')
  await audit(tx, actor, {
    estateId,
    action: 'complaintPublication.none',
    subjectKind: 'complaintPublication',
    after: { month },
  })
  tx.tell({ estateId, topic: 'complaints' })
  return readPublication(tx, estateId, month)
}
