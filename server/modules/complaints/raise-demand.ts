import { saveCase } from './case.store.ts'
import { reachesMajor } from './demand.rules.ts'
import { hastenProgress } from './hasten-progress.ts'
import { isChecked, type Writes } from './move-parts.rules.ts'
import { openMajorReport, openTopicReports } from './open-reports.ts'

/** T33: the sum of all demands, and the draft of the first report from the moment the amount is reached (CP-093, CP-094). */
export const raiseDemand: Writes['demand'] = async (tx, args) => {
  const { after, context, input, now, actor } = args
  const reached = reachesMajor(args)
  await saveCase(tx, after, {
    claim_fen: context.facts.case.claim_fen + input.amountFen,
    ...(reached ? { major_at: now } : {}),
  })
  if (!reached) return undefined
  await openMajorReport(tx, actor, after, now)
  if (isChecked(after)) await openTopicReports(tx, actor, after, context.facts)
  return hastenProgress(tx, after, context)
}
