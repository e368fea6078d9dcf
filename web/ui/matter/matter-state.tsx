import type { MatterLine } from '#contract/matters.ts'
import { useTexts } from '../i18n.ts'
import { StateTag } from '../state-tag.tsx'
import { toneOfState } from './matter-tone.ts'
import { wordFor } from './words.ts'

export const MatterState = ({ matter }: { matter: Pick<MatterLine, 'kind' | 'state' | 'open'> }) => {
  const { t } = useTexts()
  return (
    <StateTag tone={toneOfState(matter.state, matter.open)}>
      {wordFor(t, `state.${matter.kind}.${matter.state}`, matter.state)}
    </StateTag>
  )
}

/** Flags that a person must not miss stand out; the others are plain words. */
const LOUD = new Set([
  'extremeRisk',
  'majorSuspected',
  'major',
  'hot',
  'possiblyHot',
  'wideImpact',
  'atQuality',
  'headMustAppear',
  'noCallbackWish',
  'escalated',
  'groupComplaint',
  'customerAbsentTwice',
])

export const MatterFlags = ({ matter }: { matter: Pick<MatterLine, 'flags' | 'urgent'> }) => {
  const { t } = useTexts()
  return (
    <>
      {matter.urgent ? <StateTag tone="late">{t('matter.urgent')}</StateTag> : null}
      {matter.flags.map((flag) => (
        <StateTag key={flag} tone={LOUD.has(flag) ? 'late' : 'neutral'}>
          {t(`flag.${flag}`)}
        </StateTag>
      ))}
    </>
  )
}
