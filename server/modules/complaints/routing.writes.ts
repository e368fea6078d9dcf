import { saveCase } from './case.store.ts'
import { quietUntil } from './case-times.rules.ts'
import { leadIsLead } from './keep-apart.ts'
import { mergeComplaint } from './merge-complaint.ts'
import type { Writes } from './move-parts.rules.ts'
import { registerInstead } from './register-instead.ts'

/** What these moves write beside the matter, in the same transaction. */
export const routingWrites: Writes<'solveOnSpot' | 'forward' | 'dispatch' | 'notComplaint' | 'merge'> = {
  solveOnSpot: (tx, { after, context, now }) =>
    saveCase(tx, after, {
      exemption: 'E1',
      first_reply_at: context.facts.case.first_reply_at ?? now,
      treatment_ended_at: now,
      quiet_until: context.settings.get('complaint.closeOnSpotAtOnce') ? now : quietUntil(now, context),
    }),
  forward: leadIsLead,
  dispatch: leadIsLead,
  notComplaint: (tx, { after, actor, input }) => registerInstead(tx, actor, after, input.becomes),
  merge: (tx, { after, actor, input, context }) => mergeComplaint(tx, actor, after, context.facts, input),
}
