import { Segmented, Select } from 'antd'
import { z } from 'zod'
import { OrderFilter } from '#contract/orders.ts'
import { LINES, type Line } from '#contract/permissions.ts'
import { LocalDate } from '#contract/values.ts'
import { useTexts } from '#ui/i18n.ts'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { useCan, useEstate } from '#ui/session.tsx'
import { MyOrders } from './my-orders.tsx'
import { OrderDay } from './order-day.tsx'
import { OrderList } from './order-list.tsx'

const VIEWS = ['mine', 'day', 'list'] as const
const Filters = OrderFilter.extend({
  open: z.enum(['true', 'false']).default('true'),
  view: z.enum(VIEWS).optional(),
  date: LocalDate.optional(),
})

/** Work orders: my own as cards, a line's day in columns, everything as a list. */
export const Page = () => {
  const { t } = useTexts()
  const { lines } = useEstate()
  const can = useCan()
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const { view: said, date, ...query } = filters
  const carriesOut = can('order.execute')
  const organises = can(['order.assign', 'matter.answer_availability'])
  const offered = VIEWS.filter((view) => (view === 'mine' ? carriesOut : view === 'day' ? organises : true))
  const view = said ?? (organises && lines.length > 0 ? 'day' : carriesOut ? 'mine' : 'list')
  const line: Line = query.line ?? lines[0] ?? 'repair'
  return (
    <>
      <PageHeader
        title={t('nav.orders')}
        actions={
          <>
            {view === 'day' ? (
              <Select
                aria-label={t('field.line')}
                value={line}
                onChange={(next: Line) => setFilters({ line: next })}
                options={LINES.map((value) => ({ value, label: t(`line.${value}`) }))}
                popupMatchSelectWidth={false}
              />
            ) : null}
            {offered.length > 1 ? (
              <Segmented
                value={view}
                aria-label={t('board.view')}
                onChange={(next) => setFilters({ view: VIEWS.find((one) => one === next) })}
                options={offered.map((value) => ({ value, label: t(`orders.view.${value}`) }))}
              />
            ) : null}
          </>
        }
      />
      {view === 'mine' ? <MyOrders /> : null}
      {view === 'day' ? <OrderDay line={line} date={date} onDate={(next) => setFilters({ date: next })} /> : null}
      {view === 'list' ? (
        <OrderList
          query={query}
          onChange={setFilters}
          active={active.filter((name) => !['view', 'date', 'sort'].includes(name))}
          onClear={clear}
        />
      ) : null}
    </>
  )
}
