import type { Training } from '#contract/trainings.ts'
import { useTexts } from '#ui/i18n.ts'
import { StateTag } from '#ui/state-tag.tsx'

const TONE = { planned: 'active', held: 'good', cancelled: 'ended' } as const

export const TrainingState = ({ of }: { of: Pick<Training, 'state'> }) => {
  const { t } = useTexts()
  return <StateTag tone={TONE[of.state]}>{t(`trainingState.${of.state}`)}</StateTag>
}
