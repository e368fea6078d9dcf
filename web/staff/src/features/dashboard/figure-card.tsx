import type { Figure } from '#contract/dashboard.ts'
import { useOpenList } from '#ui/open-list.ts'
import type { Tone } from '#ui/palette.ts'
import styles from './dashboard.module.css'

/** One figure as large as it matters; a click opens what it counts. */
export const FigureCard = ({
  title,
  figure,
  text,
  hint,
  tone = 'neutral',
}: {
  title: string
  figure: Figure
  text?: string
  hint?: string
  tone?: Tone
}) => {
  const open = useOpenList()
  return (
    <button
      type="button"
      className={`w-card ${styles.card} ${styles[tone] ?? ''}`}
      disabled={figure.opens === null}
      onClick={() => open(figure.opens)}
    >
      <span className={styles.cardTitle}>{title}</span>
      <span className={`w-figures ${styles.value}`}>{text ?? figure.count}</span>
      {hint ? <span className="w-small w-quiet">{hint}</span> : null}
    </button>
  )
}
