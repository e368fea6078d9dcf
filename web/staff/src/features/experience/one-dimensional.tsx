import type { Experience, Level, Measured } from '#contract/experience.ts'
import { useTexts } from '#ui/i18n.ts'
import { SurveyedSatisfaction } from '#ui/inspection/surveyed-satisfaction.tsx'
import { EstateLink } from '#ui/links.tsx'
import { pageOfList } from '#ui/open-list.ts'
import type { Tone } from '#ui/palette.ts'
import { useCan } from '#ui/session.tsx'
import styles from './experience.module.css'
import { Faults } from './faults.tsx'
import { Year } from './level-year.tsx'
import { Gauge, Part, percent } from './part.tsx'

const TONE = {
  up: 'good',
  same: 'active',
  down: 'waiting',
  first: 'active',
  unseen: 'neutral',
} as const satisfies Record<Experience['oneDimensional']['standing'], Tone>

const Row = ({ level, of }: { level: Level; of: Experience }) => {
  const { t } = useTexts()
  const can = useCan()
  const { touchpoint, satisfaction, complaints } = level
  const name = `${touchpoint} ${t(`touchpoint.${touchpoint}`)}`
  const said = t('experience.previous', { value: percent(level.before) })
  return (
    <tr>
      <th scope="row">
        <EstateLink to="scored-looks" search={{ month: of.month, touchpoint }}>
          {name}
        </EstateLink>
        <Gauge
          share={level.rate?.rate ?? null}
          before={level.before}
          tone="active"
          label={`${name} ${percent(level.rate?.rate)} · ${said}`}
        />
      </th>
      <td className="w-figures">{percent(level.rate?.rate)}</td>
      <td className="w-figures">
        <SurveyedSatisfaction of={satisfaction} days={of} />
      </td>
      <td className="w-figures">
        {complaints > 0 && can('complaint.read_reports') ? (
          <EstateLink to="complaints" search={{ touchpoint, from: of.from, to: of.to, counted: 'yes' }}>
            {complaints}
          </EstateLink>
        ) : (
          complaints
        )}
      </td>
    </tr>
  )
}

const MeasuredRow = ({ level, of }: { level: Measured; of: Experience }) => {
  const { t } = useTexts()
  const { measure, touchpoint, all, kept, opens, before, satisfaction } = level
  const counted = t('experience.ofAll', { kept, all })
  const share = all === 0 ? null : kept / all
  const name = `${touchpoint} ${t(`experience.measure.${measure}`)}`
  return (
    <tr>
      <th scope="row">
        {name}
        <Gauge
          share={share}
          before={before}
          tone="active"
          label={`${name} ${percent(share)} · ${t('experience.previous', { value: percent(before) })}`}
        />
      </th>
      <td className="w-figures">{percent(share)}</td>
      <td className="w-figures">
        {all === 0 ? (
          <span className="w-faint">{t('experience.noneYet')}</span>
        ) : opens ? (
          <EstateLink {...pageOfList(opens)}>{counted}</EstateLink>
        ) : (
          counted
        )}
      </td>
      <td className="w-figures">
        <SurveyedSatisfaction of={satisfaction} days={of} />
      </td>
    </tr>
  )
}

/** How good it is: the level against the month before, beside what customers say of the same touchpoint. */
export const OneDimensional = ({ of }: { of: Experience }) => {
  const { t } = useTexts()
  const { oneDimensional } = of
  return (
    <Part
      name="oneDimensional"
      standing={{
        tone: TONE[oneDimensional.standing],
        word: t(`experience.level.${oneDimensional.standing}`),
      }}
      value={percent(oneDimensional.rate?.rate)}
      rate={oneDimensional.rate}
      before={oneDimensional.before}
      items={oneDimensional.items}
    >
      <h3 className={styles.title}>{t('experience.levels')}</h3>
      {oneDimensional.touchpoints.length === 0 ? (
        <p className="w-quiet">{t('experience.noLevels')}</p>
      ) : (
        <table className={styles.levels} aria-label={t('experience.levels')}>
          <thead>
            <tr>
              <th scope="col">{t('findingColumn.touchpoint')}</th>
              <th scope="col">{t('experience.level')}</th>
              <th scope="col">{t('experience.satisfaction')}</th>
              <th scope="col">{t('scoreColumn.complaints')}</th>
            </tr>
          </thead>
          <tbody>
            {oneDimensional.touchpoints.map((level) => (
              <Row key={level.touchpoint} level={level} of={of} />
            ))}
          </tbody>
        </table>
      )}
      <h3 className={styles.title}>{t('experience.measured')}</h3>
      <table className={styles.levels} aria-label={t('experience.measured')}>
        <thead>
          <tr>
            <th scope="col">{t('findingColumn.touchpoint')}</th>
            <th scope="col">{t('experience.level')}</th>
            <th scope="col">{t('experience.kept')}</th>
            <th scope="col">{t('experience.satisfaction')}</th>
          </tr>
        </thead>
        <tbody>
          {oneDimensional.measured.map((level) => (
            <MeasuredRow key={level.measure} level={level} of={of} />
          ))}
        </tbody>
      </table>
      <p className="w-small w-quiet">{t('experience.levelNote')}</p>
      <Year month={of.month} />
      <Faults
        title={t('experience.weak')}
        faults={oneDimensional.weak}
        month={of.month}
        nothing={t(oneDimensional.rate === null ? 'experience.noShare' : 'experience.allGood')}
      />
    </Part>
  )
}
