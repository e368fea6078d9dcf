import type { StaffNotice } from '#content/texts/staff-notices.ts'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { queueMessages } from '#platform/notify/queue-messages.ts'
import { staffText } from '#platform/notify/staff-text.ts'

/** A notice that is about no matter, once to each of these people. */
export const tellStaff = async (
  tx: Tx,
  estateId: Uuid,
  staffIds: readonly Uuid[],
  template: StaffNotice,
  params: Record<string, string | number>,
): Promise<void> => {
  const body = staffText(template, params)
  await queueMessages(
    tx,
    [...new Set(staffIds)].map((toId) => ({ estateId, channel: 'staff', template, language: 'zh', toKind: 'staff', toId, body })),
  )
  if (staffIds.length > 0) tx.tell({ estateId, topic: 'messages' })
}
