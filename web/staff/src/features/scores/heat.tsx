import type { EstateScores } from '#contract/scores.ts'
import { useTexts } from '#ui/i18n.ts'
import { ScoreCell } from '#ui/inspection/score.tsx'
import { Scroll } from '#ui/inspection/scroll.tsx'
import styles from './scores.module.css'

/** Touchpoint by month: a figure in a shade, which opens the looks behind it. */
export const Heat = ({ of }: { of: EstateScores }) => {
  const { t } = useTexts()
  return (
    <Scroll>
      <table className={`${styles.table} ${styles.heat}`} aria-label={t('score.heat')}>
        <thead>
          <tr>
            <th scope="col">{t('findingColumn.touchpoint')}</th>
            {of.months.map(({ month }) => (
              <th key={month} scope="col">
                {month.slice(2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.touchpoints.map(({ touchpoint }, i) => (
            <tr key={touchpoint}>
              <th scope="row">
                {touchpoint} {t(`touchpoint.${touchpoint}`)}
              </th>
              {of.months.map(({ month, touchpoints }) => (
                <td key={month}>
                  <ScoreCell score={touchpoints[i] ?? null} to="scored-looks" search={{ month, touchpoint }} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
