import { inTransaction } from '#platform/db/tx.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { sweepClocks } from './sweep-clocks.ts'

const BATCH = 5_000

/** Every minute: what the clocks owe. Between two sweeps a list already shows a passed due time as late. */
export const sweepAllClocks: Job = {
  name: 'sweep-clocks',
  schedule: '* * * * *',
  handle: async ({ database }) => {
    for (;;) {
      const carried = await inTransaction(database, { scope: 'all' }, (tx) => sweepClocks(tx, { batch: BATCH }))
      if (typeof carried !== 'number' || carried < BATCH) return
    }
  },
}
