import type { ArchiveLoan, LendArchive } from '#contract/archive.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { findUnit } from '../places/unit.store.ts'
import { todayIn } from '../today.ts'
import { orRefuse } from '../violations.ts'
import { closeLoan, insertLoan, type LoanRow, readLoan } from './loan.store.ts'

/** FD-731: who took the paper archive of a unit and what for. E_NOT_FOUND, E_DUPLICATE while it is out, E_TIME_PAST (due day). */
export const lendArchive = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  input: LendArchive,
): Promise<Uuid | Refusal> => {
  if (!(await findUnit(tx, estateId, input.unitId))) return refuse('E_NOT_FOUND', { field: 'body.unitId' })
  if (input.dueOn !== undefined && input.dueOn < (await todayIn(tx, estateId)))
    return refuse('E_TIME_PAST', { field: 'body.dueOn' })
  const row = {
    estate_id: estateId,
    id: newId(),
    unit_id: input.unitId,
    borrower: input.borrower,
    purpose: input.purpose,
    lent_at: tx.now,
    lent_by: actor.id,
    due_on: input.dueOn ?? null,
  }
  const done = await orRefuse({ archive_loan_out_key: { code: 'E_DUPLICATE', field: 'body.unitId' } }, () =>
    insertLoan(tx, row),
  )
  if (isRefusal(done)) return done
  await audit(tx, actor, {
    estateId,
    action: 'archive.lent',
    subjectKind: 'archiveLoan',
    subjectId: row.id,
    purpose: row.purpose,
    after: { borrower: row.borrower, due_on: row.due_on },
  })
  tx.tell({ estateId, topic: 'units' })
  return row.id
}

/** FD-731. E_NOT_FOUND, E_STATE_CHANGED when it is back already. */
export const returnArchive = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  note: string | undefined,
): Promise<undefined | Refusal> => {
  const before = await readLoan(tx, estateId, id)
  if (!before) return refuse('E_NOT_FOUND')
  if (!(await closeLoan(tx, estateId, id, actor.id, note ?? null))) return refuse('E_STATE_CHANGED')
  await audit(tx, actor, {
    estateId,
    action: 'archive.returned',
    subjectKind: 'archiveLoan',
    subjectId: id,
    before: { returned_at: null },
    after: { borrower: before.borrower, returned_at: tx.now, note: note ?? null },
  })
  tx.tell({ estateId, topic: 'units' })
  return undefined
}

export const presentLoan = (row: LoanRow, today: LocalDate): ArchiveLoan => ({
  id: row.id,
  unit: {
    id: row.unit_id,
    unitNo: row.unit_no,
    display: row.unit_display,
    kind: row.unit_kind as ArchiveLoan['unit']['kind'],
  },
  borrower: row.borrower,
  purpose: row.purpose,
  lentAt: row.lent_at,
  lentBy: row.lent_by_name ?? '',
  dueOn: row.due_on,
  returnedAt: row.returned_at,
  returnNote: row.return_note,
  late: row.returned_at === null && row.due_on !== null && row.due_on < today,
})
