import { refuse } from '#contract/refusal.ts'
import { linkedMoves, type MatterContext } from '#modules/matters/index.ts'
import { postMayBeAnswered } from './guards.rules.ts'
import { type ComplaintMoves, handles, notTheAccused, topicReports, until, withFlags } from './move-parts.rules.ts'
import { checkPromise, INTERIM, interimAhead, isNewTime, PROMISE, promiseMissing } from './promise.rules.ts'

type Guard = NonNullable<ComplaintMoves['forward']['guards']>[number] &
  NonNullable<ComplaintMoves['dispatch']['guards']>[number]
const promiseFits: Guard = ({ input, subject, now, context }) =>
  promiseMissing(input.promisedFeedbackAt, subject, context.clocks) ??
  (input.promisedFeedbackAt === undefined
    ? undefined
    : checkPromise(
        {
          promisedFeedbackAt: input.promisedFeedbackAt,
          interimAt: input.interimAt ?? interimAhead(context.clocks, now),
        },
        {
          ...subject,
          answered: context.facts.case.first_reply_at !== null,
          replyDueAt: context.facts.case.reply_due_at,
        },
        now,
        context.calendar,
        context.settings,
      ))

type Promising = {
  input: { promisedFeedbackAt?: string | undefined; interimAt?: string | undefined }
  context: Pick<MatterContext, 'clocks'>
}
const newTimes = ({ input, context }: Promising) =>
  [[PROMISE, input.promisedFeedbackAt] as const, [INTERIM, input.interimAt] as const].flatMap(([name, at]) =>
    isNewTime(name, at, context.clocks) ? [until(name, at)] : [],
  )
/** CP-042: the clock runs from the moment of the promise, mostly the intake; another time takes the place of that one. */
const promiseClock = {
  replace: (args: Promising) => newTimes(args).map(({ name }) => name),
  start: newTimes,
}

/** T2: can be asked there and then: by what they left, or because they stand before us. */
const hearsUs = ({ contactable, channel }: { contactable: boolean; channel: string }): boolean =>
  contactable || ['visit', 'on_site'].includes(channel)

/** T2 to T8, T35: who gets it, and what is no complaint or the same one. */
export const routingMoves = {
  solveOnSpot: {
    guards: [
      ({ subject }) => (hearsUs(subject) ? undefined : refuse('E_NOT_PRESENT')),
      // CP-111, CP-112: what is posted is published, also when it was quickly done
      ({ input, subject, context }) =>
        input.way === 'post' ? postMayBeAnswered({ reply: input.measure }, subject, context.facts) : undefined,
    ],
    set: ({ input, now }) => ({
      result: input.measure,
      feedback: input.customerWord,
      feedback_at: now,
      satisfaction: input.satisfaction,
    }),
    clocks: {
      meet: ['complaint.forward', 'complaint.reply', 'desk.take', PROMISE, INTERIM],
      stop: ['complaint.handlingForm'],
      start: ({ subject, context }) => topicReports(subject.flags, context.facts),
    },
    duties: ['organise', 'accept', 'callback'],
    offered: (_who, matter) => hearsUs(matter),
    say: ({ input }) => input.measure,
    forCustomer: true,
  },
  forward: {
    guards: [notTheAccused('leadId'), promiseFits],
    set: ({ input, subject, actor }) => ({
      handler_id: input.leadId,
      closure_controller_id: subject.closure_controller_id ?? actor.id,
    }),
    clocks: {
      meet: ['complaint.forward', 'desk.take'],
      ...promiseClock,
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
      promiseFits,
    ],
    // FD-412, CP-045: whoever sends it out answers for its closing, unless somebody does already
    set: ({ input, subject, actor }) => ({
      handler_id: input.handlerId,
      closure_controller_id: subject.closure_controller_id ?? actor.id,
    }),
    clocks: {
      meet: ['complaint.forward', 'desk.take'],
      ...promiseClock,
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
    guards: [handles, notTheAccused('specialistId')],
    set: ({ actor }) => ({ handler_id: actor.id }),
    clocks: { meet: ['complaint.forward'] },
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
} satisfies Partial<ComplaintMoves>
