import { AppstoreOutlined, PlusOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { listAreas, listBuildings } from '#contract/estate.ts'
import { exportUnits, listUnits, UnitFilter, type UnitLine } from '#contract/units.ts'
import { HouseholdExport } from '#ui/household/export-button.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { DataTable } from '#ui/list/data-table.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery, usePages } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '#ui/states.tsx'
import { BuildingView } from './building-view.tsx'
import { NewUnit } from './create-unit.tsx'
import { UnitCard, unitColumns } from './unit-columns.tsx'
import { unitFilters } from './unit-filters.ts'

const Filters = UnitFilter.extend({ view: z.enum(['list', 'grid']).default('list') })
/** Buildings and areas of an estate are few; a choice shows them all. */
const ALL = { limit: 200 } as const

/** Every unit of the estate, as a list or building by building. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const go = useGo()
  const [creating, setCreating] = useState(false)
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const { view, ...query } = filters
  const people = can('customer.read')
  const buildings = useApiQuery(listBuildings, { params: { estateId }, query: ALL }, { topics: ['units', 'estates'] })
  const areas = useApiQuery(listAreas, { params: { estateId }, query: ALL }, { topics: ['units', 'estates'] })
  const pages = usePages(
    listUnits,
    { params: { estateId }, query },
    { topics: ['units', 'customers'], enabled: view === 'list' },
  )
  const houses = buildings.data?.rows ?? []
  const house = houses.find(({ id }) => id === query.buildingId) ?? houses[0]
  const { buildingId: _, ...others } = query
  const narrowed = active.some((name) => name !== 'view' && name !== 'buildingId')
  const nothing = (
    <EmptyState
      title={t('units.empty')}
      hint={t('units.emptyHint')}
      actions={can('roster.import') ? <Button onClick={() => go('roster-import')}>{t('units.goImport')}</Button> : null}
    />
  )
  return (
    <>
      <PageHeader
        title={t('nav.units')}
        hint={people ? t('units.hint') : t('units.noNames')}
        actions={
          <>
            <Segmented
              value={view}
              aria-label={t('units.view')}
              onChange={(next) => setFilters({ view: next === 'grid' ? 'grid' : 'list' })}
              options={[
                { value: 'list', icon: <UnorderedListOutlined aria-hidden />, label: t('units.list') },
                { value: 'grid', icon: <AppstoreOutlined aria-hidden />, label: t('units.grid') },
              ]}
            />
            {can('estate.edit') ? (
              <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
                {t('units.new')}
              </Button>
            ) : null}
          </>
        }
      />
      <FilterBar
        items={unitFilters(t, {
          ...(view === 'list' ? { buildings: houses } : {}),
          areas: areas.data?.rows ?? [],
          people,
        })}
        values={filters}
        onChange={setFilters}
        active={active.filter((name) => name !== 'view' && (view === 'list' || name !== 'buildingId'))}
        onClear={() => {
          clear()
          setFilters({ view })
        }}
      >
        <HouseholdExport route={exportUnits} query={query} />
      </FilterBar>
      {view === 'list' ? (
        <DataTable<UnitLine>
          label={t('nav.units')}
          columns={unitColumns(t, people)}
          pages={pages}
          rowKey={(row) => row.id}
          onOpen={(row) => go(`units/${row.id}`)}
          card={(row) => <UnitCard row={row} />}
          filtered={active.some((name) => name !== 'view')}
          empty={nothing}
        />
      ) : buildings.error ? (
        <ErrorState error={buildings.error} onRetry={() => void buildings.refetch()} />
      ) : buildings.isPending ? (
        <LoadingState rows={10} />
      ) : house ? (
        <BuildingView
          key={house.id}
          building={house}
          buildings={houses}
          filter={narrowed ? others : undefined}
          onBuilding={(buildingId) => setFilters({ buildingId })}
        />
      ) : (
        nothing
      )}
      {creating ? <NewUnit onClose={() => setCreating(false)} /> : null}
    </>
  )
}
