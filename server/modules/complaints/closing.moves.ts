import { refuse } from '#contract/refusal.ts'
import { refuseWaiver } from '#modules/desk/index.ts'
import { linkedMoves } from '#modules/matters/index.ts'
import { archiveCase } from './archive-case.ts'
import { forgetAnswers, saveCase } from './case.store.ts'
import { quietUntil } from './case-times.rules.ts'
import {
  anotherChecks,
  callsBack,
  evidenceThere,
  exemptionHolds,
  mayBeCalled,
  statisticsComplete,
  voicesAnswered,
} from './guards.rules.ts'
import { type ComplaintMoves, progressClock, topicReports, whoOf } from './move-parts.ts'
import { openTopicReports } from './open-reports.ts'
import { mayReopen, replyClockAnew } from './reopen.rules.ts'

const WAITING = ['complaint.treatment', 'complaint.nextTalk', 'complaint.callback', 'complaint.progress'] as const

type Verb =
  | 'finishWork'
  | 'pass'
  | 'passExempt'
  | 'fail'
  | 'callBack'
  | 'notSatisfied'
  | 'unreachable'
  | 'closeQuiet'
  | 'raisedAgain'
  | 'reopen'
  | 'archive'
  | 'withdraw'

/** T18 to T26, T29 to T32: done, checked by another, called back or watched, closed, reopened, filed. */
export const closingMoves: Pick<ComplaintMoves, Verb> = {
  finishWork: {
    guards: [({ input }) => evidenceThere(input)],
    set: ({ input }) => ({ result: input.result }),
    clocks: { meet: ['complaint.treatment'] },
    tells: [
      { to: 'csLead', template: 'complaint.toVerify' },
      { to: 'owner', template: 'complaint.toVerify' },
    ],
    say: ({ input }) => input.result,
    also: (tx, { after, actor, now }) => saveCase(tx, after, { doer_id: actor.id, treatment_ended_at: now }),
  },
  pass: {
    guards: [({ actor, context }) => anotherChecks(actor, context.facts), ({ subject }) => mayBeCalled(subject)],
    clocks: {
      stop: ['complaint.progress'],
      start: ({ subject, context }) => [{ name: 'complaint.callback' }, ...topicReports(subject.flags, context.facts)],
    },
    duties: ['accept'],
    tells: [{ to: 'handler', template: 'complaint.toCallBack' }],
    say: ({ input }) => input.checked,
    also: (tx, { after, actor, context }) => openTopicReports(tx, actor, after, context.facts),
  },
  passExempt: {
    guards: [
      ({ actor, context }) => anotherChecks(actor, context.facts),
      ({ input, subject, context }) => exemptionHolds(input, subject, context.facts),
    ],
    set: () => ({ satisfaction: 'notAsked' }),
    clocks: {
      stop: ['complaint.progress'],
      start: ({ subject, context }) => topicReports(subject.flags, context.facts),
    },
    duties: ['accept', 'callback'],
    say: ({ input }) => input.checked,
    also: async (tx, { after, actor, input, context, now }) => {
      await saveCase(tx, after, {
        exemption: input.exemption,
        exemption_reason: input.reason ?? null,
        quiet_until: quietUntil(context.facts.case.treatment_ended_at ?? now, context),
      })
      return openTopicReports(tx, actor, after, context.facts)
    },
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
    ],
    set: ({ input, now }) => ({ satisfaction: input.satisfaction, feedback: input.onResult, feedback_at: now }),
    clocks: { meet: ['complaint.callback'] },
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
    also: async (tx, { after }) => {
      await forgetAnswers(tx, after)
      return undefined
    },
  },
  unreachable: {
    set: () => ({ satisfaction: 'notAsked' }),
    clocks: { meet: ['complaint.callback'] },
    duties: ['callback'],
    say: ({ input }) => input.note,
    also: async (tx, { subject, after, context, now }) => {
      const refused = await refuseWaiver(tx, subject)
      if (refused) return refused
      // the week begins when nobody could be found: a treatment long ended would leave no day to come back
      return saveCase(tx, after, { exemption: 'E7', quiet_until: quietUntil(now, context) })
    },
  },
  closeQuiet: {
    guards: [({ context }) => statisticsComplete(context.facts)],
    set: ({ subject }) => ({ satisfaction: subject.satisfaction ?? 'notAsked' }),
    also: (tx, { after }) => saveCase(tx, after, { quiet_until: null }),
  },
  raisedAgain: {
    set: ({ subject }) => ({ attempt: subject.attempt + 1 }),
    clocks: { start: ({ subject, context }) => [progressClock(subject.flags, false, context)] },
    undo: ['accept', 'callback'],
    tells: [{ to: 'handler', template: 'complaint.notSatisfied' }],
    say: ({ input }) => input.said,
    also: async (tx, { after, context }) => {
      const { exemption } = context.facts.case
      // T26: who can be called is called next time, unless a callback is unsuitable or not wished
      const stays = !after.contactable || exemption === 'E3' || exemption === 'E6'
      await forgetAnswers(tx, after)
      return saveCase(tx, after, { quiet_until: null, exemption: stays ? exemption : null })
    },
  },
  reopen: {
    ...linkedMoves.reopen,
    guards: [({ subject, now, context }) => mayReopen(subject.closed_at, now, context)],
    clocks: {
      start: ({ subject, now, context }) => [replyClockAnew(subject.channel, now, context)],
    },
    also: async (tx, { after }) => {
      await forgetAnswers(tx, after)
      return saveCase(tx, after, { exemption: null, quiet_until: null, treatment_ended_at: null, doer_id: null })
    },
  },
  archive: {
    also: (tx, { subject, after, context }) => archiveCase(tx, subject, after, context.facts),
  },
  withdraw: {
    clocks: { stop: [...WAITING], meet: ['complaint.reply', 'promise.feedback'] },
    say: ({ input }) => input.customerWords,
    also: (tx, { after, context, now }) =>
      saveCase(tx, after, {
        treatment_ended_at: now,
        doer_id: null,
        quiet_until: null,
        first_reply_at: context.facts.case.first_reply_at ?? now,
      }),
  },
}
