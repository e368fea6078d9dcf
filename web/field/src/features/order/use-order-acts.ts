import type { OrderVerb } from '#contract/kinds/order.ts'
import type { OrderView } from '#contract/orders.ts'
import { useTexts } from '#ui/i18n.ts'
import { useField } from '../../app/field-context.ts'
import { addAct } from '../../store/acts.ts'
import type { FormRef } from '../../store/form.ts'
import { tell, tellProblem } from '../../ui/tell.tsx'
import { orderSubject } from './order-now.rules.ts'

/** A verb on an order as an act in the queue. Whether it was kept. */
export const useOrderActs = (order: OrderView | undefined) => {
  const { t } = useTexts()
  const { who, wake } = useField()
  const act = async (verb: OrderVerb, body: Record<string, unknown>, form?: FormRef): Promise<boolean> => {
    if (!order) return false
    const deed = { type: 'orderMove', orderId: order.id, verb, version: order.version, body } as const
    const about = `${order.number} · ${t(`verb.${verb}`)}`
    try {
      await addAct(who, orderSubject(order.id), about, deed, form)
      wake()
      tell(t('onsite.order.kept', { verb: t(`verb.${verb}`) }))
      return true
    } catch (problem) {
      tellProblem(problem)
      return false
    }
  }
  return { act }
}
