import { refuse } from '#contract/refusal.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import { saveCase } from './case.store.ts'
import { holdingReplyAt } from './case-times.rules.ts'
import { alarm, type ComplaintMoves, progressClock, withFlags } from './move-parts.ts'
import { personalDataOf } from './personal-data.store.ts'
import { addPoints, answerPoint, isWatched, savePost } from './post.store.ts'
import { replyClockOf } from './reopen.rules.ts'
import { checkPublished } from './reply-to-customer.ts'

type Online =
  | 'describePost'
  | 'answerPoint'
  | 'approveFacts'
  | 'askReview'
  | 'approveHolding'
  | 'review'
  | 'publishHolding'

const lines = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim().slice(0, 300))
      .filter((line) => line !== ''),
  ),
]

/** Online complaints on their way to an answer that many will read (CP-110 to CP-117). */
export const onlineMoves: Pick<ComplaintMoves, Online> = {
  describePost: {
    guards: [
      ({ input, now }) =>
        [input.postedAt, input.forwardedAt].some((at) => at && toInstant(at) > now)
          ? refuse('E_TIME_FUTURE', {
              field: input.postedAt && toInstant(input.postedAt) > now ? 'body.postedAt' : 'body.forwardedAt',
            })
          : undefined,
    ],
    set: ({ subject }) => ({ flags: withFlags(subject.flags, 'online') }),
    clocks: {
      stop: ['complaint.reply'],
      // CP-076: the reply is owed from the post on, not from when we wrote it down
      start: ({ input, subject, context }) =>
        context.facts.case.first_reply_at === null ? [replyClockOf(subject, input, context)] : [],
    },
    also: async (tx, { after, input }) => {
      if (input.watchId && (await isWatched(tx, after.estate_id, input.watchId)) === undefined)
        return refuse('E_NOT_FOUND', { field: 'body.watchId' })
      await savePost(tx, after, {
        watch_id: input.watchId ?? null,
        url: input.url ?? null,
        account: input.account ?? null,
        posted_at: input.postedAt ? toInstant(input.postedAt) : null,
        forwarded_at: input.forwardedAt ? toInstant(input.forwardedAt) : null,
      })
      await addPoints(tx, after, lines(input.points))
      return undefined
    },
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
    also: async (tx, { after, actor, input }) => {
      await answerPoint(tx, after, { id: input.pointId, answer: input.answer, by: actor.id })
      return undefined
    },
  },
  approveFacts: {
    // CP-111: both hear of facts and measures before anybody answers on line
    tells: ({ input }) => [
      { to: 'qualityDept', template: 'complaint.factsApproved', params: { facts: input.facts } },
      { to: 'developerCentre', template: 'complaint.factsApproved', params: { facts: input.facts } },
    ],
    offered: (_who, matter) => matter.flags.includes('online'),
    say: ({ input }) => input.facts,
    also: (tx, { after, actor, now }) => saveCase(tx, after, { facts_approved_at: now, facts_approved_by: actor.id }),
  },
  askReview: {
    guards: [({ subject }) => (subject.flags.includes('online') ? undefined : refuse('E_EXEMPTION'))],
    offered: (_who, matter) => matter.flags.includes('online'),
    tells: [{ to: 'qualityDept', template: 'complaint.toReview' }],
    say: ({ input }) => input.reply,
    also: async (tx, { after, input, context }) => {
      for (const [field, text] of [
        ['body.reply', input.reply],
        ['body.holdingReply', input.holdingReply],
      ] as const) {
        const found = await personalDataOf(tx, after, context.facts, text)
        if (found.length > 0) return refuse('E_PERSONAL_DATA', { field, details: { found } })
      }
      await savePost(tx, after, {
        review_text: input.reply,
        review_asked_at: tx.now,
        reviewed_at: null,
        reviewed_by: null,
        verdict: null,
        verdict_reason: null,
        holding_text: input.holdingReply,
        holding_approved_at: null,
        holding_approved_by: null,
        holding_at:
          context.facts.case.reply_due_at === null || context.facts.case.first_reply_at !== null
            ? null
            : holdingReplyAt(tx.now, context.facts.case.reply_due_at, context),
      })
      return undefined
    },
  },
  approveHolding: {
    guards: [({ context }) => (context.facts.post?.holding_text ? undefined : refuse('E_ENTRY_MISSING'))],
    offered: (_who, matter) => matter.flags.includes('online'),
    also: async (tx, { after, actor, now }) => {
      await savePost(tx, after, { holding_approved_at: now, holding_approved_by: actor.id })
      return undefined
    },
  },
  review: {
    guards: [
      ({ context }) => (context.facts.post?.review_text ? undefined : refuse('E_ENTRY_MISSING')),
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
    also: async (tx, { after, actor, input, now }) => {
      await savePost(tx, after, {
        verdict: input.verdict,
        verdict_reason: input.reason ?? null,
        reviewed_at: now,
        reviewed_by: actor.id,
      })
      return undefined
    },
  },
  publishHolding: {
    clocks: {
      meet: ['complaint.reply', 'promise.feedback'],
      stop: ['complaint.progress'],
      start: ({ subject, context }) => [progressClock(subject.flags, subject.state === 'EXTERNAL', context)],
    },
    tells: [...alarm('complaint.holdingPublished'), { to: 'handler', template: 'complaint.holdingPublished' }],
    say: ({ context }) => context.facts.post?.holding_text ?? undefined,
    forCustomer: true,
    also: async (tx, { after, context, now }) => {
      const text = context.facts.post?.holding_text ?? ''
      const refused = checkPublished(text, context.facts, [])
      if (refused) return refused
      await savePost(tx, after, { holding_published_at: now })
      return saveCase(tx, after, { first_reply_at: context.facts.case.first_reply_at ?? now })
    },
  },
}
