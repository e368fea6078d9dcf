import { isRefusal } from '#contract/refusal.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { demoId } from '#server/seed/demo-id.ts'
import { insertFigures } from '../complaint-figures.ts'
import type { StaffServer } from './staff-server.ts'

/** The complaints whose figures were reckoned by hand, in the demo's estate; their period is 26 October to 25 November 2026. */
export const insertDemoFigures = ({ house, estateId }: StaffServer): Promise<void> =>
  insertFigures({
    a: { id: estateId, staff: { frontDeskClerk: demoId('staff qiantai'), csLead: demoId('staff kefuzhuguan') } },
    tx: async (work, { now } = {}) => {
      const done = await inTransaction(house.database, { scope: [estateId], ...(now ? { now } : {}) }, work)
      if (isRefusal(done)) throw new Error(done.code)
      return done
    },
  })
