import { useNow } from '#ui/clock.ts'
import { useTexts } from '#ui/i18n.ts'
import { waitsFor } from '#ui/order/next-step.rules.ts'
import { OrderFlags, OrderStateTag } from '#ui/order/order-state.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { relativeView } from '#ui/time.rules.ts'
import { relativeText } from '#ui/time-texts.ts'
import { useField } from '../../app/field-context.ts'
import { Nothing, Page, Row, Rows, Section } from '../../ui/parts.tsx'
import { ToMe } from '../../ui/to-me.tsx'
import { orderNow } from './order-now.rules.ts'
import styles from './orders.module.css'

/** My work orders: first those I can do something about, soonest first. */
export const Orders = () => {
  const { t, lang } = useTexts()
  const { orders, acts, estate } = useField()
  const nowMs = useNow()
  const shown = orders
    .map((order) => orderNow(order, acts))
    .sort((a, b) =>
      (a.order.appointmentFrom ?? a.order.createdAt).localeCompare(b.order.appointmentFrom ?? b.order.createdAt),
    )
  const mine = shown.filter(({ order }) => waitsFor(order.state) === undefined)
  const others = shown.filter(({ order }) => waitsFor(order.state) !== undefined)
  const list = (part: typeof shown) => (
    <Rows>
      {part.map(({ order, waiting, refused }) => (
        <Row key={order.id} to={`/orders/${order.id}`}>
          <strong>{order.title ?? order.number}</strong>
          <span className={styles.facts}>
            <OrderStateTag state={order.state} />
            <OrderFlags order={order} />
            {refused ? <StateTag tone="late">{t('onsite.queue.refused')}</StateTag> : null}
            {waiting > 0 && !refused ? <StateTag tone="waiting">{t('onsite.queue.waiting')}</StateTag> : null}
          </span>
          <span className="w-quiet">
            {order.unit?.display ?? order.place ?? t('orders.placeLater')}
            {order.appointmentFrom
              ? ` · ${relativeText(t, lang, relativeView(Date.parse(order.appointmentFrom), nowMs, estate.timeZone))}`
              : ''}
          </span>
        </Row>
      ))}
    </Rows>
  )
  return (
    <Page title={t('onsite.nav.orders')} aside={<ToMe />}>
      {mine.length === 0 ? <Nothing title={t('orders.nothingNow')} hint={t('onsite.ordersHint')} /> : list(mine)}
      {others.length > 0 ? <Section title={t('orders.waiting')}>{list(others)}</Section> : null}
    </Page>
  )
}
