import { refuse } from '#contract/refusal.ts'
import { linkedMoves } from '#modules/matters/index.ts'
import { saveCase } from './case.store.ts'
import { quietUntil } from './case-times.rules.ts'
import { leadIsLead } from './keep-apart.ts'
import { mergeComplaint } from './merge-complaint.ts'
import { type ComplaintMoves, handles, notTheAccused, until, withFlags } from './move-parts.ts'
import { checkPromise } from './promise.rules.ts'
import { registerInstead } from './register-instead.ts'

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
    also: (tx, { after, context, now }) =>
      saveCase(tx, after, {
        exemption: 'E1',
        first_reply_at: context.facts.case.first_reply_at ?? now,
        treatment_ended_at: now,
        quiet_until: context.settings.get('complaint.closeOnSpotAtOnce') ? now : quietUntil(now, context),
      }),
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
    also: leadIsLead,
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
    also: leadIsLead,
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
    also: (tx, { after, actor, input }) => registerInstead(tx, actor, after, input.becomes),
  },
  merge: {
    ...linkedMoves.merge,
    also: (tx, { after, actor, input, context }) => mergeComplaint(tx, actor, after, context.facts, input),
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
