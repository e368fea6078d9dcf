import { endClocks, type Matter, refreshDue, startClocks } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { until } from './move-parts.rules.ts'
import { kindOf } from './reports/report.present.ts'
import { CLOCK_OF } from './reports/report.rules.ts'
import { draftsOf, updateReport } from './reports/report.store.ts'
import { voidDrafts } from './reports/void-drafts.ts'

/**
 * What is owed in writing about a merged complaint is owed about the one it went into, and no later (CP-081): its drafts
 * are voided, and a draft of the same kind over there takes the earlier of the two times. Runs when the voices have been
 * heard, so that what became major or hot by the merge has its draft.
 */
export const carryReports = async (tx: Tx, actor: Actor, from: Matter, into: Matter): Promise<undefined> => {
  const ended = await voidDrafts(tx, actor, from, { reason: 'merged', intoId: into.id })
  for (const draft of await draftsOf(tx, into)) {
    const due = ended.find(({ kind }) => kind === draft.kind)?.due_at
    const clock = CLOCK_OF[kindOf(draft)]
    if (!due || !clock || (draft.due_at !== null && draft.due_at <= due)) continue
    await updateReport(tx, draft, { due_at: due, version: draft.version + 1 })
    await endClocks(tx, into, [clock], 'stopped')
    await startClocks(tx, into, [until(clock, due)])
    await refreshDue(tx, into.estate_id, [into.id])
  }
  return undefined
}
