import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { inTransaction, type Tx } from '#platform/db/tx.ts'
import type { House } from '#platform/house.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { allEstates } from './estates.store.ts'

/** A sweep over all estates, each in a transaction of its own: what fails in one is logged and tried again next time. */
const eachEstate = async (
  house: House,
  what: string,
  work: (tx: Tx, estateId: Uuid) => Promise<unknown>,
): Promise<void> => {
  for (const estateId of await allEstates(house.database)) {
    try {
      const done: unknown = await inTransaction<unknown>(
        house.database,
        { scope: [estateId] },
        (tx) => work(tx, estateId) as Promise<unknown | Refusal>,
      )
      if (isRefusal(done)) house.log.warn({ estateId, what, code: done.code }, 'sweep refused')
    } catch (error) {
      house.log.error({ err: error, estateId, what }, 'sweep failed')
    }
  }
}

/** A job that sweeps all estates; its name is also what the log calls it. */
export const estateJob = (
  name: string,
  schedule: string,
  work: (tx: Tx, estateId: Uuid, house: House) => Promise<unknown>,
): Job => ({
  name,
  schedule,
  handle: (house) => eachEstate(house, name, (tx, estateId) => work(tx, estateId, house)),
})
