export { declareFindingKind } from './findings/kinds.ts'
export { inspectionJobs } from './jobs.ts'
export { inspectionRoutes } from './routes.ts'
