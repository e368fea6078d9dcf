import './events.ts'

export { declareServiceKind } from './kinds.ts'
export { onBehalfOf } from './lead-matter.ts'
export { moveOrder } from './order.machine.ts'
export { findOrder, ordersOfMatter } from './order.store.ts'
export { routes } from './routes.ts'
export { carriesOut, staffOfLine } from './staff.store.ts'
