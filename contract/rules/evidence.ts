import type { AnswerMark } from '../inspections.ts'
import type { CheckItem } from '../touchpoints.ts'
import { isFault } from './fault.ts'

type Asked = Pick<CheckItem, 'evidence' | 'threshold'>

/** A limit that a record can be held against; what the site is yet to set, and what is simply true or not, is none. */
const isRead = ({ threshold }: Asked): boolean =>
  threshold !== null && threshold.unit !== 'bool' && threshold.value !== 'site-defined'

/**
 * Whether an answer needs what was measured or read: a measurement always, and the date or count in a record that passes
 * by it (a certificate passes by its date). What is not there fails without one.
 */
export const valueNeeded = (item: Asked, answer: AnswerMark): boolean =>
  answer !== 'na' &&
  (item.evidence === 'measurement' || (answer === 'pass' && item.evidence === 'record' && isRead(item)))

/** Whether an answer needs a photo: a fault always, what passes by being looked at where its round asks for proof of it. */
export const photoNeeded = (
  item: Asked & Pick<CheckItem, 'kano'>,
  answer: AnswerMark | null,
  proofOnPass: boolean,
): boolean =>
  answer !== null && (isFault(item, answer) || (answer === 'pass' && proofOnPass && item.evidence === 'photo'))

/** Whether a record that passes is to be shown or named, where its round asks for proof and no date or count says it. */
export const recordNeeded = (item: Asked, answer: AnswerMark | null, proofOnPass: boolean): boolean =>
  answer === 'pass' && proofOnPass && item.evidence === 'record' && !isRead(item)
