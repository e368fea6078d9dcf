import type { EstateScores, TouchpointScore } from '#contract/scores.ts'
import { useTexts } from '#ui/i18n.ts'
import { ScoreCell, ScoreChange } from '#ui/inspection/score.tsx'
import { Scroll } from '#ui/inspection/scroll.tsx'
import { SurveyedSatisfaction } from '#ui/inspection/surveyed-satisfaction.tsx'
import { EstateLink, type LinkSearch } from '#ui/links.tsx'
import { useCan } from '#ui/session.tsx'
import styles from './scores.module.css'

const Opens = ({ count, to, search }: { count: number; to: string; search: LinkSearch }) =>
  count === 0 ? (
    <span className="w-figures w-faint">0</span>
  ) : (
    <EstateLink to={to} search={search} className="w-figures">
      {count}
    </EstateLink>
  )

/** Each touchpoint beside what customers say of it. */
export const TouchpointTable = ({ of }: { of: EstateScores }) => {
  const { t } = useTexts()
  const can = useCan()
  const row = (p: TouchpointScore) => {
    const { touchpoint } = p
    return (
      <tr key={touchpoint}>
        <th scope="row">
          <EstateLink to="place-scores" search={{ month: of.month, touchpoint }}>
            {touchpoint} {t(`touchpoint.${touchpoint}`)}
          </EstateLink>
        </th>
        <td>
          <ScoreCell score={p.score} to="place-scores" search={{ month: of.month, touchpoint }} />
        </td>
        <td>
          <ScoreChange score={p.score} before={p.before} />
        </td>
        <td>
          <Opens count={p.looks} to="scored-looks" search={{ month: of.month, touchpoint }} />
        </td>
        <td>
          <EstateLink to="place-scores" search={{ month: of.month, touchpoint }} className="w-figures">
            {p.seen} / {p.places}
          </EstateLink>
        </td>
        <td>
          <Opens
            count={p.findings}
            to="findings"
            search={{ touchpoint, from: of.from, to: of.to, rejected: 'false' }}
          />
        </td>
        <td>
          <Opens count={p.openFindings} to="findings" search={{ touchpoint, openOn: of.to, rejected: 'false' }} />
        </td>
        <td>
          {can('complaint.read_reports') ? (
            <Opens
              count={p.complaints}
              to="complaints"
              search={{ touchpoint, from: of.from, to: of.to, counted: 'yes' }}
            />
          ) : (
            <span className="w-figures">{p.complaints}</span>
          )}
        </td>
        <td className="w-figures">
          <SurveyedSatisfaction of={p.survey} days={of} />
        </td>
      </tr>
    )
  }
  return (
    <Scroll>
      <table className={styles.table} aria-label={t('scoreSheet.touchpoints')}>
        <thead>
          <tr>
            <th scope="col">{t('findingColumn.touchpoint')}</th>
            <th scope="col">{t('scoreColumn.score')}</th>
            <th scope="col">{t('scoreColumn.change')}</th>
            <th scope="col">{t('scoreColumn.looks')}</th>
            <th scope="col">{t('scoreColumn.seen')}</th>
            <th scope="col">{t('scoreColumn.findings')}</th>
            <th scope="col">{t('scoreColumn.openFindings')}</th>
            <th scope="col">{t('scoreColumn.complaints')}</th>
            <th scope="col">{t('scoreColumn.survey')}</th>
          </tr>
        </thead>
        <tbody>{of.touchpoints.map(row)}</tbody>
      </table>
    </Scroll>
  )
}
