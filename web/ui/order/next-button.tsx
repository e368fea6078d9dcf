import { Button } from 'antd'
import { type OrderVerb, order as shape } from '#contract/kinds/order.ts'
import { type OrderLine, orderMoveRoute } from '#contract/orders.ts'
import { useTexts } from '../i18n.ts'
import { moveLabel, useMove } from '../moves/use-move.ts'
import { isAtOnce } from './next-step.rules.ts'

export const ORDER_TOUCHES = ['orders', 'matters', 'inventory'] as const

/** The one big button: what asks nothing is done by the touch, all else opens its form. */
export const NextButton = ({
  order,
  verb,
  onForm,
  size = 'large',
  quiet = false,
}: {
  order: Pick<OrderLine, 'id' | 'number' | 'version'>
  verb: OrderVerb
  onForm: (verb: OrderVerb) => void
  size?: 'large' | 'middle'
  /** One of several on a page: only the first is filled. */
  quiet?: boolean
}) => {
  const { t } = useTexts()
  const { sendNow, busy } = useMove({
    shape,
    verb,
    route: orderMoveRoute(verb),
    subject: order,
    touches: ORDER_TOUCHES,
  })
  return (
    <Button
      type="primary"
      size={size}
      block
      ghost={quiet}
      loading={busy}
      onClick={() => (isAtOnce(verb) ? void sendNow() : onForm(verb))}
    >
      {moveLabel(t, verb)}
    </Button>
  )
}
