import type { Matter } from '#modules/matters/index.ts'
import { tellRoles } from '#modules/staff/index.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { insertReview } from './penalty.store.ts'

/**
 * CP-160: a finding of obvious neglect by somebody opens a review, and the head is told. While one about this complaint
 * is open nothing more happens, whatever is found again. True when it was opened now.
 */
export const openPenaltyReview = async (
  tx: Tx,
  matter: Pick<Matter, 'estate_id' | 'id' | 'number' | 'title'>,
  finding: string,
): Promise<boolean> => {
  const { estate_id, id, number, title } = matter
  if (!(await insertReview(tx, { estate_id, id: newId(), matter_id: id, finding }))) return false
  await tellRoles(tx, estate_id, ['centreHead'], { template: 'penalty.toDecide', params: { number, title } })
  tx.tell({ estateId: estate_id, topic: 'complaints' })
  return true
}
