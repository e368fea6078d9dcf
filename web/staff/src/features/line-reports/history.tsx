import { type LineReport, listLineReports } from '#contract/inventory.ts'
import { LINES, type Line } from '#contract/permissions.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import type { Column } from '#ui/list/data-table.tsx'
import { FilteredTable } from '#ui/list/filtered-table.tsx'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './line-reports.module.css'

type Filter = {
  from?: string | undefined
  to?: string | undefined
  line?: Line | undefined
  late?: 'true' | 'false' | undefined
}

/** All reports of the lines, newest first. */
export const History = ({
  filter,
  onChange,
}: {
  filter: Filter
  onChange: (patch: Record<string, unknown>) => void
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const pages = usePages(listLineReports, { params: { estateId }, query: filter }, { topics: ['inventory'] })
  const columns: Column<LineReport>[] = [
    {
      key: 'slot',
      title: t('lineReports.time'),
      width: 136,
      render: (row) => (
        <span className="w-figures">
          {row.date} {row.slot}
        </span>
      ),
    },
    { key: 'line', title: t('field.line'), width: 96, render: (row) => t(`line.${row.line}`) },
    { key: 'text', title: t('field.text'), render: (row) => <span className={styles.wrap}>{row.text}</span> },
    {
      key: 'late',
      title: t('matter.state'),
      width: 96,
      render: (row) => (
        <StateTag tone={row.late ? 'waiting' : 'good'}>
          {t(row.late ? 'lineReports.state.late' : 'lineReports.state.in')}
        </StateTag>
      ),
    },
    {
      key: 'by',
      title: t('lineReports.by'),
      width: 180,
      render: (row) => (
        <>
          {row.reportedBy.name} · <Instant at={row.reportedAt} />
        </>
      ),
    },
  ]
  return (
    <FilteredTable<LineReport>
      items={[
        {
          kind: 'select',
          name: 'line',
          label: t('field.line'),
          options: LINES.map((value) => ({ value, label: t(`line.${value}`) })),
        },
        { kind: 'dates', from: 'from', to: 'to', label: t('inventory.day') },
        { kind: 'toggle', name: 'late', label: t('lineReports.lateOnly') },
      ]}
      filter={filter}
      onChange={onChange}
      exported={listLineReports}
      label={t('lineReports.tab.history')}
      columns={columns}
      pages={pages}
      rowKey={(row) => row.id}
    />
  )
}
