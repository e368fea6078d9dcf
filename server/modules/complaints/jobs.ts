import { estateJob } from '#modules/desk/index.ts'
import { sweepMonths } from '#platform/db/month-sums.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { COMPLAINT_MONTHS } from './company/month-sums.store.ts'
import { tellLatePublications } from './publication/tell-late.ts'
import { watchReports } from './reports/watch-reports.ts'
import { sweepComplaints } from './sweep-complaints.ts'
import { prepareTally, tellMissingTallies } from './tally/sweep-tallies.ts'
import { tellMissingChecks } from './watch/watch-day.ts'

export const complaintJobs: readonly Job[] = [
  // T25, CP-113: quiet weeks that are over, holding replies whose time has come
  {
    name: 'sweep-complaints',
    schedule: '* * * * *',
    handle: async (house) => {
      await sweepComplaints(house)
    },
  },
  // figures are exact without it; it only keeps them fast
  {
    name: 'sum-complaint-months',
    schedule: '* * * * *',
    handle: async (house) => {
      await sweepMonths(house.database, COMPLAINT_MONTHS)
    },
  },
  estateJob('prepare-complaint-tallies', '*/5 * * * *', prepareTally),
  // every hour, because midnight comes to each estate in its own zone; what was told once is not told again
  estateJob('tell-missing-complaint-tallies', '7 * * * *', tellMissingTallies),
  estateJob('tell-missing-watch-checks', '9 * * * *', tellMissingChecks),
  estateJob('tell-late-publications', '11 * * * *', tellLatePublications),
  // CP-128, CP-128a: drafts of a period that is over, reminders, and what was not submitted in time
  estateJob('watch-complaint-reports', '13 * * * *', watchReports),
]
