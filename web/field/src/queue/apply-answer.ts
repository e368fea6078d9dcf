import { z } from 'zod'
import { Round } from '#contract/field.ts'
import { OrderView } from '#contract/orders.ts'
import { db } from '../store/db.ts'
import type { Act } from './act.rules.ts'

const OrderAnswer = z.object({ order: OrderView })

/**
 * What the server says about an order or a round replaces what the phone took along, and the next act about the same
 * order goes out on the version that this one made.
 */
export const applyAnswer = async (act: Act, answer: unknown): Promise<void> => {
  const place: [string, string] = [act.userId, act.estateId]
  if (act.deed.type === 'orderMove') {
    const parsed = OrderAnswer.safeParse(answer)
    if (!parsed.success) return
    const { order } = parsed.data
    await db.kept
      .where('[userId+estateId]')
      .equals(place)
      .modify((kept) => {
        kept.orders = kept.orders.map((one) => (one.id === order.id ? order : one))
      })
    await db.acts
      .where('[userId+state]')
      .equals([act.userId, 'waiting'])
      .filter(({ subject }) => subject === act.subject)
      .modify((next) => {
        if (next.deed.type === 'orderMove') next.deed.version = order.version
      })
  } else if (act.deed.type === 'startRound' || act.deed.type === 'tickStop' || act.deed.type === 'finishRound') {
    const parsed = Round.safeParse(answer)
    if (!parsed.success) return
    const round = parsed.data
    await db.kept
      .where('[userId+estateId]')
      .equals(place)
      .modify((kept) => {
        kept.pack.rounds = kept.pack.rounds.map((one) => (one.id === round.id ? round : one))
      })
  }
}
