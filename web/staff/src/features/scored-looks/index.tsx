import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { listScoredLooks, type ScoredLook } from '#contract/scores.ts'
import { type T, useTexts } from '#ui/i18n.ts'
import { MonthPicker } from '#ui/inspection/month-picker.tsx'
import { ScoreCell } from '#ui/inspection/score.tsx'
import { useGo } from '#ui/links.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar, type FilterItem } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'

const Filters = listScoredLooks.query.omit({ cursor: true, limit: true })

const filterItems = (t: T): FilterItem[] => [
  {
    kind: 'select',
    name: 'touchpoint',
    label: t('findingColumn.touchpoint'),
    options: TOUCHPOINTS.map((value) => ({ value, label: `${value} ${t(`touchpoint.${value}`)}` })),
  },
]

const figure = (key: 'passed' | 'failed' | 'notApplicable', t: T, wideOnly = false): Column<ScoredLook> => ({
  key,
  title: t(`scoreColumn.${key}`),
  width: 88,
  align: 'end',
  wideOnly,
  render: (row) => <span className="w-figures">{row[key]}</span>,
})

const columns = (t: T): Column<ScoredLook>[] => [
  {
    key: 'onDate',
    title: t('scoreColumn.onDate'),
    width: 112,
    render: (row) => <span className="w-figures">{row.onDate}</span>,
  },
  { key: 'place', title: t('findingColumn.place'), render: (row) => row.place.name },
  {
    key: 'touchpoint',
    title: t('findingColumn.touchpoint'),
    width: 136,
    wideOnly: true,
    render: (row) => t(`touchpoint.${row.touchpoint}`),
  },
  { key: 'kind', title: t('scoreColumn.kind'), width: 96, render: (row) => t(`inspectionKind.${row.kind}`) },
  { key: 'inspector', title: t('scoreColumn.inspector'), width: 104, render: (row) => row.inspector.name },
  {
    key: 'score',
    title: t('scoreColumn.score'),
    width: 96,
    align: 'end',
    render: (row) => <ScoreCell score={row.score} to={`scored-looks/${row.id}`} />,
  },
  figure('failed', t),
  figure('passed', t, true),
  figure('notApplicable', t, true),
  {
    key: 'version',
    title: t('scoreColumn.version'),
    width: 88,
    align: 'end',
    wideOnly: true,
    render: (row) => (
      <span className="w-figures">
        {row.standardNumber}
        {row.variantNumber === null ? '' : ` · ${row.variantNumber}`}
      </span>
    ),
  },
]

/** The looks behind a figure. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const go = useGo()
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const pages = usePages(listScoredLooks, { params: { estateId }, query: filters }, { topics: ['inspection'] })
  return (
    <>
      <PageHeader
        title={t('scoreSheet.looks')}
        hint={t('score.looksHint')}
        actions={<MonthPicker month={filters.month} onChange={(month) => setFilters({ month })} />}
      />
      <FilterBar items={filterItems(t)} values={filters} onChange={setFilters} active={active} onClear={clear}>
        <ExportLink list={listScoredLooks} params={{ estateId }} query={filters} />
      </FilterBar>
      <DataTable<ScoredLook>
        label={t('scoreSheet.looks')}
        columns={columns(t)}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`scored-looks/${row.id}`)}
        filtered={active.length > 0}
      />
    </>
  )
}
