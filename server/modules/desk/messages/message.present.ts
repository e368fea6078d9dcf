import type { ColleagueMessage } from '#contract/calls.ts'
import type { Uuid } from '#contract/values.ts'
import { maskPhone } from '#platform/privacy/mask.ts'
import type { MessageRow } from './message.store.ts'

/** The number is whole for those whom the message concerns: who took it and who is to call. */
export const presentMessage = (row: MessageRow, staffId: Uuid): ColleagueMessage => ({
  id: row.id,
  for: { id: row.for_staff_id, name: row.for_name ?? '' },
  takenBy: { id: row.taken_by, name: row.taken_name ?? '' },
  takenAt: row.taken_at,
  callerName: row.caller_name,
  callerFirm: row.caller_firm,
  callerPhone: [row.for_staff_id, row.taken_by].includes(staffId)
    ? row.caller_phone
    : (maskPhone(row.caller_phone) ?? ''),
  calledAt: row.called_at,
  when: row.said_when,
  who: row.said_who,
  where: row.said_where,
  what: row.said_what,
  why: row.said_why,
  how: row.said_how,
  points: row.points,
  complaint: row.complaint,
  replyNeeded: row.reply_needed,
  replyBy: row.reply_by,
  customer: row.customer_id ? { id: row.customer_id, name: row.customer_name ?? '' } : null,
  matter: row.matter_id ? { id: row.matter_id, number: row.matter_number ?? '' } : null,
  ackedAt: row.acked_at,
  ackNote: row.ack_note,
})
