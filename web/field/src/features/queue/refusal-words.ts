import { order as drawing } from '#contract/kinds/order.ts'
import type { OrderView } from '#contract/orders.ts'
import type { ErrorCode } from '#contract/refusal.ts'
import { ApiError } from '#ui/api.ts'
import { errorText } from '#ui/error-text.ts'
import { type T, useTexts } from '#ui/i18n.ts'
import { useField } from '../../app/field-context.ts'
import type { Act } from '../../queue/act.rules.ts'

const OVERTAKEN = new Set(['E_STATE_CHANGED', 'E_VERSION_STALE'])
const NOT_MINE = new Set(['E_FORBIDDEN', 'E_NOT_HANDLER', 'E_NOT_FOUND'])

const stateOfOrder = (t: T, state: unknown): string | undefined =>
  drawing.states.find((known) => known === state)
    ? t(`state.order.${state as (typeof drawing.states)[number]}`)
    : undefined

/** Whether an order may still be mine: those of others are not on the phone, or name who has them. */
export const isMine = (orders: readonly OrderView[], orderId: string, userId: string): boolean => {
  const order = orders.find(({ id }) => id === orderId)
  return order !== undefined && (order.executor === null || order.executor.id === userId)
}

/** What happened to it while the phone had no signal, in plain words. */
export const useRefusalWords = ({ deed, refused }: Act): string => {
  const { t } = useTexts()
  const { orders, who, estate } = useField()
  if (!refused) return ''
  const { code, details } = refused
  if (deed.type === 'orderMove' && !isMine(orders, deed.orderId, who.userId)) return t('onsite.refused.orderGone')
  if (deed.type === 'orderMove' && OVERTAKEN.has(code)) {
    const state = stateOfOrder(t, details.state)
    return state ? t('onsite.refused.orderNow', { state }) : t('onsite.refused.orderChanged')
  }
  if (deed.type === 'orderMove' && NOT_MINE.has(code)) return t('onsite.refused.orderGone')
  if (deed.type === 'findingMove' && OVERTAKEN.has(code)) return t('onsite.refused.findingChanged')
  if (deed.type === 'findingMove' && NOT_MINE.has(code)) return t('onsite.refused.findingGone')
  if (code === 'E_FILE_TYPE' || code === 'E_TOO_LARGE') return t('onsite.refused.file')
  return errorText(t, new ApiError({ code: code as ErrorCode, status: 422, details }), estate.timeZone)
}
