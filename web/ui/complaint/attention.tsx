import type { ComplaintAnalysis } from '#contract/complaint-analysis.ts'
import { reasonOf } from '#contract/rules/line-standing.ts'
import { useTexts } from '../i18n.ts'
import { StateTag } from '../state-tag.tsx'
import { attentionOf } from './attention.rules.ts'
import styles from './complaint.module.css'
import { FigureLink } from './figure.tsx'
import { Gathered } from './gathered.tsx'
import { kpiValue } from './kpi-table.tsx'
import { StandingTag } from './standing.tsx'

/** CP-132: the weak places of a period and the strong ones in a few lines, each with the reason, before all figures. */
export const Attention = ({ of: analysis }: { of: ComplaintAnalysis }) => {
  const { t } = useTexts()
  const { missed, named } = attentionOf(analysis)
  if (analysis.totals.counted.count === 0) return null
  return (
    <section className={`w-card ${styles.block}`} aria-label={t('complaintFigure.attention')}>
      <h2>{t('complaintFigure.attention')}</h2>
      <ul className={styles.points}>
        {missed.length + named.length === 0 ? (
          <li>
            <StateTag tone="good">{t('complaintFigure.allMet')}</StateTag>
          </li>
        ) : null}
        <Gathered of={analysis} />
        {named.map(({ standing, of }) => {
          const { key, params } = reasonOf(standing, of)
          return of.line ? (
            <li key={`${of.line} ${standing}`}>
              <StandingTag standing={standing} /> <strong>{t(`line.${of.line}`)}</strong>{' '}
              <FigureLink count={of.count} opens={of.opens}>
                {t(key, params)}
              </FigureLink>
            </li>
          ) : null
        })}
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
