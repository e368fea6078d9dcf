import type { Settings } from '#platform/settings/settings.ts'

type Demanded = {
  subject: { flags: readonly string[] }
  input: { amountFen: number }
  context: { facts: { case: { claim_fen: number } }; settings: Settings }
}

const isMajor = (flags: readonly string[]): boolean => flags.includes('major') || flags.includes('majorSuspected')

/**
 * CP-091, CP-092: all demands of a case together reach the amount with this one; 999.99 yuan does not, 1,000.00 does.
 * Also of a case that was cleared (CP-093): what is demanded now was not judged then.
 */
export const reachesMajor = ({ subject, input, context }: Demanded): boolean =>
  !isMajor(subject.flags) &&
  context.facts.case.claim_fen + input.amountFen >= context.settings.get('complaint.majorFromFen')

type Half = { matter: { flags: readonly string[] }; case: { claim_fen: number } }
/** CP-092, CP-093: what two merged cases demand together, as long as it is more than what either was cleared of. */
export const mergedReachMajor = (halves: readonly [Half, Half], limit: number): boolean => {
  const unflagged = halves.filter(({ matter }) => !isMajor(matter.flags))
  const sum = halves.reduce((fen, half) => fen + half.case.claim_fen, 0)
  // with the amount and without the flag it was cleared
  const unjudged = unflagged.filter((half) => half.case.claim_fen < limit)
  return unflagged.length === 2 && sum >= limit && unjudged.some((half) => half.case.claim_fen > 0)
}
