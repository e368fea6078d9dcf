import type { HandoverLine } from '#contract/handover.ts'
import type { Tone } from '#ui/palette.ts'

export const HANDOVER_TONE: Record<HandoverLine['state'], Tone> = {
  OPEN: 'waiting',
  ACCEPTED: 'good',
  WITHDRAWN: 'ended',
}
