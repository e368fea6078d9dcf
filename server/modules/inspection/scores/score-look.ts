import type { AnswerMark } from '#contract/inspections.ts'
import type { CheckItem } from '#contract/touchpoints.ts'
import type { Settings } from '#platform/settings/settings.ts'
import { inHundredths, scoreOf, type Tally, tallyOf } from '../score.rules.ts'
import { scoreModelOf } from './score-model.ts'

/** What is kept of a look beside its answers: its tally, and its score by the weights in force. */
export const scoreLook = (
  answers: readonly { item: Pick<CheckItem, 'kano' | 'severity'>; answer: AnswerMark }[],
  settings: Settings,
): { tally: Tally; score: number | null } => {
  const tally = tallyOf(answers)
  return { tally, score: inHundredths(scoreOf(tally, scoreModelOf(settings)).score) }
}
