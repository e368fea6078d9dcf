import { Button } from 'antd'
import { useState } from 'react'
import { listOrders, type OrderLine } from '#contract/orders.ts'
import { useTexts } from '#ui/i18n.ts'
import { useToday } from '#ui/order/order-times.tsx'
import { usePages } from '#ui/query.ts'
import { useEstate, useZone } from '#ui/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '#ui/states.tsx'
import { endOfDay } from './days.rules.ts'
import { sortMine } from './my-orders.rules.ts'
import { OrderCard } from './order-card.tsx'
import styles from './orders.module.css'

const Group = ({
  title,
  orders,
  folded = false,
}: {
  title: string
  orders: readonly OrderLine[]
  folded?: boolean
}) => {
  const [open, setOpen] = useState(!folded)
  if (orders.length === 0) return null
  return (
    <section className={styles.group}>
      <h2 className={styles.groupTitle}>
        {folded ? (
          <button type="button" className={styles.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
            {title} <span className="w-figures w-quiet">{orders.length}</span>
          </button>
        ) : (
          <>
            {title} <span className="w-figures w-quiet">{orders.length}</span>
          </>
        )}
      </h2>
      {open ? (
        <div className={styles.cards}>
          {orders.map((order) => (
            <OrderCard key={order.id} order={order} />
          ))}
        </div>
      ) : null}
    </section>
  )
}

/** The day of the person who carries orders out: the next one on top and large. */
export const MyOrders = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const zone = useZone()
  const today = useToday()
  const pages = usePages(
    listOrders,
    { params: { estateId }, query: { scope: 'mine', open: 'true', sort: 'planned', limit: 100 } },
    { topics: ['orders'] },
  )
  if (pages.isPending) return <LoadingState rows={8} />
  if (pages.error && pages.rows.length === 0) return <ErrorState error={pages.error} onRetry={pages.refetch} />
  const { now, later, waiting } = sortMine(pages.rows, endOfDay(today, zone))
  const [next, ...rest] = now
  return (
    <>
      {next ? (
        <section className={styles.group} aria-label={t('orders.next')}>
          <h2 className={styles.groupTitle}>{t('orders.next')}</h2>
          <OrderCard order={next} first />
        </section>
      ) : (
        <div className="w-card">
          <EmptyState title={t('orders.nothingNow')} hint={t('orders.nothingNowHint')} compact />
        </div>
      )}
      <Group title={t('orders.today')} orders={rest} />
      <Group title={t('orders.later')} orders={later} folded={now.length > 0} />
      <Group title={t('orders.waiting')} orders={waiting} folded />
      {pages.hasNextPage ? (
        <Button block loading={pages.isFetchingNextPage} onClick={pages.loadMore}>
          {t('list.loadMore')}
        </Button>
      ) : null}
    </>
  )
}
