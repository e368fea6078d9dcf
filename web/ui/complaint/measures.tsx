import type { ComplaintAnalysis } from '#contract/complaint-analysis.ts'
import { type T, useTexts } from '../i18n.ts'
import { EstateLink, type LinkSearch } from '../links.tsx'
import { wordFor } from '../matter/words.ts'
import { useCan } from '../session.tsx'
import { Bars } from './bars.tsx'
import styles from './complaint.module.css'
import { Change, FigureLink, Section } from './figure.tsx'
import { KpiTable } from './kpi-table.tsx'
import { Pareto } from './pareto.tsx'
import { Trend } from './trend.tsx'

type Part = { of: ComplaintAnalysis }

export const TrendOf = ({ of: { trend }, months }: Part & { months: 'statistical' | 'calendar' }) => {
  const { t } = useTexts()
  return (
    <Section wide title={t(months === 'calendar' ? 'complaintPrint.calendarTrend' : 'complaintPrint.trend')}>
      <Trend points={trend[months]} />
    </Section>
  )
}

export const Kpis = ({ of: analysis }: Part) => {
  const { t } = useTexts()
  return (
    <Section wide title={t('complaintPrint.kpis')} note={t('complaintFigure.kpiNote')}>
      <KpiTable of={analysis} />
    </Section>
  )
}

export const SubPareto = ({ of: { from, to, subPareto } }: Part) => {
  const { t } = useTexts()
  return (
    <Section title={t('complaintPrint.subs')}>
      <Pareto
        lines={subPareto.map(({ sub, ...ranked }) => ({
          ...ranked,
          name: wordFor(t, `category.${sub}`, sub),
          opens: { from, to, counted: 'yes', sub },
        }))}
        description={t('complaintFigure.paretoHint', { count: subPareto.length })}
      />
    </Section>
  )
}

export const FactorPareto = ({ of: { from, to, factorPareto } }: Part) => {
  const { t } = useTexts()
  return (
    <Section title={t('complaintPrint.factors')}>
      <Pareto
        lines={factorPareto.map(({ factor, ...ranked }) => ({
          ...ranked,
          name: t(`factor.${factor}`),
          opens: { from, to, counted: 'yes', factor },
        }))}
        description={t('complaintFigure.paretoHint', { count: factorPareto.length })}
      />
    </Section>
  )
}

const hours = (value: number | null) => (value === null ? '—' : Math.round(value * 10) / 10)
const spreadNote = (t: T, of: Omit<ComplaintAnalysis['reply'], 'buckets'>) =>
  of.medianHours === null
    ? t('complaintFigure.nothing')
    : t('complaintFigure.spread', {
        median: hours(of.medianHours),
        p90: hours(of.p90Hours),
        beforeMedian: hours(of.beforeMedianHours),
        beforeP90: hours(of.beforeP90Hours),
      })

export const Spread = ({ of: analysis, what }: Part & { what: 'reply' | 'closing' }) => {
  const { t } = useTexts()
  const title = t(what === 'reply' ? 'complaintPrint.replyTimes' : 'complaintPrint.closeTimes')
  return (
    <Section title={title} note={spreadNote(t, analysis[what])}>
      <Bars
        title={title}
        lines={analysis[what].buckets.map(({ bucket, ...figure }) => ({
          ...figure,
          key: bucket,
          name: t(`complaintTime.${bucket}`),
        }))}
      />
    </Section>
  )
}

export const OpenByAge = ({ of: { openByAge } }: Part) => {
  const { t } = useTexts()
  const title = t('complaintFigure.openByAge')
  return (
    <Section title={title}>
      <Bars
        title={title}
        lines={openByAge.map(({ bucket, ...figure }) => ({
          ...figure,
          key: bucket,
          name: t(`dashboard.age.${bucket}`),
          tone: bucket === 'over30' ? 'late' : 'neutral',
        }))}
      />
    </Section>
  )
}

