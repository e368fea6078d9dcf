import { LineReport } from '#contract/inventory.ts'
import type { LineReportRow } from './line-report.store.ts'

const Items = LineReport.shape.items.catch([])

export const presentReport = (row: LineReportRow): LineReport => ({
  id: row.id,
  line: row.line as LineReport['line'],
  date: row.on_date,
  slot: row.slot,
  text: row.text,
  items: Items.parse(row.items),
  late: row.late,
  reportedAt: row.reported_at,
  reportedBy: { id: row.reported_by, name: row.reporter_name ?? '' },
})
