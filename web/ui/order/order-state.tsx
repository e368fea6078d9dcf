import { type OrderState, order as shape } from '#contract/kinds/order.ts'
import type { OrderLine } from '#contract/orders.ts'
import { useTexts } from '../i18n.ts'
import type { Tone } from '../palette.ts'
import { StateTag } from '../state-tag.tsx'

const isState = (state: string): state is OrderState => shape.states.some((known) => known === state)

/** How a state of an order is coloured, wherever it is named. */
export const toneOfOrder = (state: string): Tone => (isState(state) ? TONE[state] : undefined) ?? 'active'

const TONE: Partial<Record<OrderState, Tone>> = {
  OFFERED: 'waiting',
  QUOTED: 'waiting',
  MATERIAL_WAIT: 'waiting',
  CUSTOMER_ABSENT: 'waiting',
  TO_APPOINT: 'waiting',
  ON_HOLD: 'neutral',
  RETURNED: 'late',
  DONE: 'good',
  APPROVED: 'ended',
  DECLINED: 'ended',
  CANCELLED: 'ended',
}

export const OrderStateTag = ({ state }: { state: OrderState }) => {
  const { t } = useTexts()
  return <StateTag tone={toneOfOrder(state)}>{t(`state.order.${state}`)}</StateTag>
}

/** What must not be overlooked beside the state. */
export const OrderFlags = ({
  order,
}: {
  order: Pick<OrderLine, 'emergency' | 'urgent' | 'reworkCount' | 'absentCount' | 'charge'>
}) => {
  const { t } = useTexts()
  return (
    <>
      {order.emergency ? <StateTag tone="late">{t('order.emergency')}</StateTag> : null}
      {order.urgent && !order.emergency ? <StateTag tone="late">{t('matter.urgent')}</StateTag> : null}
      {order.reworkCount > 0 ? (
        <StateTag tone="late">{t('order.reworked', { count: order.reworkCount })}</StateTag>
      ) : null}
      {order.absentCount > 0 ? (
        <StateTag tone="waiting">{t('order.absent', { count: order.absentCount })}</StateTag>
      ) : null}
      {order.charge === 'included' ? null : <StateTag>{t(`choice.${order.charge}`)}</StateTag>}
    </>
  )
}
