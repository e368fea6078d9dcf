import type { PublicationLine } from '#contract/complaint-publication.ts'
import type { Tone } from '#ui/palette.ts'

export const TONE: Record<PublicationLine['state'], Tone> = {
  missing: 'waiting',
  draft: 'active',
  approved: 'active',
  posted: 'good',
  none: 'ended',
}
