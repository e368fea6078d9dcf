import type { Experience } from '#contract/experience.ts'
import { useTexts } from '#ui/i18n.ts'
import type { Tone } from '#ui/palette.ts'
import { Faults } from './faults.tsx'
import { Part, percent } from './part.tsx'

const TONE = { met: 'good', low: 'waiting', broken: 'late', unseen: 'neutral' } as const satisfies Record<
  Experience['mustBe']['standing'],
  Tone
>

/** The gate: met or not, and every item that is not right by name. */
export const MustBe = ({ of: { mustBe, model, month } }: { of: Experience }) => {
  const { t } = useTexts()
  const pass = Math.round(model.mustBePass * 100)
  const note =
    mustBe.gateBy === 'criticalFailed'
      ? t('experience.gate.criticalFailed', {
          gate: mustBe.gate,
          count: mustBe.broken.filter((f) => f.severity === 'critical').length,
        })
      : mustBe.gateBy === 'mustBeLow'
        ? t('experience.gate.mustBeLow', { gate: mustBe.gate, pass })
        : mustBe.standing === 'met'
          ? t('experience.gate.none', { pass })
          : null
  return (
    <Part
      name="mustBe"
      standing={{ tone: TONE[mustBe.standing], word: t(`experience.mustBe.${mustBe.standing}`) }}
      value={percent(mustBe.rate?.rate)}
      rate={mustBe.rate}
      before={mustBe.before}
      mark={model.mustBePass}
      items={mustBe.items}
      note={note}
    >
      <p className="w-small w-quiet">{t('experience.passNote', { pass })}</p>
      <Faults
        title={t('experience.broken')}
        faults={mustBe.broken}
        month={month}
        nothing={t(mustBe.rate === null ? 'experience.noShare' : 'experience.nothingBroken')}
      />
      {mustBe.putRight > 0 ? (
        <p className="w-small w-quiet">{t('experience.putRight', { count: mustBe.putRight })}</p>
      ) : null}
    </Part>
  )
}
