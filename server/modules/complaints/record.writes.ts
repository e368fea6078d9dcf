import { toInstant } from '#platform/calendar/instants.rules.ts'
import { addVoice } from './add-voice.ts'
import { answerContact, saveCase } from './case.store.ts'
import type { Writes } from './move-parts.rules.ts'
import { openHotReport } from './open-reports.ts'
import { raiseDemand } from './raise-demand.ts'
import { sendReply } from './reply-to-customer.ts'
import { setCategory } from './set-category.ts'

/** What these moves write beside the matter, in the same transaction. */
export const recordWrites: Writes<
  | 'demand'
  | 'addVoice'
  | 'guessCategory'
  | 'setCategory'
  | 'grade'
  | 'fillHandlingForm'
  | 'replyInterim'
  | 'agreeWording'
  | 'informCompany'
  | 'callBackVoice'
  | 'proposeUnreasonable'
  | 'clearMajor'
  | 'headAppeared'
  | 'turnHot'
  | 'setImpact'
  | 'count'
> = {
  guessCategory: (tx, { after, input }) => saveCase(tx, after, { category_initial: input.code }),
  setCategory: (tx, { after, actor, input }) => setCategory(tx, actor, after, input),
  grade: (tx, { after, input }) => saveCase(tx, after, { grade: input.grade, grade_reason: input.reason }),
  fillHandlingForm: (tx, { after, input, now }) =>
    saveCase(tx, after, { form_filled_at: now, responsible_id: input.responsibleId }),
  replyInterim: (tx, { after, input, context }) => sendReply(tx, after, context.facts, input),
  agreeWording: (tx, { after, actor, input, now }) =>
    saveCase(tx, after, { wording: input.wording, wording_by: actor.id, wording_at: now }),
  informCompany: (tx, { after, now }) => saveCase(tx, after, { company_informed_at: now }),
  callBackVoice: async (tx, { after, actor, input }) => {
    await answerContact(tx, after, {
      contactId: input.contactId,
      by: actor.id,
      outcome: input.outcome,
      words: input.words ?? null,
    })
    return undefined
  },
  proposeUnreasonable: (tx, { after, actor, now }) =>
    saveCase(tx, after, { unreasonable_by: actor.id, unreasonable_at: now }),
  clearMajor: (tx, { after }) => saveCase(tx, after, { major_at: null }),
  headAppeared: (tx, { after, input }) => saveCase(tx, after, { head_appeared_at: toInstant(input.metAt) }),
  turnHot: (tx, { after, actor, input }) => openHotReport(tx, actor, after, toInstant(input.at)),
  setImpact: (tx, { after, input }) => saveCase(tx, after, { impact: input.impact }),
  count: (tx, { after, actor, input, now }) =>
    saveCase(tx, after, {
      counted: input.counted,
      not_counted_reason: input.counted ? null : (input.notCountedReason ?? null),
      counted_by: actor.id,
      counted_at: now,
    }),
  demand: raiseDemand,
  addVoice,
}
