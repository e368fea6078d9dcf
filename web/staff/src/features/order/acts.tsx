import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { type OrderState, type OrderVerb, order as shape } from '#contract/kinds/order.ts'
import type { OrderView } from '#contract/orders.ts'
import { useTexts } from '#ui/i18n.ts'
import { moveLabel } from '#ui/moves/use-move.ts'
import { NextButton } from '#ui/order/next-button.tsx'
import { nextStep, waitsFor } from '#ui/order/next-step.rules.ts'
import styles from './order.module.css'
import { latestQuote } from './quotes.tsx'

const isVerb = (name: string): name is OrderVerb => Object.hasOwn(shape.verbs, name)

/** Beside the big button: what also happens often in this state. */
const BESIDE: Partial<Record<OrderState, readonly OrderVerb[]>> = {
  OFFERED: ['decline'],
  ON_THE_WAY: ['reportAbsent'],
  ON_SITE: ['look', 'reportAbsent'],
  LOOKED: ['quote', 'waitForMaterial'],
  QUOTED: ['refusePrice'],
  WORKING: ['attachFiles', 'waitForMaterial'],
  DONE: ['sign'],
}

type Choice = { main: OrderVerb | undefined; beside: OrderVerb[]; rest: OrderVerb[] }

const choose = (order: OrderView): Choice => {
  const offered = order.moves.map((move) => move.verb).filter(isVerb)
  const quote = latestQuote(order)
  const approve =
    quote?.needsApproval && !quote.approvedBy ? offered.find((verb) => verb === 'approveSpending') : undefined
  const step = nextStep(order)
  const company = quote?.chargeTo === 'company'
  const likely = step === 'acceptPrice' && (company || !offered.includes(step)) ? 'acceptPriceAtDesk' : step
  const main = approve ?? offered.find((verb) => verb === likely)
  const signed = order.signatures.some((one) => one.about === 'done')
  const beside = (BESIDE[order.state] ?? []).filter(
    (verb) => verb !== main && offered.includes(verb) && !(verb === 'sign' && signed),
  )
  const hidden = new Set<OrderVerb>([
    ...(main && main !== 'arrive' ? [main] : []),
    ...beside,
    ...(company ? (['acceptPrice'] as const) : []),
    ...(approve ? [] : (['approveSpending'] as const)),
  ])
  return { main, beside, rest: offered.filter((verb) => !hidden.has(verb)) }
}

/** What is next as one large button, what also happens beside it, everything else in a menu. */
export const Acts = ({ order, onForm }: { order: OrderView; onForm: (verb: OrderVerb) => void }) => {
  const { t } = useTexts()
  const { main, beside, rest } = choose(order)
  const waits = waitsFor(order.state)
  if (!main && beside.length + rest.length === 0 && (!waits || waits === 'over')) return null
  const danger = (verb: OrderVerb) => shape.verbs[verb].from !== undefined && verb === 'decline'
  return (
    <section className={`w-card ${styles.block} ${styles.bar}`} aria-label={t('order.whatNext')}>
      {!main && waits && waits !== 'over' ? <p className="w-quiet">{t(`order.waits.${waits}`)}</p> : null}
      {main ? <NextButton key={main} order={order} verb={main} onForm={onForm} /> : null}
      {beside.length + rest.length > 0 ? (
        <div className={styles.beside}>
          {beside.map((verb) => (
            <Button key={verb} danger={danger(verb)} onClick={() => onForm(verb)}>
              {moveLabel(t, verb)}
            </Button>
          ))}
          {rest.length > 0 ? (
            <Dropdown
              trigger={['click']}
              menu={{
                items: rest.map((verb) => ({
                  key: verb,
                  label: verb === 'arrive' && main === 'arrive' ? t('order.arrivedBefore') : moveLabel(t, verb),
                  danger: danger(verb),
                })),
                onClick: ({ key }) => {
                  if (isVerb(key)) onForm(key)
                },
              }}
            >
              <Button icon={<MoreOutlined aria-hidden />}>{t('common.more')}</Button>
            </Dropdown>
          ) : null}
        </div>
      ) : null}
    </section>
  )
}
