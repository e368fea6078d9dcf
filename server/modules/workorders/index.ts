export { declareServiceKind } from './kinds.ts'
