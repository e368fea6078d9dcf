import type { Line } from '#contract/permissions.ts'
import type { Suggestion } from './suggestion.rules.ts'

/** Lines that can send somebody, those that mostly go first; Alt and the figure choose by this order. */
export const EMERGENCY_LINES: readonly Line[] = [
  'repair',
  'security',
  'cleaning',
  'greening',
  'housekeeping',
  'customerService',
]

/** The line chosen, else the one that the words speak for and that can send somebody; it stands on the screen before it is sent. */
export const emergencyLine = (chosen: Line | undefined, guess: Suggestion | undefined): Line | undefined => {
  const line = chosen ?? guess?.line
  return line && EMERGENCY_LINES.includes(line) ? line : undefined
}
