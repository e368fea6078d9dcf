import type { SheetContent, SheetView } from '#contract/must-know.ts'
import { type Refusal, refuse, type WarningCode } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { nextNumber } from '#platform/counter/next-number.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { viewSheet } from './read-sheet.ts'
import { contentOf } from './sheet.present.ts'
import { findSheet, insertDraft, openSheet, type SheetRow, saveSheet } from './sheet.store.ts'
import { plotRatioFits } from './sheet-fields.rules.ts'

export type SavedSheet = { sheet: SheetView; warnings: { code: WarningCode; field?: string }[] }

/** FD-021: saved all the same, but said. */
export const answerSheet = async (tx: Tx, row: SheetRow): Promise<SavedSheet> => ({
  sheet: await viewSheet(tx, row),
  warnings: plotRatioFits(contentOf(row.content))
    ? []
    : [{ code: 'W_PLOT_RATIO', field: 'body.content.overview.plotRatio' }],
})

/**
 * FD-023: writes the next version. Whoever writes in it becomes one of its authors, and a check made before no longer
 * counts. One draft at a time: E_STATE_CHANGED when another is open, E_VERSION_STALE when somebody else has saved since.
 */
export const saveDraft = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  body: { version: number; content: SheetContent; summary?: string | undefined },
): Promise<SavedSheet | Refusal> => {
  const open = await openSheet(tx, estateId)
  const id = open?.id ?? newId()
  if (body.version === 0) {
    if (open)
      return refuse('E_STATE_CHANGED', { details: { state: open.state, version: open.version, by: open.author_name } })
    const number = await nextNumber(tx, estateId, 'must-know')
    const made = await insertDraft(tx, {
      estate_id: estateId,
      id,
      number,
      content: body.content,
      summary: body.summary || null,
      author_id: actor.id,
    })
    if (!made) return refuse('E_STATE_CHANGED')
  } else {
    if (!open) return refuse('E_NOT_FOUND')
    const saved = await saveSheet(
      tx,
      { estate_id: estateId, id, version: body.version },
      {
        content: JSON.stringify(body.content),
        summary: body.summary || null,
        state: 'draft',
        editors: [...new Set([...open.editors, actor.id])],
        edited_at: tx.now,
        checker_id: null,
        checked_at: null,
      },
    )
    if (!saved) return refuse('E_VERSION_STALE', { details: { version: open.version } })
  }
  const row = await findSheet(tx, estateId, id)
  if (!row) return refuse('E_NOT_FOUND')
  await audit(tx, actor, {
    estateId,
    action: 'mustKnow.save',
    subjectKind: 'mustKnow',
    subjectId: id,
    after: { number: row.number, version: row.version },
  })
  return answerSheet(tx, row)
}
