import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { CustomerFilter, type CustomerLine, exportCustomers, listCustomers } from '#contract/customers.ts'
import { listAreas, listBuildings } from '#contract/estate.ts'
import { HouseholdExport } from '#ui/household/export-button.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { DataTable } from '#ui/list/data-table.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery, usePages } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import { EmptyState } from '#ui/states.tsx'
import { CustomerCard, customerColumns } from './customer-columns.tsx'
import { customerFilters } from './customer-filters.ts'
import { NewCustomerDialog } from './new-customer.tsx'

const ALL = { limit: 200 } as const

/** Everybody on file, found by whatever is known of them. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const go = useGo()
  const [creating, setCreating] = useState(false)
  const { filters, setFilters, clear, active } = useUrlFilters(CustomerFilter)
  const buildings = useApiQuery(listBuildings, { params: { estateId }, query: ALL }, { topics: ['units', 'estates'] })
  const areas = useApiQuery(listAreas, { params: { estateId }, query: ALL }, { topics: ['units', 'estates'] })
  const pages = usePages(listCustomers, { params: { estateId }, query: filters }, { topics: ['customers', 'units'] })
  const set = active.filter((name) => name !== 'sort')
  return (
    <>
      <PageHeader
        title={t('nav.customers')}
        hint={t('customers.hint')}
        actions={
          can('customer.edit') ? (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
              {t('customers.new')}
            </Button>
          ) : null
        }
      />
      <FilterBar
        items={customerFilters(t, { buildings: buildings.data?.rows ?? [], areas: areas.data?.rows ?? [] })}
        values={filters}
        onChange={setFilters}
        active={set}
        onClear={clear}
      >
        <HouseholdExport route={exportCustomers} query={filters} />
      </FilterBar>
      <DataTable<CustomerLine>
        label={t('nav.customers')}
        columns={customerColumns(t)}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`customers/${row.id}`)}
        sort={filters.sort}
        onSort={(next) => setFilters({ sort: next === 'updated' ? 'updated' : 'name' })}
        card={(row) => <CustomerCard row={row} />}
        filtered={set.length > 0}
        empty={
          <EmptyState
            title={t('customers.empty')}
            hint={t('customers.emptyHint')}
            actions={
              can('roster.import') ? <Button onClick={() => go('roster-import')}>{t('units.goImport')}</Button> : null
            }
          />
        }
      />
      {creating ? <NewCustomerDialog onClose={() => setCreating(false)} /> : null}
    </>
  )
}
