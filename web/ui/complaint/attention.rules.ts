import type { ComplaintAnalysis } from '#contract/complaint-analysis.ts'
import { standingsOf } from '#contract/rules/line-standing.ts'

/** CP-132: what a reader of the figures must not miss: targets missed, lines that grew, and those weaker or stronger than the rest. */
export const attentionOf = ({ kpis, ...of }: Pick<ComplaintAnalysis, 'kpis' | 'lines' | 'growth' | 'to' | 'asOf'>) => ({
  missed: kpis.filter(({ met }) => met === false),
  named: standingsOf(of).filter(({ of: { line } }) => line !== null),
})