export const Satisfaction = ({ of: { satisfaction } }: Part) => {
  const { t } = useTexts()
  const title = t('complaintColumn.satisfaction')
  return (
    <Section title={title}>
      <Bars
        title={title}
        lines={satisfaction.map(({ answer, ...figure }) => ({
          ...figure,
          key: answer,
          name: answer === 'none' ? t('complaintFigure.notCalled') : wordFor(t, `choice.${answer}`),
          tone: answer === 'notSatisfied' ? 'late' : 'neutral',
        }))}
      />
    </Section>
  )
}

/** CP-093: found to be our mistake or not, and not yet known apart from both. */
export const Faults = ({ of: { faults } }: Part) => {
  const { t } = useTexts()
  const title = t('complaint.ours')
  if (faults.length === 0) return null
  return (
    <Section title={title}>
      <Bars
        title={title}
        lines={faults.map(({ ours, ...figure }) => ({ ...figure, key: ours, name: t(`fault.${ours}`) }))}
      />
    </Section>
  )
}

type Duty = { key: string; name: string; count: number; before: number; to: string; search: LinkSearch; bad: boolean }

const Duties = ({ title, lines }: { title: string; lines: readonly Duty[] }) => {
  const { t } = useTexts()
  const can = useCan()
  return (
    <table className={styles.table}>
      <caption className="w-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('complaintPrint.figure')}</th>
          <th scope="col">{t('complaintPrint.now')}</th>
          <th scope="col">{t('complaintFigure.change')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <th scope="row">{line.name}</th>
            <td>
              {line.count > 0 && can('complaint.read_reports') ? (
                <EstateLink
                  to={line.to}
                  search={line.search}
                  className={`${styles.figure} ${line.bad ? styles.late : ''}`}
                >
                  {line.count}
                </EstateLink>
              ) : (
                <FigureLink count={line.count} opens={null} tone={line.bad ? 'late' : 'neutral'} />
              )}
            </td>
            <td className={styles.words}>
              <Change {...line} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** CP-161: what was done late or not at all in the handling, whatever the complaints were about. */
export const Handling = ({ of: { from, to, handling, promises } }: Part) => {
  const { t } = useTexts()
  const title = t('complaintPrint.handling')
  const cases = { from, to, counted: 'yes' }
  return (
    <Section title={title}>
      <Duties
        title={title}
        lines={[
          {
            ...handling.lateReplies,
            key: 'lateReplies',
            name: t('complaintPrint.lateReplies'),
            to: 'complaints',
            search: { ...cases, late: 'true' },
            bad: true,
          },
          {
            ...promises.broken,
            key: 'broken',
            name: t('complaintPrint.brokenPromises'),
            to: 'complaints',
            search: { ...cases, brokenPromise: 'true' },
            bad: true,
          },
          {
            ...handling.lateReports,
            key: 'lateReports',
            name: t('complaintPrint.lateReports'),
            to: 'complaint-reports',
            search: { late: 'true' },
            bad: true,
          },
          {
            ...handling.missingReports,
            key: 'missingReports',
            name: t('complaintPrint.missingReports'),
            to: 'complaint-reports',
            search: { overdue: 'true' },
            bad: true,
          },
          {
            ...handling.missingTallies,
            key: 'missingTallies',
            name: t('complaintPrint.missingTallies'),
            to: 'complaint-tally',
            search: { tab: 'days', from, to },
            bad: true,
          },
          {
            ...handling.lateTallies,
            key: 'lateTallies',
            name: t('complaintFigure.lateTallies'),
            to: 'complaint-tally',
            search: { tab: 'days', from, to },
            bad: true,
          },
        ]}
      />
    </Section>
  )
}

/** CP-022, K4: what we said we would tell by when. */
export const Promises = ({ of: { promises } }: Part) => {
  const { t } = useTexts()
  const title = t('complaintFigure.promises')
  const line = (key: 'made' | 'kept' | 'broken' | 'waiting', tone: 'late' | 'neutral' = 'neutral') => ({
    ...promises[key],
    key,
    name: t(`complaintFigure.promise.${key}`),
    opens: key === 'broken' ? promises.brokenCases.opens : null,
    tone,
  })
  return (
    <Section title={title}>
      <Bars title={title} lines={[line('made'), line('kept'), line('broken', 'late'), line('waiting')]} />
    </Section>
  )
}
