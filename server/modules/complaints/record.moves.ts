import { refuse } from '#contract/refusal.ts'
import { linkedMoves, recordMoves } from '#modules/matters/index.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import type { Settings } from '#platform/settings/settings.ts'
import type { CaseFacts } from './case.store.ts'
import { reachesMajor } from './demand.rules.ts'
import { ahead, callsBack, isAnother, notAhead, postMayBeAnswered, subFits, voiceMayBeCalled } from './guards.rules.ts'
import { graded, IMPROVEMENT, improvementNews, planIsOpen } from './improvement.rules.ts'
import {
  alarm,
  type ComplaintMoves,
  headClock,
  lateTopicReports,
  notTheAccused,
  progressClock,
  whoOf,
  withFlags,
  withoutFlags,
} from './move-parts.rules.ts'
import { INTERIM, PROMISE } from './promise.rules.ts'
import { canBeReached } from './reach.rules.ts'

/** CP-024: where the mistake is ours the head meets the customer, as long as there is something to be met about. */
const headCame = ({ facts }: { facts: CaseFacts }): boolean => facts.case.head_appeared_at !== null

const calls = ({
  input,
  subject,
  context,
}: {
  input: { ours?: boolean | undefined }
  subject: { open: boolean; flags: readonly string[] }
  context: { settings: Settings; facts: CaseFacts }
}): boolean =>
  input.ours === true &&
  subject.open &&
  context.settings.get('complaint.headWhenOurs') &&
  !headCame(context) &&
  !subject.flags.includes('headMustAppear')

/**
 * CP-090, CP-093: suspected until the mistake is found; one found not to be ours is suspected again until the head has
 * confirmed it. What is not yet known changes nothing.
 */
const judgedMajor = (flags: readonly string[], ours: boolean | undefined): string[] => {
  const [from, to]: ['majorSuspected', 'major'] | ['major', 'majorSuspected'] =
    ours === true ? ['majorSuspected', 'major'] : ['major', 'majorSuspected']
  return ours !== undefined && flags.includes(from) ? withFlags(withoutFlags(flags, from), to) : [...flags]
}

