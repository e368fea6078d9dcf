import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { roleHolders } from './role-holders.store.ts'

export const LINE_LEADS: readonly string[] = ['lineLead', 'repairLead', 'housekeepingLead']

/** The line that somebody leads: the one their role is held for, else the one it is named after. */
export const lineLed = ({ role, line }: { role: string; line: string | null }): string =>
  line ?? (role === 'housekeepingLead' ? 'housekeeping' : role === 'repairLead' ? 'repair' : '')

/** Who leads a line of an estate today, else the lead of customer service; undefined when there is neither. */
export const leadOfLine = async (tx: Tx, estateId: Uuid, line: string): Promise<Uuid | undefined> => {
  const holders = await roleHolders(tx, [estateId], [...LINE_LEADS, 'csLead'])
  const lead = holders.find((held) => held.role !== 'csLead' && lineLed(held) === line)
  return (lead ?? holders.find((held) => held.role === 'csLead'))?.staff_id
}
