import type { ClockStart, Matter } from '#modules/matters/index.ts'
import type { Case } from './case.store.ts'
import { canBeReached } from './reach.rules.ts'

export const IMPROVEMENT = 'complaint.improvement'

type Planned = Pick<Case, 'grade' | 'improvement_plan' | 'improvement_done_at'>

/** What a grade says of it; one that is given anew begins anew. */
export const graded = (input: { grade: string; improvementPlan?: string | undefined }) => ({
  grade: input.grade,
  improvement_plan: input.grade === 'toImprove' ? (input.improvementPlan ?? null) : null,
  improvement_done_at: null,
})

/** FD-790: it could not be solved for the moment, and what was planned instead is not carried out yet. */
export const planIsOpen = (c: Planned): boolean =>
  c.grade === 'toImprove' && c.improvement_plan !== null && c.improvement_done_at === null

/** FD-790: while a complaint is open its customer hears of it anyway (CP-065); from the closing on of its plan. */
export const improvementNews = (subject: Matter, c: Planned): ClockStart[] =>
  planIsOpen(c) && canBeReached(subject) ? [{ name: IMPROVEMENT }] : []
