import type { StandardVersion } from '#contract/standards.ts'
import { useTexts } from '#ui/i18n.ts'
import { StateTag } from '#ui/state-tag.tsx'

/** In force, to come, draft, checked, withdrawn: one word for it. */
export const VersionState = ({
  of: { state, inForce, checkedAt },
}: {
  of: Pick<StandardVersion, 'state' | 'inForce' | 'checkedAt'>
}) => {
  const { t } = useTexts()
  if (inForce) return <StateTag tone="good">{t('standards.inForce')}</StateTag>
  if (state === 'draft')
    return <StateTag tone="waiting">{t(`standardState.${checkedAt ? 'checked' : 'draft'}`)}</StateTag>
  return <StateTag tone={state === 'published' ? 'active' : 'ended'}>{t(`standardState.${state}`)}</StateTag>
}
