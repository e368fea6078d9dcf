import { allEstates } from '#modules/desk/index.ts'
import { sweepMonths } from '#platform/db/month-sums.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { LOOK_MONTHS } from './look-months.store.ts'
import { recomputeScores } from './recompute-scores.ts'

export const scoreJobs: readonly Job[] = [
  // figures are exact without it; it only keeps them fast
  {
    name: 'sum-look-months',
    schedule: '* * * * *',
    handle: async (house) => {
      await sweepMonths(house.database, LOOK_MONTHS)
    },
  },
  // asks each estate whether its weights have changed; most of the time none have
  {
    name: 'recompute-scores',
    schedule: '*/10 * * * *',
    handle: async (house) => {
      for (const estateId of await allEstates(house.database)) {
        try {
          const changed = await recomputeScores(house, estateId)
          if (changed > 0) house.log.info({ estateId, changed }, 'scores reckoned anew')
        } catch (error) {
          house.log.error({ err: error, estateId }, 'scores could not be reckoned anew')
        }
      }
    },
  },
]
