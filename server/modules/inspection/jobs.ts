import type { Job } from '#platform/jobs/jobs.ts'
import { roundJobs } from './rounds/jobs.ts'
import { scoreJobs } from './scores/jobs.ts'

export const inspectionJobs: readonly Job[] = [...roundJobs, ...scoreJobs]
