export { complaintJobs } from './jobs.ts'
export { declareComplaintKind } from './kinds.ts'
export { complaintRoutes } from './routes.ts'
