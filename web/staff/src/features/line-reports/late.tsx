import type { z } from 'zod'
import { countLateReports, listLateReports } from '#contract/desk.ts'
import { LINES, type Line } from '#contract/permissions.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink } from '#ui/links.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useApiQuery, usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './line-reports.module.css'

type Row = z.output<(typeof listLateReports)['response']>['rows'][number]
type Filter = { from?: string | undefined; to?: string | undefined; line?: Line | undefined }

/** FD-401: what was collected on site and reached the desk on a later day, counted by line. */
export const LateItems = ({
  filter,
  span,
  onChange,
}: {
  filter: Filter
  /** The days that are counted when no others are chosen. */
  span: { from: string; to: string }
  onChange: (patch: Record<string, unknown>) => void
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const days = { from: filter.from ?? span.from, to: filter.to ?? span.to }
  const counts = useApiQuery(countLateReports, { params: { estateId }, query: days }, { topics: ['matters'] })
  const pages = usePages(
    listLateReports,
    { params: { estateId }, query: { ...filter, ...days } },
    { topics: ['matters'] },
  )
  const active = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [name]))
  const columns: Column<Row>[] = [
    {
      key: 'matter',
      title: t('nav.matter'),
      render: (row) => (
        <EstateLink to={`matters/${row.matter.id}`}>
          <span className="w-figures">{row.matter.number}</span> {row.matter.title}
        </EstateLink>
      ),
    },
    { key: 'line', title: t('field.line'), width: 96, render: (row) => t(`line.${row.line}`) },
    { key: 'owner', title: t('matter.owner'), width: 96, render: (row) => row.matter.owner.name },
    { key: 'collected', title: t('field.collectedAt'), width: 128, render: (row) => <Instant at={row.collectedAt} /> },
    {
      key: 'logged',
      title: t('lineReports.loggedAt'),
      width: 128,
      wideOnly: true,
      render: (row) => <Instant at={row.loggedAt} />,
    },
    {
      key: 'days',
      title: t('lineReports.daysLate'),
      width: 96,
      render: (row) => <StateTag tone="late">{t('inventory.age', { count: row.daysLate })}</StateTag>,
    },
  ]
  return (
    <>
      <ul className={styles.counts} aria-label={t('lineReports.lateByLine')}>
        {(counts.data?.lines ?? []).map((one) => (
          <li key={one.line} className="w-card">
            <span className="w-quiet">{t(`line.${one.line}`)}</span>
            <strong className={`w-figures ${one.late > 0 ? styles.bad : ''}`}>{one.late}</strong>
            <span className="w-quiet w-small">{t('lineReports.ofLogged', { count: one.logged })}</span>
          </li>
        ))}
      </ul>
      <FilterBar
        items={[
          {
            kind: 'select',
            name: 'line',
            label: t('field.line'),
            options: LINES.map((value) => ({ value, label: t(`line.${value}`) })),
          },
          { kind: 'dates', from: 'from', to: 'to', label: t('inventory.day') },
        ]}
        values={{ ...filter, ...days }}
        onChange={onChange}
        active={active}
        onClear={() => onChange({ from: undefined, to: undefined, line: undefined })}
      >
        <ExportLink list={listLateReports} params={{ estateId }} query={{ ...filter, ...days }} />
      </FilterBar>
      <DataTable<Row>
        label={t('lineReports.tab.late')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.matter.id}
        filtered={active.length > 0}
      />
    </>
  )
}
