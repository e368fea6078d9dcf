import type { MatterReport, PeriodReport } from '#contract/complaint-report-parts.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { insertReport, latestReport } from './report.store.ts'

type ToOpen = { dueAt?: Instant | undefined; by?: Uuid | undefined } & (
  | { kind: MatterReport; matter: { estate_id: Uuid; id: Uuid } }
  | { kind: PeriodReport; estateId: Uuid; period: { from: LocalDate; to: LocalDate } }
)

/**
 * Opens the draft of a report about one complaint or one period; asking again gives the newest there is. `dueAt` is the
 * deadline that makes a later submission late (CP-094, CP-100 to CP-102, CP-128a).
 */
export const openReport = async (tx: Tx, given: ToOpen): Promise<{ id: Uuid; opened: boolean }> => {
  const estateId = 'matter' in given ? given.matter.estate_id : given.estateId
  const what = 'matter' in given ? { matterId: given.matter.id } : { from: given.period.from }
  const id = await insertReport(tx, {
    estate_id: estateId,
    id: newId(),
    kind: given.kind,
    matter_id: 'matter' in given ? given.matter.id : null,
    from_date: 'matter' in given ? null : given.period.from,
    to_date: 'matter' in given ? null : given.period.to,
    revision: 1,
    state: 'draft',
    due_at: given.dueAt ?? null,
    created_at: tx.now,
    created_by: given.by ?? null,
  })
  if (id !== undefined) {
    tx.tell({ estateId, topic: 'complaints' })
    return { id, opened: true }
  }
  const known = await latestReport(tx, estateId, given.kind, what)
  if (!known) throw new Error(`a ${given.kind} report is neither there nor can it be opened`)
  return { id: known.id, opened: false }
}
