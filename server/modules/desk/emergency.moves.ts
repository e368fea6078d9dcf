import type { emergency } from '#contract/kinds/emergency.ts'
import { refuse } from '#contract/refusal.ts'
import { linkedMoves, type MatterMoves, recordMoves } from '#modules/matters/index.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import { feedbackGiven, mayClose } from './closing.rules.ts'
import { withRecord } from './emergency.rules.ts'
import { takenBy } from './take.rules.ts'

/** Emergencies: somebody is sent first, the form comes after (FD 5.3, FD-710, FD-760). */
export const emergencyMoves: MatterMoves<typeof emergency> = {
  ...recordMoves,
  redispatch: {
    set: ({ input, actor, subject }) => ({ ...takenBy(actor, subject), line: input.line }),
    clocks: { meet: ['desk.take'] },
    tells: [{ to: 'lineLead', template: 'emergency.go' }],
    say: ({ input }) => input.note,
  },
  completeForm: {
    set: ({ input, subject }) => ({
      customer_said: input.customerSaid,
      place: input.place,
      customer_name: input.customerName ?? subject.customer_name,
      contact_phone: input.contactPhone ?? subject.contact_phone,
      flags: subject.flags.filter((f) => f !== 'formDue'),
      details: withRecord(subject, { informed: input.informed, evidence: input.evidence }),
    }),
    clocks: { meet: ['emergency.form'] },
    duties: ['organise'],
  },
  arrive: {
    guards: [
      ({ input, now }) =>
        input.arrivedAt && toInstant(input.arrivedAt) > now
          ? refuse('E_TIME_FUTURE', { field: 'body.arrivedAt', details: { now } })
          : undefined,
      ({ input, subject }) =>
        input.arrivedAt && toInstant(input.arrivedAt) < subject.received_at
          ? refuse('E_TIME_RANGE', { field: 'body.arrivedAt', details: { earliest: subject.received_at } })
          : undefined,
    ],
    set: ({ actor, subject, input, now }) => ({
      executor_id: subject.executor_id ?? actor.id,
      details: withRecord(subject, {
        arrivedAt: input.arrivedAt ? toInstant(input.arrivedAt) : now,
        arrivedWho: input.who || actor.name,
      }),
    }),
    clocks: { meet: ['emergency.arrival'] },
    say: ({ input }) => input.who,
  },
  control: {
    set: ({ subject, input }) => ({ details: withRecord(subject, { measures: input.measures }) }),
    duties: ['supervise'],
    say: ({ input }) => input.measures,
  },
  resolve: {
    set: ({ input, subject }) => ({
      result: input.result,
      details: withRecord(subject, { aftercare: input.aftercare }),
    }),
    clocks: { start: [{ name: 'matter.callback' }], stop: ['emergency.arrival'] },
    tells: [{ to: 'owner', template: 'matter.done' }],
    say: ({ input }) => input.result,
  },
  falseAlarm: {
    set: ({ input }) => ({ result: input.result }),
    // whoever gave the alarm is told as well; without a clock nobody would be reminded of it
    clocks: { start: [{ name: 'matter.callback' }], stop: ['emergency.arrival'] },
    say: ({ input }) => input.result,
  },
  notSatisfied: {
    set: ({ subject }) => ({ attempt: subject.attempt + 1, satisfaction: 'notSatisfied' }),
    clocks: { stop: ['matter.callback'] },
    tells: [{ to: 'lineLead', template: 'matter.notSatisfied' }],
    say: ({ input }) => input.missing,
  },
  close: {
    guards: [
      ({ subject, actor }) => mayClose(actor, subject),
      // the form came after the dispatch, but it must have come
      ({ subject }) =>
        subject.flags.includes('formDue')
          ? refuse('E_FIRST_RECEIVER_DUTY_OPEN', { details: { missing: 'form' } })
          : undefined,
      ({ input, subject }) => feedbackGiven(input, subject),
    ],
    set: ({ input, now }) => ({
      result: input.result,
      feedback: input.feedback ?? null,
      feedback_at: input.feedback ? now : null,
      satisfaction: input.satisfaction,
    }),
    clocks: { meet: ['matter.callback'] },
    duties: ['organise', 'supervise', 'accept', 'callback'],
    say: ({ input }) => input.feedback ?? input.result,
    forCustomer: true,
  },
  escalate: linkedMoves.escalate,
  giveResources: linkedMoves.giveResources,
  assignDedicated: linkedMoves.assignDedicated,
  reopen: { ...linkedMoves.reopen, clocks: { start: [{ name: 'emergency.arrival' }] } },
}
