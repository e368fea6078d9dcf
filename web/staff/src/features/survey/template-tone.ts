import type { TemplateLine } from '#contract/survey-templates.ts'
import type { Tone } from '#ui/palette.ts'

export const TEMPLATE_TONE: Record<TemplateLine['state'], Tone> = {
  draft: 'neutral',
  published: 'active',
  retired: 'ended',
}
