import { z } from 'zod'
import type { VerbShape } from '../kind.ts'
import { InstantInput, optionalText, text, Uuid } from '../values.ts'

/** Moves that every kind of matter knows: they record and never change the state by themselves. */
export const recordVerbs = {
  /** OS-015: the desk takes a matter that a guard or cleaner received, and shares its ownership. */
  take: { from: 'open', to: 'same', by: 'desk.use', needs: z.object({}), tone: 'main', rules: ['OS-015'] },
  note: {
    from: 'open',
    to: 'same',
    by: 'matter.write',
    needs: z.object({ text: text(4000), forCustomer: z.boolean().default(false) }),
  },
  /** OS-011: the first receiver looks after the work of others. */
  supervise: { from: 'open', to: 'same', by: 'matter.write', needs: z.object({ note: text(1000) }), rules: ['OS-011'] },
  promise: {
    from: 'open',
    to: 'same',
    by: 'matter.write',
    needs: z.object({ text: text(500), dueAt: InstantInput }),
    rules: ['CP-022'],
  },
  keepPromise: {
    from: 'open',
    to: 'same',
    by: 'matter.write',
    needs: z.object({ promiseId: Uuid, note: optionalText(500) }),
    rules: ['CP-022'],
  },
  /** OS-014: only these reasons, only by the lead; the customer is told the new name. */
  transferOwner: {
    from: 'open',
    to: 'same',
    by: 'matter.transfer_owner',
    needs: z.object({
      newOwnerId: Uuid.meta({ widget: 'staff' }),
      reason: z.enum(['leftCompany', 'longLeave', 'conflictOfInterest', 'majorOrEscalated']),
      customerTold: z.boolean(),
      note: optionalText(500),
    }),
    rules: ['OS-013', 'OS-014'],
  },
  pauseClock: {
    from: 'open',
    to: 'same',
    by: 'matter.write',
    needs: z.object({ clockId: Uuid, reason: text(300) }),
  },
  resumeClock: { from: 'open', to: 'same', by: 'matter.write', needs: z.object({ clockId: Uuid }) },
} as const satisfies Record<string, VerbShape>

/** FD-413: what present resources cannot solve is reported to the lead and the head, with both names and times. */
export const escalateNeeds = z.object({
  reason: text(1000),
  leadId: Uuid.meta({ widget: 'staff', role: 'csLead' }),
  headId: Uuid.meta({ widget: 'staff', role: 'centreHead' }),
})
export const giveResourcesNeeds = z.object({ plan: text(1000) })
/** FD-412: a major event gets a dedicated follower, and only that person closes. */
export const dedicateNeeds = z.object({ followerId: Uuid.meta({ widget: 'staff' }), reason: text(500) })
export const mergeNeeds = z.object({ intoId: Uuid.meta({ widget: 'matter' }), reason: text(500) })
export const reopenNeeds = z.object({ newFact: text(1000) })
/** FD-414: closing needs the result, and the feedback to the customer or the reason why none is possible. */
export const closeNeeds = z.object({
  result: text(2000),
  feedback: optionalText(2000),
  noFeedbackReason: z.enum(['anonymous', 'noContact', 'customerDeclined']).optional(),
  satisfaction: z.enum(['satisfied', 'neutral', 'notAsked']).default('notAsked'),
})
