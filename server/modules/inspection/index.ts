export { inspectionJobs } from './jobs.ts'
export { declareInspectionFiles } from './looks/file-rule.ts'
export { inspectionRoutes } from './routes.ts'
