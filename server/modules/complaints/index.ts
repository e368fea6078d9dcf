export { complaintJobs } from './jobs.ts'
export { declareComplaintKind } from './kinds.ts'
export { complaintRoutes } from './routes.ts'
export { complaintsByTouchpoint } from './touchpoint-counts.store.ts'
