import type { complaint } from '#contract/kinds/complaint.ts'
import { refuse } from '#contract/refusal.ts'
import { linkedMoves, type MatterMoves, recordMoves } from '#modules/matters/index.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import { checkPromise } from './promise.rules.ts'

/** A complaint at the desk: two recipients, the promise within the reply deadline, its clocks (CP-040 to CP-048). */
export const complaintMoves: MatterMoves<typeof complaint> = {
  ...recordMoves,
  dispatch: {
    guards: [
      // CP-046: never to the one it is about
      ({ input, subject }) =>
        input.handlerId === subject.accused_staff_id
          ? refuse('E_CONFLICT_OF_INTEREST', { field: 'body.handlerId' })
          : undefined,
      // FD-411: handler and lead are two notices; one person may be both only where the lead takes it
      ({ input, subject, now, context }) =>
        checkPromise(input.promisedFeedbackAt, subject, now, context.calendar, context.settings),
    ],
    set: ({ input }) => ({ handler_id: input.handlerId }),
    clocks: {
      meet: ['complaint.forward', 'desk.take'],
      start: ({ input }) =>
        input.promisedFeedbackAt
          ? [{ name: 'promise.feedback', span: { kind: 'until', at: toInstant(input.promisedFeedbackAt) } }]
          : [],
    },
    duties: ['organise'],
    tells: ({ input }) => [
      { to: { staffId: input.handlerId }, template: 'complaint.toHandle' },
      { to: { staffId: input.leadId }, template: 'complaint.leadTold' },
    ],
    say: ({ input }) => input.note,
  },
  reassign: {
    guards: [
      ({ input, subject }) =>
        input.handlerId === subject.accused_staff_id
          ? refuse('E_CONFLICT_OF_INTEREST', { field: 'body.handlerId' })
          : undefined,
    ],
    set: ({ input }) => ({ handler_id: input.handlerId }),
    tells: ({ input }) => [{ to: { staffId: input.handlerId }, template: 'complaint.toHandle' }],
    say: ({ input }) => input.reason,
  },
  notComplaint: { say: ({ input }) => input.reason },
  merge: linkedMoves.merge,
}
