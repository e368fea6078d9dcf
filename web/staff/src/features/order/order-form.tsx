import { type OrderVerb, order as shape } from '#contract/kinds/order.ts'
import { type OrderView, orderMoveRoute } from '#contract/orders.ts'
import { useTexts } from '#ui/i18n.ts'
import { MoveForm } from '#ui/moves/move-form.tsx'
import { ORDER_TOUCHES } from '#ui/order/next-button.tsx'
import { Refused } from './explain.tsx'
import { orderLook } from './order-forms.tsx'
import './register.ts'

/** The form of one verb of this order. */
export const OrderForm = ({
  order,
  verb,
  onForm,
}: {
  order: OrderView
  verb: OrderVerb
  /** Another form, or none. */
  onForm: (verb: OrderVerb | undefined) => void
}) => {
  const { t } = useTexts()
  return (
    <MoveForm
      key={verb}
      shape={shape}
      verb={verb}
      route={orderMoveRoute(verb)}
      subject={order}
      touches={ORDER_TOUCHES}
      hint={order.title}
      look={{
        ...orderLook(t, order, verb),
        explain: (error) => <Refused error={error} order={order} verb={verb} onForm={onForm} />,
      }}
      onDone={() => onForm(undefined)}
      onClose={() => onForm(undefined)}
    />
  )
}
