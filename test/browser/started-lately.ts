import { inTransaction } from '#platform/db/tx.ts'
import { demoId } from '#server/seed/demo-id.ts'
import type { StaffServer } from './staff-server.ts'

/** Somebody of the demo's accounts has worked here for ten days only. */
export const startedLately = async ({ house, estateId }: StaffServer, username: string): Promise<void> => {
  const from_date = new Date(Date.now() - 10 * 86_400_000).toISOString().slice(0, 10)
  await inTransaction(house.database, { scope: [estateId] }, ({ db }) =>
    db
      .updateTable('staff_role')
      .set({ from_date })
      .where('staff_id', '=', demoId(`staff ${username}`))
      .execute(),
  )
}
