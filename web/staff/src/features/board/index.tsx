import { AppstoreOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { Segmented } from 'antd'
import { z } from 'zod'
import { listMatters, MatterFilter, type MatterLine } from '#contract/matters.ts'
import { useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { DataTable } from '#ui/list/data-table.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { MatterCard, matterColumns } from '#ui/matter/matter-columns.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { BoardColumns } from './board-columns.tsx'
import { boardFilters } from './board-filters.ts'
import { ExportButton } from './export-button.tsx'

const Filters = MatterFilter.extend({
  open: z.enum(['true', 'false']).default('true'),
  view: z.enum(['list', 'columns']).default('list'),
})

/** Every matter of the estate, the one with the least time left first. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const go = useGo()
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const { view, ...query } = filters
  const sort = query.open === 'false' && query.sort === 'due' ? 'closed' : query.sort
  const pages = usePages(listMatters, { params: { estateId }, query: { ...query, sort } }, { topics: ['matters'] })
  return (
    <>
      <PageHeader
        title={t('board.title')}
        hint={t('board.hint')}
        actions={
          <Segmented
            value={view}
            aria-label={t('board.view')}
            onChange={(next) => setFilters({ view: next === 'columns' ? 'columns' : 'list' })}
            options={[
              { value: 'list', icon: <UnorderedListOutlined />, label: t('board.list') },
              { value: 'columns', icon: <AppstoreOutlined />, label: t('board.columns') },
            ]}
          />
        }
      />
      <FilterBar
        items={boardFilters(t)}
        values={filters}
        onChange={setFilters}
        active={active.filter((name) => name !== 'view' && name !== 'sort')}
        onClear={clear}
      >
        <ExportButton query={query} />
      </FilterBar>
      {view === 'columns' ? (
        <BoardColumns query={query} />
      ) : (
        <DataTable<MatterLine>
          label={t('board.title')}
          columns={matterColumns(t, query.open !== 'false')}
          pages={pages}
          rowKey={(row) => row.id}
          onOpen={(row) => go(`matters/${row.id}`)}
          sort={sort}
          onSort={(next) => setFilters({ sort: next === 'received' || next === 'closed' ? next : 'due' })}
          card={(row) => <MatterCard row={row} />}
          filtered={active.length > 0}
        />
      )}
    </>
  )
}
