import { isRefusal } from '#contract/refusal.ts'
import type { Database } from '#platform/db/pool.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { countMarked } from './month-sums.store.ts'

const AT_ONCE = 2_000

/** Brings the sums of the months up to date, a part in each transaction. Returns how many marks it has done with. */
export const sweepMonths = async (database: Database): Promise<number> => {
  for (let done = 0; ; ) {
    const part = await inTransaction(database, { scope: 'all' }, (tx) => countMarked(tx, AT_ONCE))
    if (isRefusal(part)) return done
    done += part
    if (part < AT_ONCE) return done
  }
}
