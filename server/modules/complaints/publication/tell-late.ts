import type { Month } from '#contract/complaint-publication.ts'
import type { Uuid } from '#contract/values.ts'
import { tellRoles } from '#modules/staff/index.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { laterOf } from '../days-owed.rules.ts'
import { monthOf, monthsBefore, nextMonth, publishBy } from './publication.rules.ts'
import { noteLateTold, publicationsSince } from './publication.store.ts'
import { situationOf } from './read-publication.ts'

/** Of months further back nobody is told after a longer standstill. */
const MOST_MONTHS = 12

/** CP-139: once the day of publishing is over, the head hears of a month that hangs nowhere; once a month. */
export const tellLatePublications = async (tx: Tx, estateId: Uuid): Promise<Month[]> => {
  const { today, firstMonth, publishDay } = await situationOf(tx, estateId)
  const from = laterOf(monthsBefore(monthOf(today), MOST_MONTHS), firstMonth)
  const rows = new Map((await publicationsSince(tx, estateId, from)).map((r) => [r.month, r]))
  const told: Month[] = []
  for (let month = from; publishBy(month, publishDay) < today; month = nextMonth(month)) {
    const row = rows.get(month)
    if (row?.state === 'posted' || row?.state === 'none' || row?.late_told_at) continue
    if (!(await noteLateTold(tx, estateId, { id: newId(), month }))) continue
    await tellRoles(tx, estateId, ['centreHead'], { template: 'complaintPublication.late', params: { month } })
    told.push(month)
  }
  if (told.length > 0) tx.tell({ estateId, topic: 'complaints' })
  return told
}
