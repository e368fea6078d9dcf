import type { StaffNotice } from '#content/texts/staff-notices.ts'
import type { Role } from '#contract/permissions.ts'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { queueMessages } from '#platform/notify/queue-messages.ts'
import { type NoticeParams, staffText } from '#platform/notify/staff-text.ts'
import { companyDay } from './company-day.rules.ts'
import { holdersOf } from './people.store.ts'

/** `confidential`: found in the outbox by these people and by the quality department, by nobody else. */
type Notice = { template: StaffNotice; params: NoticeParams; confidential?: boolean }

/** Writes a message to these people of an estate, once each, in this transaction. */
export const tellStaff = async (
  tx: Tx,
  estateId: Uuid,
  staffIds: Iterable<Uuid>,
  { template, params, confidential = false }: Notice,
): Promise<void> => {
  const to = [...new Set(staffIds)]
  const text = staffText(template, params)
  await queueMessages(
    tx,
    to.map((toId) => ({
      estateId,
      channel: 'staff',
      template,
      language: 'zh',
      toKind: 'staff',
      toId,
      confidential,
      ...text,
    })),
  )
  for (const forStaffId of to) tx.tell({ estateId, topic: 'messages', ids: { forStaffId } })
}

/** The same to whoever holds one of these roles there today. */
export const tellRoles = async (tx: Tx, estateId: Uuid, roles: readonly Role[], notice: Notice): Promise<void> =>
  tellStaff(tx, estateId, await holdersOf(tx, estateId, roles, companyDay(tx.now)), notice)
