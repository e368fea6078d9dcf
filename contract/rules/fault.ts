import type { AnswerMark } from '../inspections.ts'
import type { CheckItem } from '../touchpoints.ts'

type Item = Pick<CheckItem, 'kano'>
/** What an item is taken for that is not known any more. */
export const PLAIN_ITEM: Item = { kano: 'must-be' }

/** The answer that an item is done well by; the statement of a reverse item is read inverted (quality-model.md section 7). */
export const isWell = ({ kano }: Item, answer: AnswerMark): boolean => answer === (kano === 'reverse' ? 'fail' : 'pass')

/**
 * Whether an answer is something to put right. What only delights, and what nobody minds, is no fault where it is absent
 * (quality-model.md 8.3); a reverse statement is one where it is true.
 */
export const isFault = (item: Item, answer: AnswerMark): boolean =>
  answer !== 'na' && item.kano !== 'attractive' && item.kano !== 'indifferent' && !isWell(item, answer)

/** How an answer is said: of what is no matter of passing or failing it is only said whether it is so. */
export type AnswerWord = AnswerMark | 'yes' | 'no'
export const answerWord = ({ kano }: Item, answer: AnswerMark): AnswerWord =>
  kano === 'must-be' || kano === 'one-dimensional' || answer === 'na' ? answer : answer === 'pass' ? 'yes' : 'no'
