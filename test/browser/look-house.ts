import { isRefusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { demoId } from '#server/seed/demo-id.ts'
import { addLook, type TestPlace } from '../inspection-rows.ts'
import type { StaffServer } from './staff-server.ts'

/** A look at a place of the demo estate at which this item failed. */
export const insertDemoLook = (
  { house, estateId }: StaffServer,
  place: TestPlace,
  on: string,
  failed: string,
): Promise<Uuid> =>
  addLook(
    {
      a: { id: estateId },
      tx: async (work, { now } = {}) => {
        const done = await inTransaction(house.database, { scope: [estateId], ...(now ? { now } : {}) }, work)
        if (isRefusal(done)) throw new Error(done.code)
        return done
      },
    },
    { place, by: demoId('staff baoan'), on, answers: { [failed]: 'fail' } },
  )
