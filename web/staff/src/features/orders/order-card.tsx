import { EnvironmentOutlined } from '@ant-design/icons'
import type { OrderVerb } from '#contract/kinds/order.ts'
import type { OrderLine } from '#contract/orders.ts'
import { useTexts } from '#ui/i18n.ts'
import { EstateLink, useGo } from '#ui/links.tsx'
import { NextButton } from '#ui/order/next-button.tsx'
import { mayCall, nextStep, waitsFor } from '#ui/order/next-step.rules.ts'
import { OrderFlags, OrderStateTag } from '#ui/order/order-state.tsx'
import { AppointmentTime } from '#ui/order/order-times.tsx'
import { PhoneButton } from '#ui/order/phone-button.tsx'
import { useSession } from '#ui/session.tsx'
import styles from './orders.module.css'

/** Where to go, in words: no map, because a basement has no signal for one. */
const Place = ({ order }: { order: OrderLine }) => {
  const { t } = useTexts()
  const where = [order.unit?.display, order.place].filter(Boolean).join(' · ')
  if (!where && order.state === 'OFFERED') return <p className="w-quiet">{t('orders.placeLater')}</p>
  return (
    <p className={styles.place}>
      <EnvironmentOutlined aria-hidden className="w-faint" /> {where || '—'}
      {order.customerName ? <span className="w-quiet"> · {order.customerName}</span> : null}
    </p>
  )
}

/** An order as a technician reads it on the phone: when, what, where, and one button for what comes next. */
export const OrderCard = ({ order, first = false }: { order: OrderLine; first?: boolean }) => {
  const { t } = useTexts()
  const { staff } = useSession()
  const go = useGo()
  const mine = order.executor === null || order.executor.id === staff.id
  const step = nextStep(order)
  const waits = waitsFor(order.state)
  return (
    <article className={`w-card ${styles.card} ${first ? styles.first : ''}`} aria-label={order.number}>
      <header className={styles.head}>
        <span className={styles.when}>
          {order.emergency && !order.appointmentFrom ? (
            t('orders.atOnce')
          ) : (
            <AppointmentTime from={order.appointmentFrom} to={order.appointmentTo} />
          )}
        </span>
        <OrderStateTag state={order.state} />
      </header>
      <h3 className={styles.title}>
        <EstateLink to={`orders/${order.id}`}>{order.title ?? order.number}</EstateLink>
      </h3>
      <Place order={order} />
      <div className={styles.tags}>
        <span className="w-figures w-faint w-small">{order.number}</span>
        <OrderFlags order={order} />
        {order.executor === null ? <span className="w-small w-quiet">{t('orders.free')}</span> : null}
      </div>
      {mine && (step || mayCall(order, staff.id)) ? (
        <div className={styles.acts}>
          {mayCall(order, staff.id) ? <PhoneButton order={order} block /> : null}
          {step ? (
            <NextButton
              order={order}
              verb={step}
              quiet={!first}
              onForm={(verb: OrderVerb) => go(`orders/${order.id}`, { do: verb })}
            />
          ) : null}
        </div>
      ) : null}
      {mine && waits && waits !== 'over' ? <p className="w-quiet w-small">{t(`order.waits.${waits}`)}</p> : null}
    </article>
  )
}
