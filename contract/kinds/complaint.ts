import { defineKind } from '../kind.ts'
import { recordVerbs } from './common-verbs.ts'
import { complaintArrows } from './complaint-arrows.ts'
import { complaintRecords } from './complaint-records.ts'
import { COMPLAINT_STATES } from './complaint-states.ts'

/** A complaint from its first word to the archive: the arrows between its states, and what is written down on the way. */
export const complaint = defineKind({
  name: 'complaint',
  plural: 'complaints',
  states: COMPLAINT_STATES,
  initial: 'RECEIVED',
  final: ['CLOSED', 'ARCHIVED', 'MERGED', 'NOT_COMPLAINT'],
  verbs: { ...recordVerbs, ...complaintArrows, ...complaintRecords },
})
