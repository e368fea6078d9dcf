import type { MatterLine } from '#contract/matters.ts'
import type { ListColumn } from '#platform/export/send-list.ts'

/** What every sheet says of a matter, for rows that hold one. */
export const matterColumns = <Row>(of: (row: Row) => MatterLine): readonly ListColumn<Row>[] => [
  { key: 'deskColumn.matter', of: (row) => of(row).number },
  { key: 'deskColumn.contactType', of: (row, { t }) => t(`contactType.${of(row).contactType}`) },
  { key: 'deskColumn.title', width: 40, of: (row) => of(row).title },
  { key: 'deskColumn.state', of: (row, { t }) => t(`state.${of(row).kind}.${of(row).state}`) },
  { key: 'deskColumn.line', of: (row, { t }) => lineOf(of(row).line, t) },
  { key: 'deskColumn.unit', of: (row) => of(row).unit?.display ?? null },
  { key: 'deskColumn.customer', of: (row) => of(row).customer?.name ?? of(row).customerName },
  { key: 'deskColumn.owner', of: (row) => of(row).owner.name },
  { key: 'deskColumn.handler', of: (row) => of(row).handler?.name ?? null },
  { key: 'deskColumn.receivedAt', width: 18, of: (row, { time }) => time(of(row).receivedAt) },
]

export const lineOf = (line: string | null, t: (key: string) => string): string | null =>
  line === null ? null : t(`line.${line}`)
