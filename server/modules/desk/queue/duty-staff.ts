import type { Role } from '#contract/permissions.ts'
import type { Uuid } from '#contract/values.ts'
import { dutiesAt } from '#modules/staff/index.ts'
import type { Tx } from '#platform/db/tx.ts'
import { staffInRoles } from '../people.store.ts'

/** Who leads the desk or the shift comes in any case. */
const LEADS: readonly Role[] = ['frontDeskLead', 'shiftLead']
/** Where no roster says who is on duty, whoever could be. */
const WITHOUT_ROSTER: readonly Role[] = [...LEADS, 'customerAssistant', 'csLead']

/** FD-017: the duty staff (值班人员): on duty now at a post that receives customers, and the leads. */
export const dutyStaff = async (tx: Tx, estateId: Uuid): Promise<Uuid[]> => {
  const onDuty = (await dutiesAt(tx, estateId, tx.now)).filter((d) => d.accepts_complaints).map((d) => d.staff_id)
  const leads = await staffInRoles(tx, estateId, onDuty.length > 0 ? LEADS : WITHOUT_ROSTER)
  return [...new Set([...onDuty, ...leads.map((s) => s.id)])]
}
