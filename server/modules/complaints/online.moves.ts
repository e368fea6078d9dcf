import { refuse } from '#contract/refusal.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import { alarm, type ComplaintMoves, progressClock, withFlags } from './move-parts.rules.ts'
import { INTERIM, PROMISE } from './promise.rules.ts'

/** Online complaints on their way to an answer that many will read (CP-110 to CP-117). */
export const onlineMoves = {
  describePost: {
    guards: [
      ({ input, now }) =>
        [input.postedAt, input.forwardedAt].some((at) => at && toInstant(at) > now)
          ? refuse('E_TIME_FUTURE', {
              field: input.postedAt && toInstant(input.postedAt) > now ? 'body.postedAt' : 'body.forwardedAt',
            })
          : undefined,
      // CP-115: a post that makes no point could not be answered point by point
      ({ input, context }) =>
        input.points || context.facts.points.length > 0 ? undefined : refuse('E_INPUT', { field: 'body.points' }),
    ],
    set: ({ subject }) => ({ flags: withFlags(subject.flags, 'online') }),
  },
  answerPoint: {
    guards: [
      ({ input, context }) =>
        context.facts.points.some((p) => p.id === input.pointId)
          ? undefined
          : refuse('E_NOT_FOUND', { field: 'body.pointId' }),
    ],
    offered: () => false,
    say: ({ input }) => input.answer,
  },
  approveFacts: {
    // CP-111: both hear of facts and measures before anybody answers on line
    tells: ({ input }) => [
      { to: 'qualityDept', template: 'complaint.factsApproved', params: { facts: input.facts } },
      { to: 'developerCentre', template: 'complaint.factsApproved', params: { facts: input.facts } },
    ],
    offered: (_who, matter) => matter.flags.includes('online'),
    say: ({ input }) => input.facts,
  },
  askReview: {
    guards: [({ subject }) => (subject.flags.includes('online') ? undefined : refuse('E_EXEMPTION'))],
    offered: (_who, matter) => matter.flags.includes('online'),
    tells: [{ to: 'qualityDept', template: 'complaint.toReview' }],
    say: ({ input }) => input.reply,
  },
  approveHolding: {
    guards: [({ context }) => (context.facts.post?.holding_text ? undefined : refuse('E_REVIEW_NOT_ASKED'))],
    offered: (_who, matter) => matter.flags.includes('online'),
  },
  review: {
    guards: [
      ({ context }) => (context.facts.post?.review_text ? undefined : refuse('E_REVIEW_NOT_ASKED')),
      ({ input }) =>
        input.verdict === 'objected' && !input.reason
          ? refuse('E_REASON_MISSING', { field: 'body.reason' })
          : undefined,
    ],
    offered: (_who, matter) => matter.flags.includes('online'),
    tells: ({ input }) => [
      { to: 'handler', template: `complaint.review.${input.verdict}`, params: { reason: input.reason ?? '' } },
    ],
    say: ({ input }) => input.reason,
  },
  publishHolding: {
    // CP-113: nobody is put off who has an answer
    guards: [
      ({ subject, context }) =>
        context.facts.case.first_reply_at === null
          ? undefined
          : refuse('E_STATE_CHANGED', { details: { state: subject.state } }),
    ],
    clocks: {
      meet: ['complaint.reply', PROMISE, INTERIM],
      stop: ['complaint.progress'],
      start: ({ subject, context }) => [progressClock(subject.flags, subject.state === 'EXTERNAL', context)],
    },
    tells: [...alarm('complaint.holdingPublished'), { to: 'handler', template: 'complaint.holdingPublished' }],
    say: ({ context }) => context.facts.post?.holding_text ?? undefined,
    forCustomer: true,
  },
} satisfies Partial<ComplaintMoves>
