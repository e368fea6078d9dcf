import type { ArchiveLoan } from '#contract/archive.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

export const loanSheet: Sheet<ArchiveLoan> = {
  name: 'export.archiveLoans',
  subject: 'archiveLoans',
  columns: [
    { key: 'export.unitNo', width: 18, of: (l) => l.unit.display },
    { key: 'export.borrower', of: (l) => l.borrower },
    { key: 'export.loanPurpose', width: 32, of: (l) => l.purpose },
    { key: 'export.lentAt', width: 18, of: (l, { time }) => time(l.lentAt) },
    { key: 'export.lentBy', of: (l) => l.lentBy },
    { key: 'export.dueOn', width: 12, of: (l) => l.dueOn },
    { key: 'export.returnedAt', width: 18, of: (l, { time }) => time(l.returnedAt) },
    { key: 'export.late', of: (l, { t }) => t(l.late ? 'export.yes' : 'export.no') },
    { key: 'export.remarks', width: 32, of: (l) => l.returnNote },
  ],
}
