import { canSee, findMatter } from '#modules/matters/index.ts'
import { declareFileRule } from '#platform/files/visibility.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { canSeeOrder, sightOf } from './order.policy.ts'
import { orderOfFile } from './order.store.ts'

/** Who may see the matter, or the order while its customer is theirs to see, may see the pictures put to the order (OS-005). */
export const declareOrderFiles = (): void =>
  declareFileRule(async (tx, actor, file) => {
    const order = await orderOfFile(tx, file)
    if (!order) return false
    const matter = await findMatter(tx, order.estate_id, order.matter_id)
    if (matter && canSee(actor, matter)) return true
    const days = (await settingsOf(tx, order.estate_id)).get('orders.ownSightDays')
    const sight = sightOf(actor, order, tx.now, days)
    return canSeeOrder(actor, order) && (sight === 'all' || sight === 'work')
  })
