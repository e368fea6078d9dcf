import type { StandardVersion } from '#contract/standards.ts'
import { useTexts } from '#ui/i18n.ts'
import { StateTag } from '#ui/state-tag.tsx'

/** In force, to come, draft, withdrawn: one word for it. */
export const VersionState = ({ of: { state, inForce } }: { of: Pick<StandardVersion, 'state' | 'inForce'> }) => {
  const { t } = useTexts()
  if (inForce) return <StateTag tone="good">{t('standards.inForce')}</StateTag>
  const tone = state === 'draft' ? 'waiting' : state === 'published' ? 'active' : 'ended'
  return <StateTag tone={tone}>{t(`standardState.${state}`)}</StateTag>
}
