import type { Job } from '#platform/jobs/jobs.ts'
import { roundJobs } from './rounds/jobs.ts'

export const inspectionJobs: readonly Job[] = [...roundJobs]
