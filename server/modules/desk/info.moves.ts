import type { info } from '#contract/kinds/info.ts'
import { refuse } from '#contract/refusal.ts'
import { linkedMoves, type MatterMoves, recordMoves } from '#modules/matters/index.ts'
import { feedbackGiven, mayClose, mustFollow } from './closing.rules.ts'
import { takenBy } from './take.rules.ts'

/** Information items: enquiry, suggestion, praise, other (FD 5.3). */
export const infoMoves: MatterMoves<typeof info> = {
  ...recordMoves,
  answerAtOnce: {
    // FD-025: what was answered on the spot is closed on the spot; all four duties were one act
    guards: [
      ({ subject }) =>
        subject.flags.includes('unknownAnswer') && !subject.contactable ? refuse('E_FEEDBACK_MISSING') : undefined,
      ({ subject, actor }) => mayClose(actor, subject),
    ],
    set: ({ input, now, actor, subject }) => ({
      ...takenBy(actor, subject),
      result: input.answer,
      feedback: input.answer,
      feedback_at: now,
      satisfaction: input.satisfaction,
      closure_controller_id: actor.id,
    }),
    clocks: { meet: ['info.dispatch', 'info.answer', 'desk.take'] },
    duties: ['organise', 'supervise', 'accept', 'callback'],
    say: ({ input }) => input.answer,
    forCustomer: true,
  },
  dispatch: {
    set: ({ input, actor, subject }) => ({
      ...takenBy(actor, subject),
      line: input.line,
      executor_id: input.executorId ?? null,
    }),
    clocks: { meet: ['info.dispatch', 'desk.take'] },
    duties: ['organise'],
    tells: ({ input }) =>
      input.executorId
        ? [{ to: { staffId: input.executorId }, template: 'matter.dispatchedToYou' }]
        : [{ to: 'lineLead', template: 'matter.dispatchedToYou' }],
    say: ({ input }) => input.note,
  },
  start: {
    set: ({ actor, subject }) => ({ executor_id: subject.executor_id ?? actor.id }),
    say: ({ input }) => input.note,
  },
  resolve: {
    set: ({ input }) => ({ result: input.result }),
    clocks: { start: [{ name: 'matter.callback' }] },
    tells: [
      { to: 'owner', template: 'matter.done' },
      { to: 'handler', template: 'matter.done' },
    ],
    say: ({ input }) => input.result,
  },
  close: {
    guards: [({ subject, actor }) => mayClose(actor, subject), ({ input, subject }) => feedbackGiven(input, subject)],
    set: ({ input, now }) => ({
      result: input.result,
      feedback: input.feedback ?? null,
      feedback_at: input.feedback ? now : null,
      satisfaction: input.satisfaction,
    }),
    clocks: { meet: ['info.answer', 'matter.callback'] },
    duties: ['organise', 'supervise', 'accept', 'callback'],
    say: ({ input }) => input.feedback ?? input.result,
    forCustomer: true,
  },
  notSatisfied: {
    guards: [({ subject, actor }) => mustFollow(actor, subject)],
    set: ({ subject }) => ({ attempt: subject.attempt + 1, satisfaction: 'notSatisfied' }),
    clocks: { stop: ['matter.callback'] },
    tells: [{ to: 'lineLead', template: 'matter.notSatisfied' }],
    say: ({ input }) => input.missing,
  },
  escalate: linkedMoves.escalate,
  giveResources: linkedMoves.giveResources,
  assignDedicated: linkedMoves.assignDedicated,
  merge: linkedMoves.merge,
  reopen: { ...linkedMoves.reopen, clocks: { start: [{ name: 'info.answer' }] } },
}
