import type { PhoneCall } from '#contract/calls.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { maskPhone } from '#platform/privacy/mask.ts'
import { callState, seesNumber } from './call.rules.ts'
import type { CallRow } from './call.store.ts'

export const presentCall = (row: CallRow, staffId: Uuid, now: Instant): PhoneCall => ({
  id: row.id,
  state: callState(row),
  number: seesNumber(row, staffId, now) ? row.caller : (maskPhone(row.caller) ?? ''),
  ringingAt: row.ringing_at,
  answeredAt: row.answered_at,
  answeredBy: row.answered_by ? { id: row.answered_by, name: row.answered_name ?? '' } : null,
  forStaffId: row.for_staff_id,
  ringSeconds: row.ring_seconds,
  late: row.late,
  customer: row.customer_id ? { id: row.customer_id, name: row.customer_name ?? '' } : null,
  known: row.known,
  matter: row.matter_id ? { id: row.matter_id, number: row.matter_number ?? '' } : null,
  endedAt: row.ended_at,
})
