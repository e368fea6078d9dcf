import type { CaseFigure } from '#contract/complaint-analysis.ts'
import { useTexts } from '../i18n.ts'
import type { Tone } from '../palette.ts'
import styles from './complaint.module.css'
import { Change, FigureLink } from './figure.tsx'

export type BarLine = CaseFigure & { key: string; name: string; tone?: Tone }

/** How many stand in each bucket, in the order of the buckets. */
export const Bars = ({ title, lines }: { title: string; lines: readonly BarLine[] }) => {
  const { t } = useTexts()
  const most = Math.max(1, ...lines.map(({ count }) => count))
  return (
    <table className={styles.table}>
      <caption className="w-hidden">{title}</caption>
      <thead className="w-hidden">
        <tr>
          <th scope="col">{title}</th>
          <th scope="col" colSpan={2}>
            {t('complaintFigure.count')}
          </th>
          <th scope="col">{t('complaintFigure.change')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <th scope="row">{line.name}</th>
            <td className={styles.barCell}>
              <span
                className={`${styles.bar} ${line.tone === 'late' ? styles.barLate : ''}`}
                style={{ inlineSize: `${(line.count / most) * 100}%` }}
              />
            </td>
            <td>
              <FigureLink count={line.count} opens={line.opens} tone={line.tone ?? 'neutral'} />
            </td>
            <td className={styles.words}>
              <Change {...line} bad={line.tone === 'late'} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
