import type { FieldPack } from '#contract/field.ts'
import type { Uuid } from '#contract/values.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { fieldFindingRows } from './field-finding.store.ts'
import { causeNeeded } from './finding.rules.ts'
import { severityOf } from './finding.store.ts'
import { photosOf } from './pictures.store.ts'

/** The newest: a phone shows what is to be seen now. */
const MOST_PHOTOS = 6
/** Sound is heard on the finding's own page. */
const newest = (files: readonly { id: Uuid; mime: string; thumbnail: boolean }[]) =>
  files
    .filter(({ mime }) => mime.startsWith('image/'))
    .slice(-MOST_PHOTOS)
    .map(({ id, thumbnail }) => ({ id, thumbnail }))

/** FD-766: what this person has to put right, and what others put right that they may look at again. */
export const fieldFindings = async (tx: Tx, actor: Actor, estateId: Uuid): Promise<FieldPack['findings']> => {
  const rows = await fieldFindingRows(tx, actor, estateId, {
    rectifies: may(actor, 'finding.rectify', estateId),
    checks: may(actor, 'finding.check', estateId),
  })
  return rows.map((row) => {
    const { before, after, check } = photosOf(row.files, row.order_files)
    return {
      matterId: row.matter_id,
      number: row.number,
      state: row.state,
      placeId: row.place_id,
      itemId: row.item_id,
      statement: { zh: row.statement_zh, en: row.statement_en },
      severity: severityOf(row.severity),
      dueAt: row.next_due_at,
      mine: row.handler_id === actor.id,
      may: row.state === 'ASSIGNED' ? ['rectify'] : ['passCheck', 'failCheck'],
      version: row.version,
      note: row.note,
      measure: row.measure,
      cause: row.cause,
      causeNeeded: causeNeeded({ severity: severityOf(row.severity), repeat: row.repeat }),
      notRight: row.not_right,
      photos: { before: newest(before), after: newest(after), check: newest(check) },
    }
  })
}
