import { useState } from 'react'
import type { OrderVerb } from '#contract/kinds/order.ts'
import { order as drawing } from '#contract/kinds/order.ts'
import { useTexts } from '#ui/i18n.ts'
import { isAtOnce, nextStep, waitsFor } from '#ui/order/next-step.rules.ts'
import { OrderFlags, OrderStateTag } from '#ui/order/order-state.tsx'
import { absoluteText } from '#ui/time-texts.ts'
import { useField } from '../../app/field-context.ts'
import { nowInstant } from '../../app/phone-time.ts'
import { Button } from '../../ui/button.tsx'
import { Banner, Nothing, Page, Section } from '../../ui/parts.tsx'
import { AbsentSheet } from './absent-sheet.tsx'
import { EntrySheet } from './entry-sheet.tsx'
import { FinishSheet } from './finish-sheet.tsx'
import styles from './order.module.css'
import { orderNow } from './order-now.rules.ts'
import { useOrderActs } from './use-order-acts.ts'

/** What the phone can do without signal; prices are agreed with the staff app, which asks the server. */
const HERE: ReadonlySet<OrderVerb> = new Set(['accept', 'goOnTheWay', 'arrive', 'startWork', 'continueWork', 'finish'])
const mayFrom = (verb: OrderVerb, state: string) => {
  const { from } = drawing.verbs[verb]
  return Array.isArray(from) && from.some((one) => one === state)
}

export const OrderPage = ({ id }: { id: string }) => {
  const { t } = useTexts()
  const { orders, acts, estate } = useField()
  const kept = orders.find((one) => one.id === id)
  const { act } = useOrderActs(kept)
  const [sheet, setSheet] = useState<'startWork' | 'finish' | 'absent'>()
  if (!kept)
    return (
      <Page title={t('nav.order')} back="/orders">
        <Nothing title={t('onsite.orderGone')} hint={t('onsite.orderGoneHint')} />
      </Page>
    )
  const { order, waiting, refused } = orderNow(kept, acts)
  const next = nextStep(order)
  const waits = waitsFor(order.state)
  const time = (at: string) => absoluteText(Date.parse(at), estate.timeZone).slice(5)

  const run = async (verb: OrderVerb) => {
    // before the order is accepted its room is not told (OS-005), so the phone does not know that there is none
    if (verb === 'startWork' && order.unit === null && kept.state !== 'OFFERED') return act('startWork', {})
    if (verb === 'startWork' || verb === 'finish') return setSheet(verb)
    if (isAtOnce(verb)) return act(verb, verb === 'arrive' ? { arrivedAt: nowInstant() } : {})
    return act(verb, {})
  }
  return (
    <Page
      title={order.title ?? order.number}
      sub={
        <>
          <OrderStateTag state={order.state} />
          <OrderFlags order={order} />
        </>
      }
      back="/orders"
      actions={
        next && !refused ? (
          <>
            {HERE.has(next) ? (
              <Button kind="main" onClick={() => void run(next)}>
                {t(`verb.${next}`)}
              </Button>
            ) : (
              <a className={styles.staff} href={`/e/${estate.code}/orders/${order.id}`}>
                {t('onsite.order.inStaff', { verb: t(`verb.${next}`) })}
              </a>
            )}
            {mayFrom('reportAbsent', order.state) && !order.emergency ? (
              <Button onClick={() => setSheet('absent')}>{t('verb.reportAbsent')}</Button>
            ) : null}
          </>
        ) : undefined
      }
    >
      {refused ? <Banner tone="late">{t('onsite.order.stuck')}</Banner> : null}
      {waiting > 0 && !refused ? (
        <Banner tone="waiting" icon="queue">
          {t('onsite.order.waits', { count: waiting })}
        </Banner>
      ) : null}
      {waits === 'accept' ? (
        <Banner tone="good" icon="check">
          {t('order.waits.accept')}
        </Banner>
      ) : null}
      {waits === 'appoint' ? <Banner tone="waiting">{t('order.waits.appoint')}</Banner> : null}
      {order.cautions.map((caution) => (
        <Banner key={caution} tone="late">
          {caution}
        </Banner>
      ))}
      <dl className={styles.facts}>
        <dt>{t('onsite.order.number')}</dt>
        <dd className="w-figures">{order.number}</dd>
        <dt>{t('onsite.order.where')}</dt>
        <dd>{order.unit?.display ?? order.place ?? t('orders.placeLater')}</dd>
        {order.customerName ? (
          <>
            <dt>{t('onsite.order.who')}</dt>
            <dd>
              {order.customerName} {order.phone}
            </dd>
          </>
        ) : null}
        {order.appointmentFrom ? (
          <>
            <dt>{t('onsite.order.when')}</dt>
            <dd className="w-figures">
              {time(order.appointmentFrom)}
              {order.appointmentTo ? `–${time(order.appointmentTo).slice(-5)}` : ''}
            </dd>
          </>
        ) : null}
      </dl>
      {order.customerSaid ? (
        <Section title={t('onsite.order.said')}>
          <p className={styles.said}>{order.customerSaid}</p>
        </Section>
      ) : null}
      {order.look ? (
        <Section title={t('field.findings')}>
          <p>{order.look.findings}</p>
          <p>{order.look.work}</p>
        </Section>
      ) : null}
      <a className={styles.staff} href={`/e/${estate.code}/orders/${order.id}`}>
        {t('onsite.order.more')}
      </a>
      {sheet === 'startWork' ? (
        <EntrySheet
          order={order}
          onDone={(entry, form) => act('startWork', { entry }, form)}
          onClose={() => setSheet(undefined)}
        />
      ) : null}
      {sheet === 'finish' ? (
        <FinishSheet
          order={order}
          onDone={(input, form) => act('finish', input, form)}
          onClose={() => setSheet(undefined)}
        />
      ) : null}
      {sheet === 'absent' ? (
        <AbsentSheet
          order={order}
          onDone={(input, form) => act('reportAbsent', input, form)}
          onClose={() => setSheet(undefined)}
        />
      ) : null}
    </Page>
  )
}
