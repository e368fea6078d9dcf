import { FindingFilter, type FindingLine, listFindings } from '#contract/findings.ts'
import { listPlaces } from '#contract/places.ts'
import { useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery, usePages } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import { FindingOnPhone, findingColumns } from './finding-columns.tsx'
import { findingFilters } from './finding-filters.ts'

const MOST_PLACES = 200

/** Every failed item that became a matter; figures of the scores open this list with their filter. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const go = useGo()
  const { filters, setFilters, clear, active } = useUrlFilters(FindingFilter)
  const { touchpoint } = filters
  const places = useApiQuery(
    listPlaces,
    can('standard.read')
      ? { params: { estateId }, query: { limit: MOST_PLACES, ...(touchpoint ? { touchpoint } : {}) } }
      : null,
    { topics: ['places'] },
  )
  const pages = usePages(listFindings, { params: { estateId }, query: filters }, { topics: ['matters', 'findings'] })
  return (
    <>
      <PageHeader title={t('nav.findings')} hint={t('findingList.hint')} />
      <FilterBar
        items={findingFilters(
          t,
          (places.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
          filters.openOn,
        )}
        values={filters}
        onChange={setFilters}
        active={active}
        onClear={clear}
      >
        <ExportLink list={listFindings} params={{ estateId }} query={filters} />
      </FilterBar>
      <DataTable<FindingLine>
        label={t('nav.findings')}
        columns={findingColumns(t)}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`matters/${row.id}`)}
        card={(row) => <FindingOnPhone row={row} />}
        filtered={active.length > 0}
      />
    </>
  )
}
