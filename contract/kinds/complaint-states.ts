/** Where a complaint may stand (complaints.md section 6). */
export const COMPLAINT_STATES = [
  'RECEIVED',
  'ASSIGNED',
  'INVESTIGATING',
  'PROPOSED',
  'NEGOTIATING',
  'IN_TREATMENT',
  'EXTERNAL',
  'ESCALATED',
  'VERIFYING',
  'CALLBACK_DUE',
  'OBSERVING',
  'CLOSED',
  'ARCHIVED',
  'MERGED',
  'NOT_COMPLAINT',
] as const
export type ComplaintState = (typeof COMPLAINT_STATES)[number]
