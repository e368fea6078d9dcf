import { isRefusal } from '#contract/refusal.ts'
import { findMatter, tellPeople } from '#modules/matters/index.ts'
import { SYSTEM } from '#platform/auth/actor.ts'
import { inTransaction, type Tx } from '#platform/db/tx.ts'
import type { House } from '#platform/house.ts'
import { saveCase } from './case.store.ts'
import { moveByItself } from './move-by-itself.ts'
import { holdingsDue } from './post.store.ts'
import { quietEnded } from './quiet.store.ts'

const AT_ONCE = 500

/**
 * T25: closes what stayed quiet for its week. What cannot be closed because its cause is still unknown is told to the
 * lead once and stays open. Returns how many it closed.
 */
const closeQuiet = async (tx: Tx, estateId: string, id: string): Promise<boolean> => {
  if (!(await moveByItself(tx, SYSTEM, { estate_id: estateId, id }, 'closeQuiet', {}))) return true
  const matter = await findMatter(tx, estateId, id)
  if (!matter) return false
  await tellPeople(tx, matter, [
    { to: 'csLead', template: 'complaint.quietBlocked' },
    { to: 'handler', template: 'complaint.quietBlocked' },
  ])
  await saveCase(tx, matter, { quiet_told_at: tx.now })
  return false
}

/** One transaction each: a case that cannot be moved holds up nobody else. */
export const sweepComplaints = async (house: House, now?: string): Promise<{ closed: number; published: number }> => {
  const at = now === undefined ? {} : { now }
  const found = await inTransaction(house.database, { scope: 'all', readOnly: true, ...at }, async (tx) => ({
    quiet: await quietEnded(tx, AT_ONCE),
    holdings: await holdingsDue(tx, AT_ONCE),
  }))
  const done = { closed: 0, published: 0 }
  if (isRefusal(found)) return done
  for (const { estate_id, matter_id } of found.quiet) {
    const closed = await inTransaction(house.database, { scope: [estate_id], ...at }, (tx) =>
      closeQuiet(tx, estate_id, matter_id),
    )
    if (closed === true) done.closed += 1
  }
  for (const { estate_id, matter_id } of found.holdings) {
    const sent = await inTransaction(house.database, { scope: [estate_id], ...at }, (tx) =>
      // CP-113: nobody is to miss a deadline because the review is late
      moveByItself(tx, SYSTEM, { estate_id, id: matter_id }, 'publishHolding', {}),
    )
    if (!isRefusal(sent)) done.published += 1
  }
  return done
}
