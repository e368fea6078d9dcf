import { toInstant } from '#platform/calendar/instants.rules.ts'
import {
  ahead,
  explainedEnough,
  isNewProposal,
  mayConfirmUnreasonable,
  notAhead,
  offerHasBasis,
  postMayBeAnswered,
} from './guards.rules.ts'
import {
  type ComplaintMoves,
  handles,
  notTheAccused,
  progressClock,
  topicReports,
  until,
  withFlags,
  withoutFlags,
} from './move-parts.rules.ts'
import { INTERIM, PROMISE } from './promise.rules.ts'

const WAITING = ['complaint.treatment', 'complaint.nextTalk', 'complaint.callback', 'complaint.progress'] as const

/** T9 to T17, T27, T28: what is proposed, agreed, explained, or goes to others. */
export const agreementMoves = {
  reply: {
    guards: [
      handles,
      notTheAccused('responsibleId'),
      ({ input, now }) => ahead(toInstant(input.nextAt), now, 'nextAt'),
      ({ input, now }) => ahead(toInstant(input.measureDueAt), now, 'measureDueAt'),
      ({ input }) => offerHasBasis(input),
      ({ input, subject, context }) => postMayBeAnswered(input, subject, context.facts),
    ],
    clocks: {
      meet: ['complaint.reply', PROMISE, INTERIM, 'complaint.progress'],
      start: ({ subject, context }) => [progressClock(subject.flags, false, context)],
    },
    say: ({ input }) => input.reply ?? input.measure,
    forCustomer: true,
  },
  agree: {
    guards: [
      handles,
      ({ input, now }) => ahead(toInstant(input.treatmentDueAt), now, 'treatmentDueAt'),
      ({ input, now }) => (input.agreedAt ? notAhead(toInstant(input.agreedAt), now, 'agreedAt') : undefined),
    ],
    clocks: {
      meet: ['complaint.nextTalk'],
      stop: ['complaint.treatment'],
      start: ({ input }) => [until('complaint.treatment', input.treatmentDueAt)],
    },
    forCustomer: true,
  },
  refuse: {
    guards: [handles, ({ input, now }) => ahead(toInstant(input.nextTalkAt), now, 'nextTalkAt')],
    clocks: { stop: ['complaint.nextTalk'], start: ({ input }) => [until('complaint.nextTalk', input.nextTalkAt)] },
    say: ({ input }) => input.reason,
  },
  proposeAgain: {
    guards: [
      handles,
      notTheAccused('responsibleId'),
      ({ input, context }) => isNewProposal(input, context.facts),
      ({ input, now }) => ahead(toInstant(input.nextAt), now, 'nextAt'),
      ({ input }) => offerHasBasis(input),
      ({ input, subject, context }) => postMayBeAnswered(input, subject, context.facts),
    ],
    clocks: {
      meet: ['complaint.nextTalk', 'complaint.progress', 'complaint.reply', PROMISE, INTERIM],
      start: ({ subject, context }) => [progressClock(subject.flags, false, context)],
    },
    say: ({ input }) => input.reply ?? input.measure,
    forCustomer: true,
  },
  escalateToQuality: {
    guards: [notTheAccused('qualityId')],
    set: ({ input, subject }) => ({
      handler_id: input.qualityId,
      flags: withFlags(withoutFlags(subject.flags, 'escalated'), 'atQuality'),
    }),
    clocks: { stop: ['complaint.treatment', 'complaint.nextTalk'] },
    tells: ({ input }) => [
      { to: { staffId: input.qualityId }, template: 'complaint.toQuality', params: { effort: input.effort } },
      { to: 'qualityDept', template: 'complaint.toQuality', params: { effort: input.effort } },
    ],
    say: ({ input }) => input.effort,
  },
  refer: {
    guards: [({ input, now }) => notAhead(toInstant(input.sentAt), now, 'sentAt')],
    clocks: {
      stop: [
        'complaint.forward',
        'complaint.treatment',
        'complaint.nextTalk',
        'complaint.progress',
        'complaint.callback',
      ],
      start: ({ subject, context }) => [progressClock(subject.flags, true, context)],
    },
    say: ({ input }) => input.notice,
    forCustomer: true,
  },
  externalEnded: {
    guards: [handles],
    set: ({ input, now }) => ({ result: input.result, feedback: input.toldCustomer, feedback_at: now }),
    clocks: { meet: ['complaint.progress', 'complaint.reply', PROMISE, INTERIM] },
    say: ({ input }) => input.result,
    forCustomer: true,
  },
  isOurs: {
    clocks: {
      stop: ['complaint.progress'],
      start: ({ subject, context }) => [progressClock(subject.flags, false, context)],
    },
    say: ({ input }) => input.finding,
  },
  settle: {
    guards: [({ input, now }) => ahead(toInstant(input.treatmentDueAt), now, 'treatmentDueAt')],
    clocks: { start: ({ input }) => [until('complaint.treatment', input.treatmentDueAt)] },
    tells: ({ input }) => [
      { to: 'csLead', template: 'complaint.settled', params: { treatment: input.treatment } },
      { to: 'owner', template: 'complaint.settled', params: { treatment: input.treatment } },
    ],
    say: ({ input }) => input.treatment,
  },
  settleDone: {
    set: ({ input }) => ({ result: input.treatment }),
    say: ({ input }) => input.treatment,
  },
  confirmUnreasonable: {
    guards: [({ actor, context }) => mayConfirmUnreasonable(actor, context.facts)],
    set: ({ subject }) => ({ flags: withFlags(subject.flags, 'unreasonable') }),
    clocks: {
      stop: [...WAITING, 'complaint.forward'],
      start: ({ subject, context }) => [progressClock(subject.flags, false, context)],
    },
    undo: ['accept', 'callback'],
    say: ({ input }) => input.position,
  },
  endExplained: {
    guards: [
      ({ subject, context }) => explainedEnough(subject, context.facts, context.settings.get('complaint.explainTalks')),
    ],
    set: ({ input }) => ({ satisfaction: 'notSatisfied', result: input.note }),
    clocks: { stop: [...WAITING], start: ({ subject, context }) => topicReports(subject.flags, context.facts) },
    duties: ['accept', 'callback'],
    offered: (_who, matter) => matter.flags.includes('unreasonable'),
    say: ({ input }) => input.note,
  },
} satisfies Partial<ComplaintMoves>
