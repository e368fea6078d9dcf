import { estateJob } from '#modules/desk/index.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { followCalls } from './follow-calls.ts'
import { makeRounds } from './make-rounds.ts'
import { sweepRounds } from './sweep-rounds.ts'

export const roundJobs: readonly Job[] = [
  // FD-810: every quarter of an hour, because a new day comes to each estate in its own zone
  estateJob('make-inspection-rounds', '*/15 * * * *', makeRounds),
  // it rains on: the further days, and who is to end it
  estateJob('follow-open-conditions', '*/15 * * * *', followCalls),
  // FD-770: warned, missed, escalated
  {
    name: 'sweep-inspection-rounds',
    schedule: '* * * * *',
    handle: async (house) => {
      await sweepRounds(house)
    },
  },
]
