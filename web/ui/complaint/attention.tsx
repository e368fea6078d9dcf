import type { ComplaintAnalysis } from '#contract/complaint-analysis.ts'
import { useTexts } from '../i18n.ts'
import { StateTag } from '../state-tag.tsx'
import { attentionOf } from './attention.rules.ts'
import styles from './complaint.module.css'
import { FigureLink } from './figure.tsx'
import { Gathered } from './gathered.tsx'
import { kpiValue } from './kpi-table.tsx'

/** The weak places of a period in a few lines, before all figures. */
export const Attention = ({ of: analysis }: { of: ComplaintAnalysis }) => {
  const { t } = useTexts()
  const { missed, weak } = attentionOf(analysis)
  if (analysis.totals.counted.count === 0) return null
  if (missed.length + weak.length === 0)
    return (
      <p>
        <StateTag tone="good">{t('complaintFigure.allMet')}</StateTag>
      </p>
    )
  return (
    <section className={`w-card ${styles.block}`} aria-label={t('complaintFigure.attention')}>
      <h2>{t('complaintFigure.attention')}</h2>
      <ul className={styles.points}>
        <Gathered of={analysis} />
        {weak.map((group) =>
          group.line ? (
            <li key={group.line}>
              <StateTag tone="late">{t('complaintFigure.weak')}</StateTag> <strong>{t(`line.${group.line}`)}</strong>{' '}
              <FigureLink count={group.count} opens={group.opens}>
                {t('complaintFigure.weakLine', {
                  count: group.count,
                  late: group.late,
                  notSatisfied: group.notSatisfied,
                })}
              </FigureLink>
            </li>
          ) : null,
        )}
        {missed.map((kpi) => (
          <li key={kpi.kpi}>
            <StateTag tone="late">{t('complaintFigure.missed')}</StateTag>{' '}
            <strong>{t(`complaintKpi.${kpi.kpi}`)}</strong>{' '}
            <span className="w-figures">
              {t('complaintFigure.valueAndTarget', {
                value: kpiValue(kpi, kpi.value),
                target: kpiValue(kpi, kpi.target),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
