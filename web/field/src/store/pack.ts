import { getFieldPack } from '#contract/field.ts'
import type { GatePack } from '#contract/goods.ts'
import { getOrder, listOrders, type OrderView } from '#contract/orders.ts'
import type { SessionEstate } from '#contract/session.ts'
import { call } from '#ui/api.ts'
import { aheadMs } from '#ui/clock.ts'
import { nowInstant } from '../app/phone-time.ts'
import { bareRoute } from '../queue/bare-route.ts'
import { db } from './db.ts'
import { keep } from './keep.ts'

/** More open orders than this nobody carries out in a shift. */
const ORDERS_TAKEN = 40

const fetchOrders = async ({ id: estateId, permissions }: SessionEstate): Promise<OrderView[]> => {
  if (!permissions.includes('order.read_own') && !permissions.includes('order.read')) return []
  const query = { scope: 'mine', open: 'true', limit: ORDERS_TAKEN } as const
  const { rows } = await call(listOrders, { params: { estateId }, query })
  const orders: OrderView[] = []
  for (const { id } of rows) orders.push(await call(getOrder, { params: { estateId, id } }))
  return orders
}

const gatePackRoute = bareRoute({
  id: 'getGatePack',
  method: 'GET',
  path: '/api/v1/estates/:estateId/field/gate-pack',
  access: 'gate.check',
})
const fetchGate = async ({ id: estateId, permissions }: SessionEstate): Promise<{ gate?: GatePack }> =>
  permissions.includes('gate.check') ? { gate: (await call(gatePackRoute, { params: { estateId } })) as GatePack } : {}

/** Takes along everything that a shift without signal needs. Throws `ApiError`, `PhoneFull`. */
export const fetchPack = async (userId: string, estate: SessionEstate): Promise<void> => {
  const estateId = estate.id
  const [pack, orders, gate] = await Promise.all([
    call(getFieldPack, { params: { estateId } }),
    fetchOrders(estate),
    fetchGate(estate),
  ])
  await keep(() =>
    db.transaction('rw', db.kept, async () => {
      const before = await db.kept.get([userId, estateId])
      const rounds = newest(pack.rounds, before?.pack.rounds)
      await db.kept.put({
        userId,
        estateId,
        pack: { ...pack, rounds },
        orders: newest(orders, before?.orders),
        ...gate,
        savedAt: nowInstant(),
        aheadMs: aheadMs(),
      })
    }),
  )
}

/** An act may have been answered while the list was under way; what it made is newer. */
const newest = <T extends { id: string; version: number }>(fetched: T[], before: readonly T[] = []): T[] =>
  fetched.map((one) => {
    const known = before.find(({ id }) => id === one.id)
    return known && known.version > one.version ? known : one
  })
