import { endClocks } from '#modules/matters/index.ts'
import { saveCase } from './case.store.ts'
import { quietUntil } from './case-times.rules.ts'
import { leadIsLead } from './keep-apart.ts'
import { mergeComplaint } from './merge-complaint.ts'
import { REPORT_CLOCKS, type Writes } from './move-parts.rules.ts'
import { openTopicReports } from './open-reports.ts'
import { registerInstead } from './register-instead.ts'
import { refuseUnpublishable } from './reply-to-customer.ts'
import { voidDrafts } from './reports/void-drafts.ts'

/** What these moves write beside the matter, in the same transaction. */
export const routingWrites = {
  solveOnSpot: async (tx, { after, actor, input, context, now }) => {
    const refused =
      input.way === 'post' && (await refuseUnpublishable(tx, after, context.facts, input.measure, 'body.measure'))
    if (refused) return refused
    await saveCase(tx, after, {
      exemption: 'E1',
      first_reply_at: context.facts.case.first_reply_at ?? now,
      treatment_ended_at: now,
      quiet_until: context.settings.get('complaint.closeOnSpotAtOnce') ? now : quietUntil(now, context),
    })
    // T2: it passes through its check there and then (CP-101)
    return openTopicReports(tx, actor, after, context.facts)
  },
  forward: leadIsLead,
  dispatch: leadIsLead,
  notComplaint: async (tx, { after, actor, input }) => {
    // T5: its clocks end, also those of reports that outlive a complaint
    await endClocks(tx, after, REPORT_CLOCKS, 'stopped')
    await voidDrafts(tx, actor, after, { reason: 'notComplaint' })
    return registerInstead(tx, actor, after, input.becomes)
  },
  merge: (tx, { after, actor, input, context }) => mergeComplaint(tx, actor, after, context, input),
} satisfies Partial<Writes>
