export { declareViolationKind } from './kinds.ts'
export { violationRoutes } from './routes.ts'
