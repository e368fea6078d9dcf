import type { Severity } from '#contract/touchpoints.ts'
import { useTexts } from '../i18n.ts'
import type { Tone } from '../palette.ts'
import { StateTag } from '../state-tag.tsx'

const TONE: Record<Severity, Tone> = { critical: 'late', major: 'waiting', minor: 'neutral' }

export const SeverityTag = ({ severity }: { severity: Severity }) => {
  const { t } = useTexts()
  return <StateTag tone={TONE[severity]}>{t(`severity.${severity}`)}</StateTag>
}
