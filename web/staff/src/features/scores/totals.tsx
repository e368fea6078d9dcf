import type { ReactNode } from 'react'
import { scoreText } from '#contract/rules/score-text.ts'
import type { EstateScores } from '#contract/scores.ts'
import { useTexts } from '#ui/i18n.ts'
import { ScoreChange } from '#ui/inspection/score.tsx'
import { EstateLink, type LinkSearch } from '#ui/links.tsx'
import styles from './scores.module.css'

const Card = ({ title, value, children }: { title: string; value: ReactNode; children?: ReactNode }) => (
  <div className={`w-card ${styles.card}`}>
    <span className="w-small w-quiet">{title}</span>
    <span className={`w-figures ${styles.value}`}>{value}</span>
    <span className="w-small w-quiet">{children}</span>
  </div>
)

/** Estate and families, what was seen and what was found. */
export const Totals = ({ of }: { of: EstateScores }) => {
  const { t } = useTexts()
  const { coverage, findings } = of
  const score = (points: number | null, search: LinkSearch = {}) =>
    points === null ? (
      scoreText(points)
    ) : (
      <EstateLink to="place-scores" search={{ month: of.month, ...search }}>
        {scoreText(points)}
      </EstateLink>
    )
  const counts = [
    { word: 'score.repeats', count: findings.repeats, search: { from: of.from, to: of.to, repeat: 'true' } },
    { word: 'score.closed', count: findings.closed, search: { closedFrom: of.from, closedTo: of.to } },
    { word: 'score.openAtEnd', count: findings.open, search: { openOn: of.to } },
    { word: 'score.overdueNow', count: findings.overdue, search: { openOn: of.to, overdue: 'true' } },
  ] as const
  return (
    <div className={styles.cards}>
      <Card title={t('score.estate')} value={score(of.score)}>
        {t('scoreColumn.before')} {scoreText(of.before)} <ScoreChange score={of.score} before={of.before} />
      </Card>
      {of.families.map((one) => (
        <Card key={one.family} title={t(`family.${one.family}`)} value={score(one.score, { family: one.family })}>
          {t('scoreColumn.before')} {scoreText(one.before)} <ScoreChange score={one.score} before={one.before} />
        </Card>
      ))}
      <Card
        title={t('score.coverage')}
        value={
          <EstateLink to="place-scores" search={{ month: of.month }}>
            {coverage.seen} / {coverage.places}
          </EstateLink>
        }
      >
        <EstateLink to="place-scores" search={{ month: of.month, unseen: 'true', sort: 'unseen' }}>
          {t('score.unseen', { days: coverage.afterDays, count: coverage.unseen })}
        </EstateLink>
      </Card>
      <Card
        title={t('scoreColumn.findings')}
        value={
          <EstateLink to="findings" search={{ from: of.from, to: of.to, rejected: 'false' }}>
            {findings.found}
          </EstateLink>
        }
      >
        <span className={styles.parts}>
          {counts.map(({ word, count, search }) => (
            <EstateLink key={word} to="findings" search={{ ...search, rejected: 'false' }}>
              {t(word, { count })}
            </EstateLink>
          ))}
        </span>
      </Card>
    </div>
  )
}
