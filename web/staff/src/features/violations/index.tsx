import { VIOLATION_TYPES, violation } from '#contract/kinds/violation.ts'
import { LINES } from '#contract/permissions.ts'
import { listViolations, ViolationFilter, type ViolationLine } from '#contract/violations.ts'
import { type T, useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar, type FilterItem } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { EmptyState } from '#ui/states.tsx'
import { ReportViolationButton } from '#ui/violation/report-button.tsx'
import { ViolationOnPhone, violationColumns } from '#ui/violation/violation-columns.tsx'

const filtersOf = (t: T): FilterItem[] => [
  { kind: 'search', name: 'q', label: t('violationList.search') },
  { kind: 'dates', from: 'from', to: 'to', label: t('violationList.found') },
  {
    kind: 'select',
    name: 'type',
    label: t('violationColumn.type'),
    options: VIOLATION_TYPES.map((value) => ({ value, label: t(`violationType.${value}`) })),
  },
  {
    kind: 'select',
    name: 'state',
    label: t('matter.state'),
    options: violation.states.map((value) => ({ value, label: t(`state.violation.${value}`) })),
  },
  {
    kind: 'select',
    name: 'line',
    label: t('field.line'),
    options: LINES.map((value) => ({ value, label: t(`line.${value}`) })),
  },
  {
    kind: 'select',
    name: 'open',
    label: t('violationList.openOrClosed'),
    options: [
      { value: 'true', label: t('violationList.open') },
      { value: 'false', label: t('violationList.closed') },
    ],
  },
  { kind: 'toggle', name: 'overdue', label: t('violationList.overdue') },
  { kind: 'toggle', name: 'danger', label: t('violationList.danger') },
  { kind: 'toggle', name: 'renovation', label: t('violationList.renovation') },
]

/** FD-771: violations of customers, found last first. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const go = useGo()
  const { filters, setFilters, clear, active } = useUrlFilters(ViolationFilter)
  const pages = usePages(
    listViolations,
    { params: { estateId }, query: filters },
    { topics: ['matters', 'violations'] },
  )
  return (
    <>
      <PageHeader
        title={t('nav.violations')}
        hint={t('violationList.hint')}
        actions={<ReportViolationButton primary />}
      />
      <FilterBar items={filtersOf(t)} values={filters} onChange={setFilters} active={active} onClear={clear}>
        <ExportLink list={listViolations} params={{ estateId }} query={filters} />
      </FilterBar>
      <DataTable<ViolationLine>
        label={t('nav.violations')}
        columns={violationColumns(t)}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`matters/${row.id}`)}
        card={(row) => <ViolationOnPhone row={row} />}
        filtered={active.length > 0}
        empty={<EmptyState title={t('violationList.empty')} />}
      />
    </>
  )
}
