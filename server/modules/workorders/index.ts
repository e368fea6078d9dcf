import './events.ts'

export { declareServiceKind } from './kinds.ts'
export { moveOrder } from './order.machine.ts'
export { findOrder, ordersOfMatter } from './order.store.ts'
export { routes } from './routes.ts'
