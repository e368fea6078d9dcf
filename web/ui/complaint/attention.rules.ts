import type { ComplaintAnalysis } from '#contract/complaint-analysis.ts'
import { weakAmong } from './weak.rules.ts'

/** CP-132: what a reader of the figures must not miss: targets missed, and lines weaker than the rest. */
export const attentionOf = ({ kpis, lines }: Pick<ComplaintAnalysis, 'kpis' | 'lines'>) => ({
  missed: kpis.filter(({ met }) => met === false),
  weak: weakAmong(lines).filter(({ line }) => line !== null),
})
