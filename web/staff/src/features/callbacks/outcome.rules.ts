import type { CallbackAttempt } from '#contract/callbacks.ts'

/** What the desk says in one key: how content the customer is, or why nobody could be asked. */
export const ANSWERS = ['satisfied', 'neutral', 'notSatisfied', 'noAnswer', 'later', 'wrongNumber', 'refused'] as const
export type Answer = (typeof ANSWERS)[number]

type Outcome = CallbackAttempt['outcome']
type Satisfaction = NonNullable<CallbackAttempt['satisfaction']>
const REACHED: readonly Answer[] = ['satisfied', 'neutral', 'notSatisfied']
export const isReached = (answer: Answer): answer is Satisfaction => REACHED.includes(answer)

/** The key of each answer, in the order they stand on the screen. */
export const keyOf = (answer: Answer): string => String(ANSWERS.indexOf(answer) + 1)

/** OS-018: who is not content says what is missing; everything else may be left without words. */
export const needsWords = (answer: Answer): boolean => answer === 'notSatisfied'

export type Typed = {
  words: string
  offerComplaint: boolean
  nextAt: string | undefined
}
export type Gap = 'words' | 'nextAt'

export const gapsOf = (answer: Answer, { words, nextAt }: Typed): Gap[] => {
  const gaps: Gap[] = []
  if (needsWords(answer) && words.trim() === '') gaps.push('words')
  if (answer === 'later' && !nextAt) gaps.push('nextAt')
  return gaps
}

/** The body of an attempt without version and way. */
export const attemptOf = (
  answer: Answer,
  { words, offerComplaint, nextAt }: Typed,
): { outcome: Outcome; satisfaction?: Satisfaction; words?: string; offerComplaint?: boolean; nextAt?: string } => ({
  outcome: isReached(answer) ? 'reached' : answer,
  ...(isReached(answer) ? { satisfaction: answer } : {}),
  ...(words.trim() ? { words: words.trim() } : {}),
  ...(answer === 'notSatisfied' ? { offerComplaint } : {}),
  ...(answer === 'later' && nextAt ? { nextAt } : {}),
})

/** Whether the matter can be closed in the same breath: the customer is content and nothing more is asked for it. */
export const closesAtOnce = (answer: Answer, needed: readonly string[]): boolean =>
  answer === 'satisfied' && needed.length === 0
