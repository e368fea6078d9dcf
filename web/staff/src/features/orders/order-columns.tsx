import type { OrderLine } from '#contract/orders.ts'
import type { T } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink } from '#ui/links.tsx'
import type { Column } from '#ui/list/data-table.tsx'
import { Money } from '#ui/money.tsx'
import { OrderFlags, OrderStateTag } from '#ui/order/order-state.tsx'
import { AppointmentTime } from '#ui/order/order-times.tsx'
import styles from './orders.module.css'

const whereOf = (order: OrderLine) => [order.unit?.display, order.place].filter(Boolean).join(' · ') || '—'

export const orderColumns = (t: T): Column<OrderLine>[] => [
  {
    key: 'number',
    title: t('matter.number'),
    width: 116,
    render: (row) => <span className="w-figures">{row.number}</span>,
  },
  {
    key: 'title',
    title: t('field.title'),
    render: (row) => (
      <span className={styles.subject}>
        <EstateLink to={`orders/${row.id}`}>{row.title ?? row.number}</EstateLink>
        <OrderFlags order={row} />
      </span>
    ),
  },
  { key: 'state', title: t('matter.state'), width: 108, render: (row) => <OrderStateTag state={row.state} /> },
  {
    key: 'when',
    title: t('matter.appointment'),
    width: 148,
    sort: { ascending: 'planned' },
    render: (row) => <AppointmentTime from={row.appointmentFrom} to={row.appointmentTo} />,
  },
  { key: 'where', title: t('field.unitId'), width: 148, render: whereOf },
  { key: 'who', title: t('orders.executor'), width: 92, render: (row) => row.executor?.name ?? t('orders.nobody') },
  { key: 'line', title: t('field.line'), width: 84, wideOnly: true, render: (row) => t(`line.${row.line}`) },
  {
    key: 'total',
    title: t('order.quoteTotal'),
    width: 104,
    align: 'end',
    wideOnly: true,
    render: (row) => (row.totalFen === null ? '—' : <Money fen={row.totalFen} />),
  },
  {
    key: 'ended',
    title: t('matter.closedAt'),
    width: 116,
    wideOnly: true,
    sort: { descending: 'ended' },
    render: (row) => (row.endedAt ? <Instant at={row.endedAt} /> : '—'),
  },
]

/** An order in a list on a phone. */
export const OrderRow = ({ row }: { row: OrderLine }) => (
  <div className={styles.row}>
    <div className={styles.head}>
      <AppointmentTime from={row.appointmentFrom} to={row.appointmentTo} />
      <OrderStateTag state={row.state} />
    </div>
    <span className={styles.subject}>
      <EstateLink to={`orders/${row.id}`}>{row.title ?? row.number}</EstateLink>
      <OrderFlags order={row} />
    </span>
    <span className="w-quiet w-small">
      {whereOf(row)} · {row.executor?.name ?? '—'} · <span className="w-figures">{row.number}</span>
    </span>
  </div>
)
