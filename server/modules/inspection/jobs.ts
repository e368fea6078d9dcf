import type { Job } from '#platform/jobs/jobs.ts'
import { scoreJobs } from './scores/jobs.ts'

export const inspectionJobs: readonly Job[] = [...scoreJobs]
