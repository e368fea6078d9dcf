import { z } from 'zod'
import { type ImportBatch, ImportLine, ImportSummary } from '#contract/roster-import.ts'
import type { Batch, LineRow } from './batch.store.ts'

const Failure = z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) })

export const presentBatch = (row: Batch): ImportBatch => ({
  id: row.id,
  state: row.state as ImportBatch['state'],
  fileName: row.file_name,
  fileSize: row.file_size,
  phase: row.phase as ImportBatch['phase'],
  done: row.done,
  total: row.total,
  summary: ImportSummary.nullable().parse(row.summary),
  failure: Failure.nullable().parse(row.failure),
  uploadedBy: row.uploaded_by_name,
  uploadedAt: row.uploaded_at,
  confirmedBy: row.confirmed_by_name,
  endedAt: row.ended_at,
  version: row.version,
})

const Body = ImportLine.pick({ changes: true, problems: true, notes: true })

export const presentLine = (row: LineRow): ImportLine => ({
  seq: row.seq,
  sheet: row.sheet,
  row: row.row,
  unit: row.unit_display,
  change: row.change as ImportLine['change'],
  ...Body.parse(row.body),
})