/** What is written down along the way; none of these leaves its state. */
export const recordingMoves = {
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
    // CP-045: what the desk itself received it answers for already, also when it was handed back; the lead sends it out again
    offered: (who, matter, clocks) =>
      matter.closure_controller_id !== matter.owner_id && recordMoves.take.offered?.(who, matter, clocks) !== false,
  },
  transferOwner: {
    ...recordMoves.transferOwner,
    guards: [notTheAccused('newOwnerId'), ...(recordMoves.transferOwner.guards ?? [])],
  },
  reassign: {
    guards: [
      notTheAccused('handlerId'),
      ({ input, subject, context }) => isAnother(input.handlerId, subject, context.facts),
    ],
    set: ({ input }) => ({ handler_id: input.handlerId }),
    clocks: { meet: ['complaint.forward'] },
    tells: ({ input }) => [{ to: { staffId: input.handlerId }, template: 'complaint.toHandle' }],
    say: ({ input }) => input.reason,
  },
  escalate: linkedMoves.escalate,
  giveResources: {
    ...linkedMoves.giveResources,
    guards: [
      ({ subject }) =>
        subject.flags.includes('escalated')
          ? undefined
          : refuse('E_STATE_CHANGED', { details: { state: subject.state } }),
    ],
    offered: (_who, matter) => matter.flags.includes('escalated'),
  },
  lookOnSite: {
    guards: [notTheAccused('byId'), ({ input, now }) => notAhead(toInstant(input.lookedAt), now, 'lookedAt')],
    say: ({ input }) => input.findings,
  },
  guessCategory: {},
  setCategory: {
    guards: [
      // CP-133: a sub-factor belongs to its factor
      ({ input }) =>
        input.factorSub && !subFits(input.factor, input.factorSub)
          ? refuse('E_INPUT', { field: 'body.factorSub', details: { code: 'factor_sub' } })
          : undefined,
      ({ input }) =>
        input.secondary && input.code.startsWith(input.secondary)
          ? refuse('E_INPUT', { field: 'body.secondary', details: { code: 'category_twice' } })
          : undefined,
    ],
    set: (args) => {
      const flags = judgedMajor(args.subject.flags, args.input.ours)
      return { flags: calls(args) ? withFlags(flags, 'headMustAppear') : flags }
    },
    clocks: { start: (args) => (calls(args) ? [headClock(args.now, args.context)] : []) },
    tells: (args) => (calls(args) ? [{ to: 'centreHead', template: 'complaint.headMustAppear' }] : []),
    say: ({ input }) => input.cause,
  },
  grade: {
    guards: [
      // FD-790
      ({ input }) =>
        input.grade === 'toImprove' && !input.improvementPlan
          ? refuse('E_INPUT', { field: 'body.improvementPlan' })
          : undefined,
    ],
    clocks: {
      stop: [IMPROVEMENT],
      start: ({ subject, input }) => (subject.open ? [] : improvementNews(subject, graded(input))),
    },
    say: ({ input }) => (input.improvementPlan ? `${input.reason}\n${input.improvementPlan}` : input.reason),
  },
  tellImprovement: {
    guards: [({ context }) => (planIsOpen(context.facts.case) ? undefined : refuse('E_NO_PLAN'))],
    clocks: {
      meet: [IMPROVEMENT],
      start: ({ subject, input, context }) => (input.carriedOut ? [] : improvementNews(subject, context.facts.case)),
    },
    // for whom cannot be reached no clock tells whether a plan is open
    offered: (_who, matter, clocks) => clocks.has(IMPROVEMENT) || !canBeReached(matter),
    say: ({ input }) => input.text,
    forCustomer: true,
  },
  fillHandlingForm: {
    guards: [notTheAccused('responsibleId')],
    clocks: { meet: ['complaint.handlingForm'] },
    say: ({ input }) => input.measures,
  },
  replyInterim: {
    guards: [
      notTheAccused('responsibleId'),
      ({ input, now }) => ahead(toInstant(input.nextAt), now, 'nextAt'),
      // CP-112: what is posted is published, whatever it is called
      ({ input, subject, context }) =>
        input.way === 'post' ? postMayBeAnswered(input, subject, context.facts) : undefined,
    ],
    clocks: {
      meet: ['complaint.reply', PROMISE, INTERIM, 'complaint.progress'],
      start: ({ subject, context }) => [progressClock(subject.flags, subject.state === 'EXTERNAL', context)],
    },
    say: ({ input }) => input.reply ?? input.measure,
    forCustomer: true,
  },
  progress: {
    guards: [({ context }) => (context.facts.case.first_reply_at === null ? refuse('E_NOT_ANSWERED') : undefined)],
    clocks: {
      meet: ['complaint.progress'],
      start: ({ subject, context }) => [progressClock(subject.flags, subject.state === 'EXTERNAL', context)],
    },
    offered: (_who, matter) => !matter.flags.includes('anonymous'),
    say: ({ input }) => input.text,
    forCustomer: true,
  },
  answerOnBoard: {
    guards: [
      notTheAccused('responsibleId'),
      // CP-063: who can be reached is answered, not the board
      ({ subject }) => (canBeReached(subject) ? refuse('E_EXEMPTION') : undefined),
      ({ input, now }) => notAhead(toInstant(input.hungAt), now, 'hungAt'),
      ({ input, now }) => ahead(toInstant(input.nextAt), now, 'nextAt'),
    ],
    clocks: { meet: ['complaint.reply', PROMISE, INTERIM] },
    offered: (_who, matter) => !canBeReached(matter),
    say: ({ input }) => `${input.reply ?? input.measure}（${input.noticePlace}）`,
    forCustomer: true,
  },
  agreeWording: {
    say: ({ input }) => input.wording,
  },
  rankExpectations: {
    // they are ranked on a card of their own
    offered: () => false,
    say: ({ input }) => input.expectations.map((one) => one.text).join('；'),
  },
  informCompany: {
    guards: [
      ({ subject }) => (subject.flags.includes('companyLevel') ? undefined : refuse('E_EXEMPTION')),
      notTheAccused('companyId'),
    ],
    set: ({ input }) => ({ handler_id: input.companyId }),
    tells: ({ input }) => [{ to: { staffId: input.companyId }, template: 'complaint.forCompany' }],
    offered: (_who, matter) => matter.flags.includes('companyLevel'),
    say: ({ input }) => input.text,
  },
  callBackVoice: {
    guards: [
      ({ actor, subject, context }) => callsBack(whoOf(actor, subject), subject, context.facts),
      ({ input, context, subject }) => voiceMayBeCalled(input.contactId, context.facts, subject.id),
      ({ input }) =>
        input.outcome === 'notSatisfied' && !input.words
          ? refuse('E_REASON_MISSING', { field: 'body.words' })
          : undefined,
    ],
    // the voice it means is chosen in the list of voices
    offered: () => false,
    say: ({ input }) => input.words,
  },
  proposeUnreasonable: {
    tells: ({ input }) => [
      { to: 'centreHead', template: 'complaint.unreasonable', params: { grounds: input.grounds } },
    ],
    say: ({ input }) => input.facts,
  },
  explain: {
    guards: [({ input, now }) => notAhead(toInstant(input.talkedAt), now, 'talkedAt')],
    clocks: {
      meet: ['complaint.progress'],
      start: ({ subject, context }) => [progressClock(subject.flags, false, context)],
    },
    offered: (_who, matter) => matter.flags.includes('unreasonable'),
    say: ({ input }) => input.said,
    forCustomer: true,
  },
  demand: {
    set: (args) => ({
      flags: reachesMajor(args)
        ? // CP-090: our mistake makes it major; until that is found it is suspected
          withFlags(args.subject.flags, args.context.facts.case.ours === true ? 'major' : 'majorSuspected')
        : args.subject.flags,
    }),
    clocks: {
      start: (args) =>
        reachesMajor(args)
          ? [
              { name: 'complaint.majorReport' },
              ...lateTopicReports(args.subject, ['majorSuspected'], args.context.facts),
            ]
          : [],
    },
    tells: (args) => (reachesMajor(args) ? alarm('complaint.major') : []),
    say: ({ input }) => input.grounds,
  },
  clearMajor: {
    guards: [
      ({ subject }) => (subject.flags.includes('majorSuspected') ? undefined : refuse('E_EXEMPTION')),
      // CP-093: only with a finding that it was not our mistake
      ({ context }) => (context.facts.case.ours === false ? undefined : refuse('E_CATEGORY_MISSING')),
    ],
    set: ({ subject }) => ({ flags: withoutFlags(subject.flags, 'majorSuspected') }),
    clocks: { stop: ['complaint.majorReport', 'complaint.majorTopic'] },
    offered: (_who, matter) => matter.flags.includes('majorSuspected'),
    say: ({ input }) => input.finding,
  },
  mark: {
    set: ({ input, subject }) => ({ flags: withFlags(subject.flags, input.mark) }),
    clocks: {
      start: ({ input, subject, context, now }) =>
        input.mark === 'headMustAppear' && !subject.flags.includes('headMustAppear') ? [headClock(now, context)] : [],
    },
    tells: ({ input }) =>
      input.mark === 'wideImpact'
        ? alarm('complaint.wideImpact', { reason: input.reason })
        : input.mark === 'headMustAppear'
          ? [{ to: 'centreHead', template: 'complaint.headMustAppear' }]
          : [],
    say: ({ input }) => input.reason,
  },
  unmark: {
    guards: [
      ({ input, subject }) =>
        subject.flags.includes(input.mark)
          ? undefined
          : refuse('E_INPUT', { field: 'body.mark', details: { code: 'not_marked' } }),
    ],
    set: ({ input, subject }) => ({ flags: withoutFlags(subject.flags, input.mark) }),
    say: ({ input }) => input.reason,
  },
  nameAccused: {
    // who is named already stays barred; another is a complaint of its own
    guards: [
      ({ subject }) =>
        subject.accused_staff_id === null
          ? undefined
          : refuse('E_STATE_CHANGED', { details: { state: subject.state } }),
    ],
    set: ({ input }) => ({ accused_staff_id: input.accusedStaffId }),
    offered: (_who, matter) => matter.accused_staff_id === null,
    say: ({ input }) => input.reason,
  },
  extremeRisk: {
    set: ({ subject }) => ({ flags: withFlags(subject.flags, 'extremeRisk', 'important'), urgent: true }),
    tells: ({ input }) => alarm('complaint.extremeRisk', { signs: input.signs }),
    say: ({ input }) => input.signs,
  },
  headAppeared: {
    guards: [({ input, now }) => notAhead(toInstant(input.metAt), now, 'metAt')],
    // the flag is what is still asked for; that it was done stands in the case
    set: ({ subject }) => ({ flags: withoutFlags(subject.flags, 'headMustAppear') }),
    clocks: { meet: ['complaint.headAppears'] },
    offered: (_who, matter) => matter.flags.includes('headMustAppear'),
    say: ({ input }) => input.note,
  },
  addVoice: {
    guards: [({ input, now }) => (input.saidAt ? notAhead(toInstant(input.saidAt), now, 'saidAt') : undefined)],
    say: ({ input }) => input.said,
  },
  turnHot: {
    set: ({ subject, context }) => ({
      flags: withFlags(
        withoutFlags(subject.flags, 'possiblyHot'),
        'hot',
        ...(headCame(context) ? [] : (['headMustAppear'] as const)),
      ),
    }),
    clocks: {
      start: ({ input, subject, context, now }) => [
        { name: 'complaint.hotReport', from: toInstant(input.at) },
        ...lateTopicReports(subject, ['hot'], context.facts),
        ...(subject.flags.includes('headMustAppear') || headCame(context) ? [] : [headClock(now, context)]),
      ],
    },
    tells: [...alarm('complaint.hot')],
  },
  setImpact: {
    say: ({ input }) => input.impact,
  },
  count: {
    guards: [
      ({ input }) =>
        !input.counted && !input.notCountedReason
          ? refuse('E_REASON_MISSING', { field: 'body.notCountedReason' })
          : undefined,
    ],
  },
} satisfies Partial<ComplaintMoves>
