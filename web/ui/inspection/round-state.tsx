import type { RoundLine } from '#contract/inspection-rounds.ts'
import { useTexts } from '../i18n.ts'
import type { Tone } from '../palette.ts'
import { StateTag } from '../state-tag.tsx'
import styles from './inspection.module.css'

const TONE: Record<RoundLine['state'], Tone> = {
  planned: 'neutral',
  started: 'active',
  done: 'good',
  missed: 'late',
  cancelled: 'ended',
}

/** The state of a round in words; what was missed stays said although it was done later, not what was done in time. */
export const RoundState = ({ of }: { of: Pick<RoundLine, 'state' | 'missedAt' | 'escalatedAt'> }) => {
  const { t } = useTexts()
  const late = of.missedAt !== null && of.state !== 'missed'
  return (
    <span className={styles.tags}>
      <StateTag tone={TONE[of.state]}>{t(`roundState.${of.state}`)}</StateTag>
      {late ? <StateTag tone="late">{t(of.state === 'done' ? 'rounds.missedDone' : 'rounds.missed')}</StateTag> : null}
      {of.escalatedAt && of.missedAt ? <StateTag tone="waiting">{t('rounds.escalated')}</StateTag> : null}
    </span>
  )
}
