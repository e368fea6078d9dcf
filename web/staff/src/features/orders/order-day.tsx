import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { listLinePeople, listOrders, type OrderLine } from '#contract/orders.ts'
import type { Line } from '#contract/permissions.ts'
import { useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { OrderFlags, OrderStateTag } from '#ui/order/order-state.tsx'
import { AppointmentTime, useToday } from '#ui/order/order-times.tsx'
import { PersonChip } from '#ui/person-chip.tsx'
import { useApiQuery, usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState, ErrorState, LoadingState } from '#ui/states.tsx'
import { addDays } from './days.rules.ts'
import { type Column, columnsOf } from './my-orders.rules.ts'
import styles from './orders.module.css'

const Slot = ({ order }: { order: OrderLine }) => {
  const go = useGo()
  return (
    <button type="button" className={styles.slot} onClick={() => go(`orders/${order.id}`)}>
      <span className={styles.head}>
        <strong>
          <AppointmentTime from={order.appointmentFrom} to={order.appointmentTo} plain />
        </strong>
        <OrderStateTag state={order.state} />
      </span>
      <span>{order.title ?? order.number}</span>
      <span className="w-quiet w-small">{[order.unit?.display, order.place].filter(Boolean).join(' · ')}</span>
      <span className={styles.tags}>
        <OrderFlags order={order} />
      </span>
    </button>
  )
}

const DayColumn = ({ column }: { column: Column }) => {
  const { t } = useTexts()
  const name = column.id === null ? t('orders.nobody') : column.name
  return (
    <section className={styles.column} aria-label={name}>
      <header className={styles.head}>
        {column.id === null ? <strong>{name}</strong> : <PersonChip name={name} />}
        {column.provider ? <StateTag>{t('orders.provider')}</StateTag> : null}
        <span className="w-figures w-quiet">{column.orders.length}</span>
      </header>
      {column.orders.length === 0 ? <p className="w-faint w-small">{t('orders.idle')}</p> : null}
      {column.orders.map((order) => (
        <Slot key={order.id} order={order} />
      ))}
    </section>
  )
}

/** One day of a line: a column for each person, with who has nothing to do. */
export const OrderDay = ({
  line,
  date,
  onDate,
}: {
  line: Line
  date: string | undefined
  onDate: (date: string | undefined) => void
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const today = useToday()
  const day = date ?? today
  const pages = usePages(
    listOrders,
    { params: { estateId }, query: { line, plannedFrom: day, plannedTo: day, sort: 'planned', limit: 200 } },
    { topics: ['orders'] },
  )
  const people = useApiQuery(
    listLinePeople,
    { params: { estateId }, query: { line, date: day } },
    { topics: ['orders', 'staff', 'matters'] },
  )
  const columns = columnsOf(pages.rows, people.data?.people ?? [])
  return (
    <>
      <div className={styles.dayBar}>
        <Button
          icon={<LeftOutlined aria-hidden />}
          aria-label={t('orders.dayBefore')}
          onClick={() => onDate(addDays(day, -1))}
        />
        <strong className="w-figures">{day}</strong>
        <Button
          icon={<RightOutlined aria-hidden />}
          aria-label={t('orders.dayAfter')}
          onClick={() => onDate(addDays(day, 1))}
        />
        {day === today ? (
          <StateTag tone="active">{t('order.today')}</StateTag>
        ) : (
          <Button onClick={() => onDate(undefined)}>{t('orders.toToday')}</Button>
        )}
      </div>
      {pages.isPending ? <LoadingState /> : null}
      {pages.error ? <ErrorState error={pages.error} onRetry={pages.refetch} /> : null}
      {!pages.isPending && !pages.error && columns.length === 0 ? (
        <div className="w-card">
          <EmptyState title={t('orders.noPeople')} hint={t('orders.noPeopleHint')} />
        </div>
      ) : null}
      <div className={styles.columns}>
        {columns.map((column) => (
          <DayColumn key={column.id ?? 'nobody'} column={column} />
        ))}
      </div>
    </>
  )
}
