import { Button } from 'antd'
import type { z } from 'zod'
import type { AvailabilityAsk } from '#contract/orders.ts'
import { useTexts } from '#ui/i18n.ts'
import { EstateLink } from '#ui/links.tsx'
import { OrderStateTag } from '#ui/order/order-state.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { TimeLeft } from '#ui/time-left.tsx'
import styles from './availability.module.css'

export type Ask = z.output<typeof AvailabilityAsk>

/** What the desk has asked, and until when it needs the answer (OS-045). */
export const AskCard = ({
  ask,
  chosen,
  onChoose,
  onDecline,
}: {
  ask: Ask
  chosen: boolean
  onChoose: () => void
  onDecline: () => void
}) => {
  const { t } = useTexts()
  const where = [ask.unit?.display, ask.place].filter(Boolean).join(' · ')
  return (
    <article className={`w-card ${styles.ask} ${chosen ? styles.chosen : ''}`} aria-label={ask.matter.number}>
      <header className={styles.row}>
        <span className="w-figures w-faint w-small">
          {ask.matter.number} · {t(`line.${ask.line}`)}
        </span>
        {ask.dueAt ? <TimeLeft dueAt={ask.dueAt} startedAt={ask.askedAt} /> : null}
      </header>
      <h2 className={styles.askTitle}>
        <EstateLink to={`matters/${ask.matter.id}`}>{ask.matter.title}</EstateLink>{' '}
        {ask.matter.urgent ? <StateTag tone="late">{t('matter.urgent')}</StateTag> : null}
      </h2>
      {where ? <p>{where}</p> : null}
      {ask.customerSaid && ask.customerSaid !== ask.matter.title ? (
        <p className={styles.said}>{ask.customerSaid}</p>
      ) : null}
      {ask.note ? (
        <p>
          <span className="w-quiet">{t('availability.deskSays')}</span> {ask.note}
        </p>
      ) : null}
      {ask.previous ? (
        <p className="w-small">
          <span className="w-quiet">{t('availability.before')}</span>{' '}
          <span className="w-figures">{ask.previous.number}</span> {ask.previous.executor?.name ?? ''}{' '}
          <OrderStateTag state={ask.previous.state} />
          {ask.previous.absentCount > 0 ? ` ${t('order.absent', { count: ask.previous.absentCount })}` : ''}
        </p>
      ) : null}
      <div className={styles.askActs}>
        <Button type={chosen ? 'default' : 'primary'} ghost={!chosen} aria-pressed={chosen} onClick={onChoose}>
          {t(chosen ? 'availability.choosing' : 'availability.choose')}
        </Button>
        <Button onClick={onDecline}>{t('availability.cannot')}</Button>
      </div>
    </article>
  )
}
