import { getCompanyComplaintTrend } from '#contract/complaint-company.ts'
import { Chart } from '#ui/chart/chart.tsx'
import { largestCategories, OTHERS } from '#ui/complaint/largest.rules.ts'
import { categoryWord } from '#ui/complaint/words.ts'
import { useTexts } from '#ui/i18n.ts'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import styles from './company.module.css'

export const CompanyTrend = ({ month, topics }: { month: string | undefined; topics: readonly string[] }) => {
  const { t } = useTexts()
  const query = useApiQuery(getCompanyComplaintTrend, { query: month ? { month } : {} }, { topics })
  return (
    <section className={`w-card ${styles.trend}`} aria-label={t('complaintCompany.trend')}>
      <h2>{t('complaintCompany.trend')}</h2>
      <QueryView query={query}>
        {({ months }) => (
          <Chart
            data={{
              kind: 'stacked',
              labels: months.map((one) => one.month.slice(2)),
              series: largestCategories(months.map(({ categories }) => categories)).map(({ id, values }) => ({
                id,
                name: id === OTHERS ? t('complaintFigure.others') : categoryWord(t, id === 'none' ? null : id),
                values,
              })),
            }}
            description={t('complaintFigure.trendHint', {
              months: months.length,
              count: months.at(-1)?.count ?? 0,
            })}
          />
        )}
      </QueryView>
    </section>
  )
}
