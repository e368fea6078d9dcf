import { refuse } from '#contract/refusal.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import { saveCase } from './case.store.ts'
import { holdingReplyAt } from './case-times.rules.ts'
import type { Writes } from './move-parts.rules.ts'
import { oweReplyBy } from './owe-reply.ts'
import { personalDataOf } from './personal-data.ts'
import { addPoints, answerPoint, isWatched, savePost } from './post.store.ts'
import { replyClockOf } from './reopen.rules.ts'
import { checkPublished } from './reply-to-customer.ts'

const lines = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim().slice(0, 300))
      .filter((line) => line !== ''),
  ),
]

/** What these moves write beside the matter, in the same transaction. */
export const onlineWrites = {
  describePost: async (tx, { after, input, context }) => {
    if (input.watchId && (await isWatched(tx, after.estate_id, input.watchId)) === undefined)
      return refuse('E_NOT_FOUND', { field: 'body.watchId' })
    const { case: c, contacts, post } = context.facts
    // what is left out stays as it was written down before
    const known = {
      watch_id: input.watchId ?? post?.watch_id ?? null,
      url: input.url ?? post?.url ?? null,
      account: input.account ?? post?.account ?? null,
      posted_at: input.postedAt ? toInstant(input.postedAt) : (post?.posted_at ?? null),
      forwarded_at: input.forwardedAt ? toInstant(input.forwardedAt) : (post?.forwarded_at ?? null),
    }
    await savePost(tx, after, known)
    await addPoints(tx, after, lines(input.points ?? ''))
    // what says nothing new of its times leaves the deadline that stands, which may be a sender's own date
    const sameTimes = (['watch_id', 'posted_at', 'forwarded_at'] as const).every(
      (name) => known[name] === (post?.[name] ?? null),
    )
    if (sameTimes && c.reply_due_at !== null) return undefined
    // of a complaint taken up again the reply runs from that day on; who has withdrawn is owed none (T32)
    if (c.first_reply_at !== null || context.facts.done.has('withdrawComplaint')) return undefined
    // CP-076: the reply is owed from the post on, not from when we wrote it down
    const clock = replyClockOf(
      after,
      {
        watchId: known.watch_id ?? undefined,
        postedAt: known.posted_at ?? undefined,
        forwardedAt: known.forwarded_at ?? undefined,
      },
      context,
    )
    const due = clock.span.at
    // CP-081: unless somebody else, by another way, is owed it sooner
    if (contacts.some((k) => k.origin_id !== after.id) && c.reply_due_at !== null && c.reply_due_at <= due)
      return undefined
    await saveCase(tx, after, { reply_due_at: due })
    return oweReplyBy(tx, after, clock)
  },
  answerPoint: async (tx, { after, actor, input }) => {
    await answerPoint(tx, after, { id: input.pointId, answer: input.answer, by: actor.id })
    // CP-120b: what a quiet week waited for may be there now
    return saveCase(tx, after, { quiet_told_at: null })
  },
  approveFacts: (tx, { after, actor, now }) =>
    saveCase(tx, after, { facts_approved_at: now, facts_approved_by: actor.id }),
  askReview: async (tx, { after, input, context }) => {
    for (const [field, text] of [
      ['body.reply', input.reply],
      ['body.holdingReply', input.holdingReply],
    ] as const) {
      const found = await personalDataOf(tx, after, context.facts, text)
      // CP-113: what goes out by itself has nobody who could still object to it
      const refused = checkPublished(text, { post: undefined }, found, field)
      if (refused && (refused.code === 'E_PERSONAL_DATA' || field === 'body.holdingReply')) return refused
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
  approveHolding: async (tx, { after, actor, now }) => {
    await savePost(tx, after, { holding_approved_at: now, holding_approved_by: actor.id })
    return undefined
  },
  review: async (tx, { after, actor, input, now }) => {
    await savePost(tx, after, {
      verdict: input.verdict,
      verdict_reason: input.reason ?? null,
      reviewed_at: now,
      reviewed_by: actor.id,
    })
    return undefined
  },
  publishHolding: async (tx, { after, context, now }) => {
    const text = context.facts.post?.holding_text ?? ''
    const refused = checkPublished(text, context.facts, [])
    if (refused) return refused
    await savePost(tx, after, { holding_published_at: now })
    return saveCase(tx, after, { first_reply_at: context.facts.case.first_reply_at ?? now })
  },
} satisfies Partial<Writes>
