import { WarningOutlined } from '@ant-design/icons'
import type { OrderView } from '#contract/orders.ts'
import { FactList } from '#ui/facts.tsx'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink } from '#ui/links.tsx'
import { mayCall } from '#ui/order/next-step.rules.ts'
import { AppointmentTime } from '#ui/order/order-times.tsx'
import { PhoneButton } from '#ui/order/phone-button.tsx'
import { PersonChip } from '#ui/person-chip.tsx'
import { useCan, useSession } from '#ui/session.tsx'
import styles from './order.module.css'

/** Where to go and whom to meet there; what one must be careful of first. */
export const Visit = ({ order }: { order: OrderView }) => {
  const { t } = useTexts()
  const { staff } = useSession()
  const where = [order.unit?.display, order.place].filter(Boolean).join(' · ')
  return (
    <section className={`w-card ${styles.block}`}>
      {order.cautions.length > 0 ? (
        <ul className={styles.cautions}>
          {order.cautions.map((caution) => (
            <li key={caution}>
              <WarningOutlined aria-hidden /> {caution}
            </li>
          ))}
        </ul>
      ) : null}
      <p className={styles.when}>
        <AppointmentTime from={order.appointmentFrom} to={order.appointmentTo} />
      </p>
      <p className={styles.where}>{where || (order.state === 'OFFERED' ? t('order.placeLater') : '—')}</p>
      <p>
        {order.customerName ?? ''} {order.phone ? <span className="w-figures w-quiet">{order.phone}</span> : null}
      </p>
      {order.conflicts.length > 0 ? (
        <p className={styles.conflict} role="note">
          {t('order.conflict')}{' '}
          {order.conflicts.map((other) => (
            <EstateLink key={other.id} to={`orders/${other.id}`}>
              {other.number}
            </EstateLink>
          ))}
        </p>
      ) : null}
      {order.maySeePhone && mayCall(order, staff.id) ? <PhoneButton order={order} block /> : null}
    </section>
  )
}

export const Words = ({ order }: { order: OrderView }) => {
  const { t } = useTexts()
  const part = (title: string, text: string | null) =>
    text ? (
      <>
        <h2>{title}</h2>
        <p className={styles.said}>{text}</p>
      </>
    ) : null
  const said = order.customerSaid
  if (!said && !order.look && !order.result && !order.reason) return null
  return (
    <section className={`w-card ${styles.block}`}>
      {part(t('field.customerSaid'), said)}
      {part(t('field.findings'), order.look?.findings ?? null)}
      {part(t('field.work'), order.look?.work ?? null)}
      {part(t('field.material'), order.look?.material ?? null)}
      {part(t('field.result'), order.result)}
      {part(t('field.reason'), order.reason)}
    </section>
  )
}

export const Facts = ({ order }: { order: OrderView }) => {
  const { t } = useTexts()
  const can = useCan()
  const seesMatter = can(['matter.read', 'matter.read_line', 'matter.read_own'])
  const at = (instant: string | null) => (instant ? <Instant at={instant} show="absolute" /> : '—')
  const items = [
    {
      key: 'matter',
      label: t('nav.matter'),
      children: seesMatter ? (
        <EstateLink to={`matters/${order.matter.id}`}>{order.matter.number}</EstateLink>
      ) : (
        order.matter.number
      ),
    },
    { key: 'line', label: t('field.line'), children: t(`line.${order.line}`) },
    {
      key: 'executor',
      label: t('orders.executor'),
      children: order.executor ? <PersonChip name={order.executor.name} /> : t('orders.nobody'),
    },
    {
      key: 'charge',
      label: t('field.charge'),
      children: `${t(`choice.${order.charge}`)}${order.chargeReason ? ` · ${order.chargeReason}` : ''}`,
    },
    { key: 'accepted', label: t('order.acceptedAt'), children: at(order.acceptedAt) },
    { key: 'arrived', label: t('field.arrivedAt'), children: at(order.arrivedAt) },
    { key: 'done', label: t('order.doneAt'), children: at(order.doneAt) },
    ...(order.previous
      ? [
          {
            key: 'previous',
            label: t('order.previous'),
            children: <EstateLink to={`orders/${order.previous.id}`}>{order.previous.number}</EstateLink>,
          },
        ]
      : []),
  ]
  return (
    <section className={`w-card ${styles.block}`}>
      <h2>{t('matter.facts')}</h2>
      <FactList items={items} />
    </section>
  )
}
