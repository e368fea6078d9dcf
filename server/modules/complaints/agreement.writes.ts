import { refuse } from '#contract/refusal.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import { saveCase } from './case.store.ts'
import { quietUntil } from './case-times.rules.ts'
import { settlersOf } from './lead.store.ts'
import type { Writes } from './move-parts.rules.ts'
import { openTopicReports } from './open-reports.ts'
import { personalDataOf } from './personal-data.ts'
import { canBeReached } from './reach.rules.ts'
import { sendReply } from './reply-to-customer.ts'
import { workAnew } from './work-anew.ts'

/** CP-025: an offer of money with its ground; none leaves an earlier one as it is. */
const offered = (input: { compensationFen?: number | undefined; basis?: string | undefined }) =>
  input.compensationFen === undefined
    ? {}
    : { compensation_fen: input.compensationFen, compensation_basis: input.basis ?? null }

/** What these moves write beside the matter, in the same transaction. */
export const agreementWrites = {
  reply: async (tx, { after, input, context }) => {
    await saveCase(tx, after, {
      proposal: input.measure,
      treatment_due_at: toInstant(input.measureDueAt),
      ...offered(input),
    })
    return sendReply(tx, after, context.facts, input)
  },
  agree: (tx, { after, input }) => saveCase(tx, after, { treatment_due_at: toInstant(input.treatmentDueAt) }),
  proposeAgain: async (tx, { after, input, context }) => {
    await saveCase(tx, after, {
      proposal: input.measure,
      ...offered(input),
    })
    return sendReply(tx, after, context.facts, input)
  },
  escalateToQuality: async (tx, { after, input, now }) =>
    // T13: it is quality that takes it over
    (await settlersOf(tx, after.estate_id)).includes(input.qualityId)
      ? saveCase(tx, after, { escalated_at: now })
      : refuse('E_NOT_FOUND', { field: 'body.qualityId' }),
  refer: async (tx, { after, input, context }) => {
    // CP-050, CP-117: what hangs on the board is read by everybody
    const found = await personalDataOf(tx, after, context.facts, input.notice)
    if (found.length > 0) return refuse('E_PERSONAL_DATA', { field: 'body.notice', details: { found } })
    return saveCase(tx, after, { external_body: input.body, quiet_until: null, exemption: null })
  },
  externalEnded: (tx, { after, actor, input, context, now }) =>
    saveCase(tx, after, {
      doer_id: actor.id,
      treatment_ended_at: now,
      first_reply_at: context.facts.case.first_reply_at ?? (canBeReached(after) ? now : null),
      exemption: input.wantsCallback ? null : 'E4',
    }),
  isOurs: (tx, { after }) => saveCase(tx, after, { external_body: null }),
  settle: (tx, { after, input }) => saveCase(tx, after, { treatment_due_at: toInstant(input.treatmentDueAt) }),
  settleDone: (tx, { after, actor, now }) => saveCase(tx, after, { doer_id: actor.id, treatment_ended_at: now }),
  confirmUnreasonable: async (tx, { subject, after, input }) => {
    await workAnew(tx, after)
    return saveCase(tx, after, {
      proposal: input.position,
      exemption: null,
      quiet_until: null,
      // it lies with the outside body no longer, and is not exempt as theirs
      ...(subject.state === 'EXTERNAL' ? { external_body: null } : {}),
    })
  },
  endExplained: async (tx, { after, actor, context, now }) => {
    await saveCase(tx, after, {
      exemption: 'explained',
      treatment_ended_at: now,
      quiet_until: quietUntil(now, context),
    })
    // CP-101: what was explained is handled
    return openTopicReports(tx, actor, after, context.facts)
  },
} satisfies Partial<Writes>
