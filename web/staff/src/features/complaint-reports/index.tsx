import { REPORT_KINDS } from '#contract/complaint-report-parts.ts'
import { listComplaintReports, REPORT_STATES, type ReportLine } from '#contract/complaint-reports.ts'
import { useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar, type FilterItem } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { usePages } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import { EmptyState } from '#ui/states.tsx'
import { NewReport } from './new-report.tsx'
import { ReportCard, reportColumns } from './report-columns.tsx'

const Filters = listComplaintReports.query.omit({ cursor: true, limit: true })

/** Reports about complaints and about periods, those that are late marked (CP-094 to CP-104, CP-128 to CP-135). */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const go = useGo()
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const pages = usePages(listComplaintReports, { params: { estateId }, query: filters }, { topics: ['complaints'] })
  const items: FilterItem[] = [
    {
      kind: 'select',
      name: 'kind',
      label: t('complaintColumn.report'),
      options: REPORT_KINDS.map((value) => ({ value, label: t(`reportKind.${value}`) })),
    },
    {
      kind: 'select',
      name: 'state',
      label: t('complaintColumn.state'),
      options: REPORT_STATES.map((value) => ({ value, label: t(`reportState.${value}`) })),
    },
    { kind: 'toggle', name: 'overdue', label: t('complaintReports.overdue') },
    { kind: 'toggle', name: 'late', label: t('complaintReports.late') },
    { kind: 'dates', from: 'from', to: 'to', label: t('complaintReports.opened') },
  ]
  return (
    <>
      <PageHeader
        title={t('nav.complaintReports')}
        hint={t('complaintReports.hint')}
        actions={can('complaint.report') ? <NewReport matterId={filters.matterId} /> : null}
      />
      <FilterBar items={items} values={filters} onChange={setFilters} active={active} onClear={clear}>
        {can('complaint.read_reports') ? (
          <ExportLink list={listComplaintReports} params={{ estateId }} query={filters} />
        ) : null}
      </FilterBar>
      <DataTable<ReportLine>
        label={t('nav.complaintReports')}
        columns={reportColumns(t)}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`complaint-reports/${row.id}`)}
        card={(row) => <ReportCard row={row} />}
        filtered={active.length > 0}
        empty={<EmptyState title={t('complaintReports.empty')} hint={t('complaintReports.emptyHint')} />}
      />
    </>
  )
}
