import type { Order } from './order-move.ts'

declare module '#platform/events/events.ts' {
  interface Events {
    'order.created': { order: Order }
    'order.moved': { before: Order; order: Order; verb: string; input: unknown }
  }
}
