import type { ReportFigures, ReportView } from '#contract/complaint-reports.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { frozenFigures, readFigures } from './read-figures.ts'
import { kindOf, presentReportView, readsOnlyLegacy } from './report.present.ts'
import { type ReportRow, readReport } from './report.store.ts'
import { targetsOf } from './terms.ts'

type ReportId = { estateId: Uuid; id: Uuid }

/** Which reports a person may read: all of the estate, or only submitted lists for the developer (CP-130). */
export const readable = (actor: Actor, estateId: Uuid): typeof readsOnlyLegacy | 'all' =>
  may(actor, 'complaint.read_reports', estateId) ? 'all' : readsOnlyLegacy

/** A report with its figures, as this person may see it. */
export const findReport = async (
  tx: Tx,
  actor: Actor,
  { estateId, id }: ReportId,
): Promise<{ row: ReportRow; figures: ReportFigures } | Refusal> => {
  const row = await readReport(tx, estateId, id)
  if (!row) return refuse('E_NOT_FOUND')
  const only = readable(actor, estateId)
  if (only !== 'all' && (row.state !== only.state || !only.kinds.some((kind) => kind === row.kind)))
    return refuse('E_NOT_FOUND')
  const figures = row.state === 'submitted' ? frozenFigures(row.figures) : await readFigures(tx, figuresOf(row))
  return isRefusal(figures) ? figures : { row, figures }
}

/** What the figures are read by. */
export const figuresOf = (row: Pick<ReportRow, 'estate_id' | 'kind' | 'matter_id' | 'from_date' | 'to_date'>) => ({
  ...row,
  kind: kindOf(row),
})

export const viewReport = async (tx: Tx, actor: Actor, which: ReportId): Promise<ReportView | Refusal> => {
  const found = await findReport(tx, actor, which)
  return isRefusal(found)
    ? found
    : presentReportView(found.row, found.figures, tx.now, await targetsOf(tx, which.estateId))
}
