import { refuse } from '#contract/refusal.ts'
import { linkedMoves } from '#modules/matters/index.ts'
import { type ComplaintMoves, handles, notTheAccused, until, withFlags } from './move-parts.rules.ts'
import { checkPromise } from './promise.rules.ts'

const promised = (at: string | undefined) => (at ? [until('promise.feedback', at)] : [])

type Verb =
  | 'solveOnSpot'
  | 'forward'
  | 'dispatch'
  | 'takeFromAbove'
  | 'notComplaint'
  | 'merge'
  | 'acceptCase'
  | 'handBack'

/** T2 to T8, T35: who gets it, and what is no complaint or the same one. */
export const routingMoves: Pick<ComplaintMoves, Verb> = {
  solveOnSpot: {
    guards: [
      ({ subject }) => (subject.contactable || subject.channel === 'visit' ? undefined : refuse('E_NO_CONTACT')),
    ],
    set: ({ input, now }) => ({
      result: input.measure,
      feedback: input.customerWord,
      feedback_at: now,
      satisfaction: input.satisfaction,
    }),
    clocks: { meet: ['complaint.forward', 'complaint.reply', 'desk.take'], stop: ['complaint.handlingForm'] },
    duties: ['organise', 'accept', 'callback'],
    say: ({ input }) => input.measure,
    forCustomer: true,
  },
  forward: {
    guards: [
      notTheAccused('leadId'),
      ({ input, subject, now, context }) =>
        checkPromise(input.promisedFeedbackAt, subject, now, context.calendar, context.settings),
    ],
    set: ({ input, subject, actor }) => ({
      handler_id: input.leadId,
      closure_controller_id: subject.closure_controller_id ?? actor.id,
    }),
    clocks: {
      meet: ['complaint.forward', 'desk.take'],
      start: ({ input }) => promised(input.promisedFeedbackAt),
    },
    duties: ['organise'],
    tells: ({ input }) => [
      { to: { staffId: input.leadId }, template: 'complaint.toHandle' },
      { to: 'desk', template: 'complaint.leadTold' },
    ],
    say: ({ input }) => input.note,
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
      start: ({ input }) => promised(input.promisedFeedbackAt),
    },
    duties: ['organise'],
    tells: ({ input }) => [
      { to: { staffId: input.handlerId }, template: 'complaint.toHandle' },
      { to: { staffId: input.leadId }, template: 'complaint.leadTold' },
    ],
    say: ({ input }) => input.note,
  },
  takeFromAbove: {
    set: ({ input, subject }) => ({
      handler_id: input.handlerId,
      closure_controller_id: subject.closure_controller_id ?? subject.owner_id,
      flags: withFlags(subject.flags, 'companyLevel'),
    }),
    clocks: { meet: ['complaint.forward'] },
    tells: ({ input }) => [{ to: { staffId: input.handlerId }, template: 'complaint.toHandle' }],
  },
  notComplaint: {
    say: ({ input }) => input.reason,
  },
  merge: {
    ...linkedMoves.merge,
  },
  acceptCase: {
    guards: [handles],
    set: ({ actor }) => ({ handler_id: actor.id }),
    tells: ({ input }) =>
      input.specialistId ? [{ to: { staffId: input.specialistId }, template: 'complaint.toLookAt' }] : [],
    say: ({ input }) => input.note,
  },
  handBack: {
    guards: [handles],
    set: () => ({ handler_id: null }),
    clocks: { stop: [], start: [{ name: 'complaint.forward' }] },
    tells: ({ input }) => [{ to: 'csLead', template: 'complaint.handedBack', params: { reason: input.reason } }],
    say: ({ input }) => input.reason,
  },
}
