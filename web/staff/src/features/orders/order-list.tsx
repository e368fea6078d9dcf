import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { z } from 'zod'
import { exportOrders, listOrders, type OrderFilter, type OrderLine } from '#contract/orders.ts'
import { addressOf } from '#ui/api.ts'
import { useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { DataTable } from '#ui/list/data-table.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { usePages } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import { OrderRow, orderColumns } from './order-columns.tsx'
import { orderFilters } from './order-filters.ts'

type Query = z.output<typeof OrderFilter>

/** All orders that the caller may see, filtered from the address. */
export const OrderList = ({
  query,
  onChange,
  active,
  onClear,
}: {
  query: Query
  onChange: (patch: Record<string, unknown>) => void
  active: readonly string[]
  onClear: () => void
}) => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const go = useGo()
  const sort = query.open === 'false' && query.sort === 'planned' ? 'ended' : query.sort
  const pages = usePages(listOrders, { params: { estateId }, query: { ...query, sort } }, { topics: ['orders'] })
  return (
    <>
      <FilterBar items={orderFilters(t)} values={query} onChange={onChange} active={active} onClear={onClear}>
        {can('order.read') ? (
          <Button
            icon={<DownloadOutlined aria-hidden />}
            href={addressOf(exportOrders, { params: { estateId }, query: { ...query, lang } })}
          >
            {t('common.export')}
          </Button>
        ) : null}
      </FilterBar>
      <DataTable<OrderLine>
        label={t('nav.orders')}
        columns={orderColumns(t)}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`orders/${row.id}`)}
        sort={sort}
        onSort={(next) => onChange({ sort: next === 'ended' ? 'ended' : 'planned' })}
        card={(row) => <OrderRow row={row} />}
        filtered={active.length > 0}
      />
    </>
  )
}
