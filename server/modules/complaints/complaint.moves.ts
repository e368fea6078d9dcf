import type { complaint } from '#contract/kinds/complaint.ts'
import { refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { linkedMoves, type MatterMoves, recordMoves } from '#modules/matters/index.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import { checkPromise } from './promise.rules.ts'

/** CP-046: nobody is put to a complaint about themselves, whatever the field is called. */
const notTheAccused =
  (field: 'handlerId' | 'leadId' | 'newOwnerId') =>
  ({ input, subject }: { input: Partial<Record<typeof field, Uuid>>; subject: { accused_staff_id: Uuid | null } }) =>
    input[field] !== undefined && input[field] === subject.accused_staff_id
      ? refuse('E_CONFLICT_OF_INTEREST', { field: `body.${field}` })
      : undefined

/** A complaint at the desk: two recipients, the promise within the reply deadline, its clocks (CP-040 to CP-048). */
export const complaintMoves: MatterMoves<typeof complaint> = {
  ...recordMoves,
  take: {
    ...recordMoves.take,
    // OS-015: the desk shares the ownership of what a guard received, also when somebody handles it already
    guards: [
      ({ subject }) =>
        subject.co_owner_id || subject.closure_controller_id === subject.owner_id
          ? refuse('E_STATE_CHANGED', { details: { state: subject.state, handlerId: subject.handler_id } })
          : undefined,
    ],
    set: ({ actor, subject }) => ({
      co_owner_id: actor.id,
      handler_id: subject.handler_id ?? actor.id,
      closure_controller_id: subject.closure_controller_id ?? actor.id,
    }),
  },
  transferOwner: {
    ...recordMoves.transferOwner,
    guards: [notTheAccused('newOwnerId'), ...(recordMoves.transferOwner.guards ?? [])],
  },
  dispatch: {
    guards: [
      notTheAccused('handlerId'),
      // FD-411: handler and lead are two notices; one person may be both only where the lead takes it
      notTheAccused('leadId'),
      ({ input, subject, now, context }) =>
        checkPromise(input.promisedFeedbackAt, subject, now, context.calendar, context.settings),
    ],
    // FD-412, CP-045: whoever sends it out answers for its closing, unless somebody does already
    set: ({ input, subject, actor }) => ({
      handler_id: input.handlerId,
      closure_controller_id: subject.closure_controller_id ?? actor.id,
    }),
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
    guards: [notTheAccused('handlerId')],
    set: ({ input }) => ({ handler_id: input.handlerId }),
    tells: ({ input }) => [{ to: { staffId: input.handlerId }, template: 'complaint.toHandle' }],
    say: ({ input }) => input.reason,
  },
  notComplaint: { say: ({ input }) => input.reason },
  merge: linkedMoves.merge,
}
