import { Button } from 'antd'
import { useState } from 'react'
import { ComplaintFilter, type ComplaintLine, listComplaints } from '#contract/complaint-list.ts'
import { listBuildings } from '#contract/estate.ts'
import { useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { namesOf, useUrlFilters } from '#ui/list/filters.ts'
import { useIsPhone } from '#ui/media.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery, usePages } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import { ComplaintCard, complaintColumns } from './complaint-columns.tsx'
import { mainFilters, moreFilters } from './complaint-filters.ts'

const ALL_BUILDINGS = 200

/** Every complaint with what the figures are made of; each figure of the analysis opens this list with its filter. */
export const Page = () => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const go = useGo()
  const phone = useIsPhone()
  const { filters, setFilters, clear, active } = useUrlFilters(ComplaintFilter)
  const [wanted, setWanted] = useState(false)
  const buildings = useApiQuery(
    listBuildings,
    can('estate.read') ? { params: { estateId }, query: { limit: ALL_BUILDINGS } } : null,
    { topics: ['estates'] },
  )
  const pages = usePages(
    listComplaints,
    { params: { estateId }, query: filters },
    { topics: ['matters', 'complaints'] },
  )
  const more = moreFilters(
    t,
    lang,
    filters,
    (buildings.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
  )
  // What a figure has set is never out of sight; a phone folds all of them away by itself.
  const shown = wanted || phone ? more : more.filter((item) => namesOf([item]).some((name) => active.includes(name)))
  return (
    <>
      <PageHeader title={t('nav.complaints')} hint={t('complaintList.hint')} />
      <FilterBar
        items={[...mainFilters(t, filters), ...shown]}
        values={filters}
        onChange={setFilters}
        active={active}
        onClear={clear}
      >
        {phone ? null : (
          <Button aria-expanded={wanted} onClick={() => setWanted(!wanted)}>
            {t(wanted ? 'complaintList.fewerFilters' : 'complaintList.moreFilters')}
          </Button>
        )}
        {can('matter.export') ? <ExportLink list={listComplaints} params={{ estateId }} query={filters} /> : null}
      </FilterBar>
      <DataTable<ComplaintLine>
        label={t('nav.complaints')}
        columns={complaintColumns(t)}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`matters/${row.id}`)}
        card={(row) => <ComplaintCard row={row} />}
        filtered={active.length > 0}
      />
    </>
  )
}
