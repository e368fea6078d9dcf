import type { Job } from '#platform/jobs/jobs.ts'
import { estateJob } from './each-estate.ts'
import { checkInventories } from './inventory/check-inventories.ts'
import { noteMissingReports } from './line-reports/note-missing-reports.ts'

export const deskJobs: readonly Job[] = [
  // FD-404: every hour, because midnight comes to each estate in its own zone; a day looked at is not looked at again
  estateJob('check-inventories', '5 * * * *', checkInventories),
  estateJob('note-missing-line-reports', '*/5 * * * *', noteMissingReports),
]
