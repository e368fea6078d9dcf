import { isSecret } from '#contract/inspection-plans.ts'
import { ROLE_CODES, type Role } from '#contract/permissions.ts'
import type { Uuid } from '#contract/values.ts'
import { roleHolders } from '#modules/matters/index.ts'
import type { Tx } from '#platform/db/tx.ts'
import { stewardsOf } from './round.store.ts'

type Of = {
  estate_id: Uuid
  kind: string
  line: string | null
  assignee_role: string | null
  assignee_id: Uuid | null
  area_id: Uuid | null
}
type Holder = { role: string; line: string | null; staff_id: Uuid }

const LEADS: readonly Role[] = ['lineLead', 'repairLead', 'housekeepingLead']
/** Hear of every miss, as of a matter's (metrics.md). */
const HEADS: readonly Role[] = ['csLead', 'centreHead']
const LINE_OF_LEAD: Readonly<Record<string, string>> = { repairLead: 'repair', housekeepingLead: 'housekeeping' }

/** Who goes, who leads them with the heads of the centre, and the quality department; asked once for all rounds of an estate. */
export type People = { goers(round: Of): Uuid[]; leads(round: Of): Uuid[]; quality: Uuid[] }

export const peopleOf = async (tx: Tx, estateId: Uuid, rounds: readonly Of[]): Promise<People> => {
  const roles = new Set<string>(rounds.flatMap((r) => (r.assignee_role ? [r.assignee_role] : [])))
  for (const role of [...LEADS, ...HEADS, 'qualityDept']) roles.add(role)
  const holders: Holder[] = await roleHolders(
    tx,
    [estateId],
    [...roles].filter((r) => ROLE_CODES.some((c) => c === r)),
  )
  const stewards = await stewardsOf(tx, estateId)
  const holding = (role: string) => holders.filter((h) => h.role === role)
  const ids = (some: readonly Holder[]) => some.map((h) => h.staff_id)
  const quality = ids(holding('qualityDept'))
  const ofRole = (round: Of) => {
    const all = round.assignee_role ? holding(round.assignee_role) : []
    const ofLine = all.filter((h) => h.line === null || round.line === null || h.line === round.line)
    return ids(ofLine.length > 0 ? ofLine : all)
  }
  return {
    goers(round) {
      if (round.assignee_id) return [round.assignee_id]
      if (isSecret(round.kind)) return quality
      const steward = round.area_id ? stewards.get(round.area_id) : undefined
      return round.assignee_role || steward === undefined ? ofRole(round) : [steward]
    },
    leads(round) {
      // what the centre is not to see coming is not told to it when it is late either
      if (isSecret(round.kind)) return quality
      const ofLine = holders.filter(
        (h) =>
          LEADS.some((lead) => lead === h.role) &&
          round.line !== null &&
          (h.line ?? LINE_OF_LEAD[h.role]) === round.line,
      )
      return [...new Set(ids([...ofLine, ...HEADS.flatMap(holding)]))]
    },
    quality,
  }
}
