import { refuse } from '#contract/refusal.ts'
import { linkedMoves } from '#modules/matters/index.ts'
import {
  anotherChecks,
  callsBack,
  evidenceThere,
  exemptionHolds,
  mayBeCalled,
  pointsAnswered,
  statisticsComplete,
  voicesAnswered,
  wasTreated,
  weekIsOver,
} from './guards.rules.ts'
import { IMPROVEMENT, improvementNews } from './improvement.rules.ts'
import { type ComplaintMoves, progressClock, topicReports, whoOf } from './move-parts.rules.ts'
import { INTERIM, PROMISE } from './promise.rules.ts'
import { canBeReached } from './reach.rules.ts'
import { mayReopen, replyClockAnew } from './reopen.rules.ts'

const WAITING = ['complaint.treatment', 'complaint.nextTalk', 'complaint.callback', 'complaint.progress'] as const

/** T18 to T26, T29 to T32: done, checked by another, called back or watched, closed, reopened, filed. */
export const closingMoves = {
  finishWork: {
    guards: [({ input }) => evidenceThere(input)],
    set: ({ input }) => ({ result: input.result }),
    clocks: { meet: ['complaint.treatment'] },
    tells: [
      { to: 'csLead', template: 'complaint.toVerify' },
      { to: 'owner', template: 'complaint.toVerify' },
    ],
    say: ({ input }) => input.result,
  },
  pass: {
    guards: [
      ({ actor, context }) => anotherChecks(actor, context.facts),
      ({ context }) => wasTreated(context.facts),
      ({ subject }) => mayBeCalled(subject),
    ],
    clocks: {
      stop: ['complaint.progress'],
      start: ({ subject, context }) => [{ name: 'complaint.callback' }, ...topicReports(subject.flags, context.facts)],
    },
    duties: ['accept'],
    tells: [{ to: 'handler', template: 'complaint.toCallBack' }],
    say: ({ input }) => input.checked,
  },
  passExempt: {
    guards: [
      ({ actor, context }) => anotherChecks(actor, context.facts),
      ({ context }) => wasTreated(context.facts),
      ({ input, subject, context }) => exemptionHolds(input, subject, context.facts),
    ],
    set: () => ({ satisfaction: 'notAsked' }),
    clocks: {
      stop: ['complaint.progress'],
      start: ({ subject, context }) => topicReports(subject.flags, context.facts),
    },
    duties: ['accept', 'callback'],
    say: ({ input }) => input.checked,
  },
  fail: {
    guards: [({ actor, context }) => anotherChecks(actor, context.facts)],
    set: ({ subject }) => ({ attempt: subject.attempt + 1 }),
    clocks: {
      stop: ['complaint.progress'],
      start: ({ subject, context }) => [progressClock(subject.flags, false, context)],
    },
    tells: ({ input }) => [{ to: 'handler', template: 'complaint.checkFailed', params: { reason: input.reason } }],
    say: ({ input }) => input.reason,
  },
  callBack: {
    guards: [
      ({ subject }) => (subject.flags.includes('noCallbackWish') ? refuse('E_NO_CALLBACK_WISH') : undefined),
      ({ actor, subject, context }) => callsBack(whoOf(actor, subject), subject, context.facts),
      ({ context }) => statisticsComplete(context.facts),
      ({ subject, context }) => voicesAnswered(context.facts, subject.id),
      ({ context }) => pointsAnswered(context.facts),
    ],
    set: ({ input, now }) => ({ satisfaction: input.satisfaction, feedback: input.onResult, feedback_at: now }),
    clocks: {
      meet: ['complaint.callback'],
      start: ({ subject, context }) => improvementNews(subject, context.facts.case),
    },
    duties: ['callback'],
    say: ({ input }) => input.onResult,
  },
  notSatisfied: {
    guards: [({ actor, subject, context }) => callsBack(whoOf(actor, subject), subject, context.facts)],
    set: ({ subject }) => ({ attempt: subject.attempt + 1, satisfaction: 'notSatisfied' }),
    clocks: {
      meet: ['complaint.callback'],
      start: ({ subject, context }) => [progressClock(subject.flags, false, context)],
    },
    undo: ['accept', 'callback'],
    tells: ({ subject, context }) => [
      { to: 'handler', template: 'complaint.notSatisfied' },
      ...(subject.attempt + 1 >= context.settings.get('complaint.attemptsUntilHead')
        ? ([
            { to: 'centreHead', template: 'complaint.stillNotSatisfied', params: { count: subject.attempt + 1 } },
          ] as const)
        : []),
    ],
    say: ({ input }) => input.missing,
  },
  unreachable: {
    guards: [({ actor, subject, context }) => callsBack(whoOf(actor, subject), subject, context.facts)],
    set: () => ({ satisfaction: 'notAsked' }),
    clocks: { meet: ['complaint.callback'] },
    duties: ['callback'],
    say: ({ input }) => input.note,
  },
  waiveCallback: {
    guards: [({ input, subject, context }) => exemptionHolds(input, subject, context.facts)],
    set: () => ({ satisfaction: 'notAsked' }),
    clocks: { meet: ['complaint.callback'] },
    duties: ['callback'],
    say: ({ input }) => input.reason,
  },
  closeQuiet: {
    guards: [
      ({ context, now }) => weekIsOver(context.facts, now),
      ({ context }) => statisticsComplete(context.facts),
      ({ subject, context }) => voicesAnswered(context.facts, subject.id),
      ({ context }) => pointsAnswered(context.facts),
    ],
    set: ({ subject }) => ({ satisfaction: subject.satisfaction ?? 'notAsked' }),
    clocks: { start: ({ subject, context }) => improvementNews(subject, context.facts.case) },
  },
  raisedAgain: {
    set: ({ subject }) => ({ attempt: subject.attempt + 1 }),
    clocks: { start: ({ subject, context }) => [progressClock(subject.flags, false, context)] },
    undo: ['accept', 'callback'],
    tells: [{ to: 'handler', template: 'complaint.notSatisfied' }],
    say: ({ input }) => input.said,
  },
  reopen: {
    ...linkedMoves.reopen,
    guards: [({ subject, now, context }) => mayReopen(subject.closed_at, now, context)],
    clocks: {
      stop: [IMPROVEMENT],
      start: ({ subject, now, context }) =>
        canBeReached(subject) ? [replyClockAnew(subject.channel, now, context)] : [],
    },
  },
  archive: {},
  withdrawComplaint: {
    // CP-078: a withdrawal ends what was owed and is no reply
    clocks: { stop: [...WAITING, 'complaint.forward', 'complaint.reply', PROMISE, INTERIM] },
    say: ({ input }) => input.customerWords,
  },
} satisfies Partial<ComplaintMoves>
