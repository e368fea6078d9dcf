import type { Job } from '#platform/jobs/jobs.ts'
import { eachEstate } from './each-estate.ts'
import { checkInventories } from './inventory/check-inventories.ts'
import { noteMissingReports } from './line-reports/note-missing-reports.ts'

export const deskJobs: readonly Job[] = [
  // FD-404: every hour, because midnight comes to each estate in its own zone; a day looked at is not looked at again
  {
    name: 'check-inventories',
    schedule: '5 * * * *',
    handle: (house) => eachEstate(house, 'check-inventories', checkInventories),
  },
  {
    name: 'note-missing-line-reports',
    schedule: '*/5 * * * *',
    handle: (house) => eachEstate(house, 'note-missing-line-reports', noteMissingReports),
  },
]
