import { z } from 'zod'
import { defineKind } from '../kind.ts'
import { InstantInput, optionalText, text, Uuid } from '../values.ts'
import { mergeNeeds, recordVerbs } from './common-verbs.ts'

/**
 * A complaint as the desk knows it: registered, routed to its two recipients, waiting with its clocks.
 * Its handling is a room of its own (complaints.md section 6).
 */
export const complaint = defineKind({
  name: 'complaint',
  plural: 'complaints',
  states: ['RECEIVED', 'ASSIGNED', 'NOT_COMPLAINT', 'MERGED'],
  initial: 'RECEIVED',
  final: ['NOT_COMPLAINT', 'MERGED'],
  verbs: {
    ...recordVerbs,
    /** T4, FD-411: to customer-service staff, and to the lead at the same time. */
    dispatch: {
      from: ['RECEIVED'],
      to: 'ASSIGNED',
      by: 'matter.dispatch',
      needs: z.object({
        handlerId: Uuid.meta({ widget: 'staff' }),
        leadId: Uuid.meta({ widget: 'staff', role: 'csLead' }),
        promisedFeedbackAt: InstantInput.optional(),
        note: optionalText(500),
      }),
      tone: 'main',
      rules: ['CP-041', 'CP-042', 'CP-044', 'FD-411'],
    },
    /** T8: back to the lead, who names another; never back to the customer. */
    reassign: {
      from: ['ASSIGNED'],
      to: 'ASSIGNED',
      by: 'complaint.handle',
      needs: z.object({ handlerId: Uuid.meta({ widget: 'staff' }), reason: text(500) }),
      rules: ['CP-046'],
    },
    notComplaint: {
      from: ['RECEIVED'],
      to: 'NOT_COMPLAINT',
      by: 'complaint.handle',
      needs: z.object({ reason: text(500) }),
    },
    merge: { from: ['RECEIVED', 'ASSIGNED'], to: 'MERGED', by: 'matter.merge', needs: mergeNeeds, tone: 'danger' },
  },
})
