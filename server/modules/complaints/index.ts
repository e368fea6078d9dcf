export { declareComplaintKind } from './kinds.ts'
