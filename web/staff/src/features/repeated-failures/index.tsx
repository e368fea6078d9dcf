import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { listRepeatedFailures, type RepeatedFailure, RepeatQuery } from '#contract/findings.ts'
import { SEVERITIES } from '#contract/touchpoints.ts'
import { type T, useTexts } from '#ui/i18n.ts'
import { SeverityTag } from '#ui/inspection/severity.tsx'
import { EstateLink, useGo } from '#ui/links.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar, type FilterItem } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'

const Filters = RepeatQuery.omit({ cursor: true, limit: true })

const filterItems = (t: T): FilterItem[] => [
  { kind: 'dates', from: 'from', to: 'to', label: t('findingList.found') },
  {
    kind: 'select',
    name: 'touchpoint',
    label: t('findingColumn.touchpoint'),
    options: TOUCHPOINTS.map((value) => ({ value, label: `${value} ${t(`touchpoint.${value}`)}` })),
  },
  {
    kind: 'select',
    name: 'severity',
    label: t('findingColumn.severity'),
    options: SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) })),
  },
]

const findingsOf = (row: RepeatedFailure) => ({ placeId: row.place.id, itemId: row.itemId })

const columns = (t: T, lang: 'zh' | 'en'): Column<RepeatedFailure>[] => [
  { key: 'place', title: t('findingColumn.place'), width: 168, render: (row) => row.place.name },
  {
    key: 'item',
    title: t('findingColumn.statement'),
    render: (row) => (
      <EstateLink to="findings" search={findingsOf(row)}>
        {row.statement[lang]}
      </EstateLink>
    ),
  },
  {
    key: 'severity',
    title: t('findingColumn.severity'),
    width: 88,
    render: (row) => <SeverityTag severity={row.severity} />,
  },
  {
    key: 'touchpoint',
    title: t('findingColumn.touchpoint'),
    width: 128,
    wideOnly: true,
    render: (row) => t(`touchpoint.${row.touchpoint}`),
  },
  {
    key: 'findings',
    title: t('findingColumn.findings'),
    width: 80,
    align: 'end',
    render: (row) => <span className="w-figures">{row.findings}</span>,
  },
  {
    key: 'times',
    title: t('findingColumn.times'),
    width: 88,
    align: 'end',
    render: (row) => <span className="w-figures">{row.times}</span>,
  },
  {
    key: 'open',
    title: t('findingColumn.open'),
    width: 80,
    align: 'end',
    render: (row) => <span className="w-figures">{row.open}</span>,
  },
  {
    key: 'last',
    title: t('findingColumn.lastFoundOn'),
    width: 104,
    render: (row) => <span className="w-figures">{row.lastFoundOn}</span>,
  },
]

/** What fails again and again at the same place: putting it right once more will not help. */
export const Page = () => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const go = useGo()
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const pages = usePages(
    listRepeatedFailures,
    { params: { estateId }, query: filters },
    { topics: ['matters', 'findings'] },
  )
  return (
    <>
      <PageHeader title={t('nav.repeatedFailures')} hint={t('repeated.hint')} />
      <FilterBar items={filterItems(t)} values={filters} onChange={setFilters} active={active} onClear={clear}>
        <ExportLink list={listRepeatedFailures} params={{ estateId }} query={filters} />
      </FilterBar>
      <DataTable<RepeatedFailure>
        label={t('nav.repeatedFailures')}
        columns={columns(t, lang)}
        pages={pages}
        rowKey={(row) => `${row.place.id} ${row.itemId}`}
        onOpen={(row) => go('findings', findingsOf(row))}
        filtered={active.length > 0}
      />
    </>
  )
}
