import type { Instant } from '#contract/values.ts'
import { refuseWaiver } from '#modules/desk/index.ts'
import { archiveCase } from './archive-case.ts'
import { type CaseFacts, saveCase } from './case.store.ts'
import { quietUntil } from './case-times.rules.ts'
import type { Writes } from './move-parts.rules.ts'
import { openTopicReports } from './open-reports.ts'
import { workAnew } from './work-anew.ts'

/** K1 to K3: who withdraws before the deadline is owed no reply; one that was late by then stays late. */
const unowed = ({ first_reply_at, reply_due_at }: CaseFacts['case'], now: Instant) =>
  first_reply_at === null && reply_due_at !== null && reply_due_at >= now ? { reply_due_at: null } : {}

/** What these moves write beside the matter, in the same transaction. */
export const closingWrites = {
  finishWork: (tx, { after, actor, now }) => saveCase(tx, after, { doer_id: actor.id, treatment_ended_at: now }),
  pass: async (tx, { after, actor, context }) => {
    await saveCase(tx, after, { exemption: null })
    return openTopicReports(tx, actor, after, context.facts)
  },
  passExempt: async (tx, { after, actor, input, context, now }) => {
    await saveCase(tx, after, {
      exemption: input.exemption,
      exemption_reason: input.reason ?? null,
      quiet_until: quietUntil(context.facts.case.treatment_ended_at ?? now, context),
    })
    return openTopicReports(tx, actor, after, context.facts)
  },
  fail: (tx, { after }) => workAnew(tx, after),
  notSatisfied: (tx, { after }) => workAnew(tx, after),
  unreachable: async (tx, { subject, after, context, now }) => {
    const refused = await refuseWaiver(tx, subject)
    if (refused) return refused
    // the week begins when nobody could be found: a treatment long ended would leave no day to come back
    return saveCase(tx, after, { exemption: 'E7', quiet_until: quietUntil(now, context) })
  },
  waiveCallback: (tx, { after, input, context, now }) =>
    saveCase(tx, after, {
      exemption: input.exemption,
      exemption_reason: input.reason ?? null,
      quiet_until: quietUntil(context.facts.case.treatment_ended_at ?? now, context),
    }),
  closeQuiet: (tx, { after }) => saveCase(tx, after, { quiet_until: null }),
  raisedAgain: async (tx, { after, context }) => {
    const { exemption } = context.facts.case
    // T26: who can be called is called next time, unless a callback is unsuitable or not wished
    const stays = !after.contactable || exemption === 'E3' || exemption === 'E6'
    await workAnew(tx, after)
    return saveCase(tx, after, { quiet_until: null, exemption: stays ? exemption : null })
  },
  reopen: async (tx, { after }) => {
    await workAnew(tx, after)
    // T28: what was explained last time is no explanation of this one
    return saveCase(tx, after, { exemption: null, quiet_until: null, unreasonable_by: null, unreasonable_at: null })
  },
  archive: (tx, { subject, after, context }) => archiveCase(tx, subject, after, context.facts),
  withdrawComplaint: (tx, { after, input, context, now }) =>
    saveCase(tx, after, {
      // T32: what touches safety or many is treated all the same, and nothing is checked before that
      treatment_ended_at: input.publicInterest ? context.facts.case.treatment_ended_at : now,
      doer_id: input.publicInterest ? context.facts.case.doer_id : null,
      quiet_until: null,
      ...unowed(context.facts.case, now),
    }),
} satisfies Partial<Writes>
