import { endClocks, refreshDue } from '#modules/matters/index.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import { addVoice } from './add-voice.ts'
import { answerContact, saveCase } from './case.store.ts'
import { hastenProgress } from './hasten-progress.ts'
import { graded } from './improvement.rules.ts'
import { ownerToLead } from './keep-apart.ts'
import { isChecked, type Writes } from './move-parts.rules.ts'
import { openHotReport, openTopicReports } from './open-reports.ts'
import { raiseDemand } from './raise-demand.ts'
import { answerOnBoard, refuseUnpublishable, sendNews, sendReply } from './reply-to-customer.ts'
import { setCategory } from './set-category.ts'

/** What these moves write beside the matter, in the same transaction. */
export const recordWrites = {
  guessCategory: (tx, { after, input }) => saveCase(tx, after, { category_initial: input.code }),
  setCategory: (tx, { after, actor, input }) => setCategory(tx, actor, after, input),
  grade: (tx, { after, input }) => saveCase(tx, after, { ...graded(input), grade_reason: input.reason }),
  tellImprovement: async (tx, { after, input, context, now }) => {
    const refused = await sendNews(tx, after, context.facts, input)
    if (refused) return refused
    return input.carriedOut ? saveCase(tx, after, { improvement_done_at: now }) : undefined
  },
  fillHandlingForm: (tx, { after, input, now }) =>
    saveCase(tx, after, { form_filled_at: now, responsible_id: input.responsibleId }),
  replyInterim: (tx, { after, input, context }) => sendReply(tx, after, context.facts, input),
  agreeWording: (tx, { after, actor, input, now }) =>
    saveCase(tx, after, { wording: input.wording, wording_by: actor.id, wording_at: now }),
  answerOnBoard: async (tx, { after, input, context }) => answerOnBoard(tx, after, context.facts, input),
  informCompany: (tx, { after, now }) => saveCase(tx, after, { company_informed_at: now }),
  callBackVoice: async (tx, { after, actor, input }) => {
    await answerContact(tx, after, {
      contactId: input.contactId,
      by: actor.id,
      outcome: input.outcome,
      words: input.words ?? null,
    })
    return saveCase(tx, after, { quiet_told_at: null })
  },
  proposeUnreasonable: (tx, { after, actor, now }) =>
    saveCase(tx, after, { unreasonable_by: actor.id, unreasonable_at: now }),
  clearMajor: (tx, { after }) => saveCase(tx, after, { major_at: null }),
  headAppeared: (tx, { after, input }) => saveCase(tx, after, { head_appeared_at: toInstant(input.metAt) }),
  turnHot: async (tx, { after, actor, input, context }) => {
    await openHotReport(tx, actor, after, toInstant(input.at))
    if (isChecked(after)) await openTopicReports(tx, actor, after, context.facts)
    return hastenProgress(tx, after, context)
  },
  nameAccused: (tx, { after, actor }) => ownerToLead(tx, actor, after),
  extremeRisk: (tx, { after, context }) => hastenProgress(tx, after, context),
  unmark: async (tx, { after, input }) => {
    if (input.mark !== 'headMustAppear') return undefined
    await endClocks(tx, after, ['complaint.headAppears'], 'stopped')
    return refreshDue(tx, after.estate_id, [after.id]).then(() => undefined)
  },
  // CP-112, CP-114, CP-117: what is posted is held to the same as an answer
  progress: (tx, { after, input, context }) => sendNews(tx, after, context.facts, input),
  explain: async (tx, { after, input, context }) =>
    input.way === 'post' ? refuseUnpublishable(tx, after, context.facts, input.said, 'body.said') : undefined,
  // CP-120b: what a quiet week waited for may be there now
  setImpact: (tx, { after, input }) => saveCase(tx, after, { impact: input.impact, quiet_told_at: null }),
  count: (tx, { after, actor, input, now }) =>
    saveCase(tx, after, {
      counted: input.counted,
      not_counted_reason: input.counted ? null : (input.notCountedReason ?? null),
      counted_by: actor.id,
      counted_at: now,
    }),
  demand: raiseDemand,
  addVoice,
  rankExpectations: (tx, { after, input }) => saveCase(tx, after, { expectations: JSON.stringify(input.expectations) }),
} satisfies Partial<Writes>
