import type { LineReport } from '#contract/inventory.ts'
import type { Sheet } from '#platform/export/serve-list.ts'
import { lineOf } from '../matter-line.sheet.ts'

export const LINE_REPORTS: Sheet<LineReport> = {
  name: 'deskSheet.lineReports',
  subject: 'lineReports',
  columns: [
    { key: 'deskColumn.date', of: (r) => r.date },
    { key: 'deskColumn.slot', of: (r) => r.slot },
    { key: 'deskColumn.line', of: (r, { t }) => lineOf(r.line, t) },
    { key: 'deskColumn.text', width: 60, of: (r) => [r.text, ...r.items.map((i) => `• ${i.text}`)].join('\n') },
    { key: 'deskColumn.late', of: (r, { t }) => t(r.late ? 'common.yes' : 'common.no') },
    { key: 'deskColumn.by', of: (r) => r.reportedBy.name },
    { key: 'deskColumn.at', width: 18, of: (r, { time }) => time(r.reportedAt) },
  ],
}
