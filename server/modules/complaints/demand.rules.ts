import type { Settings } from '#platform/settings/settings.ts'

type Demanded = {
  subject: { flags: readonly string[] }
  input: { amountFen: number }
  context: { facts: { case: { claim_fen: number } }; settings: Settings }
}

/** CP-091, CP-092: all demands of a case together reach the amount with this one; 999.99 yuan does not, 1,000.00 does. */
export const reachesMajor = ({ subject, input, context }: Demanded): boolean =>
  !subject.flags.includes('major') &&
  !subject.flags.includes('majorSuspected') &&
  context.facts.case.claim_fen + input.amountFen >= context.settings.get('complaint.majorFromFen')
