import type { VersionPart } from '#contract/scores.ts'
import type { T } from '../i18n.ts'

/** The company's version that a look was held to, with that of the estate if there was one. */
export const versionName = (t: T, { standard, variant }: Pick<VersionPart, 'standard' | 'variant'>): string => {
  const own = variant ? ` · ${t('score.variant', { number: variant.number })}` : ''
  return `${standard.number} ${standard.name}${own}`
}
