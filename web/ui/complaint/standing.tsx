import type { Standing } from '#contract/rules/line-standing.ts'
import { useTexts } from '../i18n.ts'
import { StateTag } from '../state-tag.tsx'

export const StandingTag = ({ standing }: { standing: Standing }) => {
  const { t } = useTexts()
  return <StateTag tone={standing === 'strong' ? 'good' : 'late'}>{t(`lineStanding.${standing}`)}</StateTag>
}
