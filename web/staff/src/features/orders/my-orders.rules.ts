import type { OrderLine } from '#contract/orders.ts'

export type MyOrders = {
  /** What to do now; the first one is the next. */
  now: OrderLine[]
  later: OrderLine[]
  /** Done, or waiting for a new time: somebody else acts. */
  waiting: OrderLine[]
}

const WAITING: ReadonlySet<OrderLine['state']> = new Set(['DONE', 'CUSTOMER_ABSENT', 'ON_HOLD', 'TO_APPOINT'])
/** Begun and not finished: that comes before anything new. */
const UNDER_WAY: ReadonlySet<OrderLine['state']> = new Set([
  'ON_THE_WAY',
  'ON_SITE',
  'LOOKED',
  'QUOTED',
  'PRICE_ACCEPTED',
  'WORKING',
])

const rank = (order: OrderLine): number => {
  if (order.emergency) return 0
  if (UNDER_WAY.has(order.state)) return 1
  if (order.urgent) return 2
  // the line is offered it as a whole: whoever takes it first has it
  return order.state === 'OFFERED' && order.executor === null ? 3 : 4
}
const plannedAt = (order: OrderLine) => order.appointmentFrom ?? order.createdAt

/** My day: emergencies, then what is begun, then by the time agreed; tomorrow and later apart. `endOfToday` as instant. */
export const sortMine = (orders: readonly OrderLine[], endOfToday: string): MyOrders => {
  const open = orders.filter((order) => order.open)
  const active = open.filter((order) => !WAITING.has(order.state))
  const byTime = (a: OrderLine, b: OrderLine) => plannedAt(a).localeCompare(plannedAt(b))
  const isLater = (order: OrderLine) => rank(order) === 4 && plannedAt(order) >= endOfToday
  return {
    now: active.filter((order) => !isLater(order)).sort((a, b) => rank(a) - rank(b) || byTime(a, b)),
    later: active.filter(isLater).sort(byTime),
    waiting: open.filter((order) => WAITING.has(order.state)).sort(byTime),
  }
}

export type Column = { id: string | null; name: string; provider: boolean; orders: OrderLine[] }
type Person = { id: string; name: string; provider: boolean }

/** The orders of a day by who carries them out; the line's idle people stand there too, what nobody has comes first. */
export const columnsOf = (orders: readonly OrderLine[], people: readonly Person[]): Column[] => {
  const byTime = (a: OrderLine, b: OrderLine) => plannedAt(a).localeCompare(plannedAt(b))
  const known = new Map<string, Column>(
    people.map(({ id, name, provider }) => [id, { id, name, provider, orders: [] }]),
  )
  const free: Column = { id: null, name: '', provider: false, orders: [] }
  for (const order of [...orders].sort(byTime)) {
    const who = order.executor
    if (!who) {
      free.orders.push(order)
      continue
    }
    const column = known.get(who.id) ?? { ...who, orders: [] }
    column.orders.push(order)
    known.set(who.id, column)
  }
  return [...(free.orders.length > 0 ? [free] : []), ...known.values()]
}
