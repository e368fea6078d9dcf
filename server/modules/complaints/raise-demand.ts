import type { NeedsOf } from '#contract/kind.ts'
import type { complaint } from '#contract/kinds/complaint.ts'
import type { MatterMove } from '#modules/matters/index.ts'
import type { Settings } from '#platform/settings/settings.ts'
import { type CaseFacts, saveCase } from './case.store.ts'
import { alarm, withFlags } from './move-parts.ts'
import { openMajorReport } from './open-reports.ts'

/** CP-091, CP-092: all demands of a case together, counted when they reach the amount; 999.99 yuan does not, 1,000.00 does. */
export const becomesMajor = (
  facts: { case: { claim_fen: number } },
  flags: readonly string[],
  moreFen: number,
  settings: Settings,
): boolean =>
  !flags.includes('major') &&
  !flags.includes('majorSuspected') &&
  facts.case.claim_fen + moreFen >= settings.get('complaint.majorFromFen')

type Demand = MatterMove<NeedsOf<typeof complaint, 'demand'>, CaseFacts>
const reached = ({ subject, input, context }: Parameters<NonNullable<Demand['set']>>[0]) =>
  becomesMajor(context.facts, subject.flags, input.amountFen, context.settings)

/** T33: a demand is added; from the moment the amount is reached the first report is owed (CP-093, CP-094). */
export const raiseDemand: Demand = {
  set: (args) => ({
    flags: reached(args)
      ? // CP-090: our mistake makes it major; until that is found it is suspected
        withFlags(args.subject.flags, args.context.facts.case.ours === true ? 'major' : 'majorSuspected')
      : args.subject.flags,
  }),
  clocks: { start: (args) => (reached(args) ? [{ name: 'complaint.majorReport' }] : []) },
  tells: (args) => (reached(args) ? alarm('complaint.major') : []),
  say: ({ input }) => input.grounds,
  also: async (tx, args) => {
    const { after, context, input, now, actor } = args
    await saveCase(tx, after, {
      claim_fen: context.facts.case.claim_fen + input.amountFen,
      ...(reached(args) ? { major_at: now } : {}),
    })
    return reached(args) ? openMajorReport(tx, actor, after) : undefined
  },
}
