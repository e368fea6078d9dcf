import { bandOf, changeText, scoreChange, scoreText } from '#contract/rules/score-text.ts'
import { useTexts } from '../i18n.ts'
import { EstateLink, type LinkSearch } from '../links.tsx'
import styles from './inspection.module.css'

/** A score in words and a shade; the figure alone says it too. */
export const ScoreCell = ({
  score,
  to,
  search,
  estate,
}: {
  score: number | null
  to?: string
  search?: LinkSearch
  estate?: string
}) => {
  const { t } = useTexts()
  const look = `w-figures ${styles.score} ${styles[bandOf(score)] ?? ''}`
  return to !== undefined && score !== null ? (
    <EstateLink to={to} {...(search ? { search } : {})} {...(estate ? { estate } : {})} className={look}>
      {scoreText(score)}
    </EstateLink>
  ) : (
    <span className={look} title={score === null ? t('score.none') : undefined}>
      {scoreText(score)}
    </span>
  )
}

/** More or fewer points than the month before. */
export const ScoreChange = ({ score, before }: { score: number | null; before: number | null }) => {
  const by = scoreChange(score, before)
  if (by === null) return <span className="w-faint">—</span>
  const look = by > 0 ? styles.better : by < 0 ? styles.worse : 'w-faint'
  return <span className={`w-figures ${look ?? ''}`}>{changeText(by)}</span>
}
