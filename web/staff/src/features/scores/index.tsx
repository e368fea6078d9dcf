import { FileExcelOutlined, PrinterOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { z } from 'zod'
import { scoreText, sinceBeforeText, versionName } from '#contract/rules/score-text.ts'
import { type EstateScores, exportEstateScores, getEstateScores, printEstateScores } from '#contract/scores.ts'
import { FAMILIES } from '#contract/touchpoints.ts'
import { Month } from '#contract/values.ts'
import { addressOf } from '#ui/api.ts'
import { Chart } from '#ui/chart/chart.tsx'
import { Section } from '#ui/complaint/figure.tsx'
import { useTexts } from '#ui/i18n.ts'
import { EmptyMonth } from '#ui/inspection/empty-month.tsx'
import { MonthPicker } from '#ui/inspection/month-picker.tsx'
import { Instant } from '#ui/instant.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { FailedItems } from './failed-items.tsx'
import { Heat } from './heat.tsx'
import { Places } from './places.tsx'
import styles from './scores.module.css'
import { Totals } from './totals.tsx'
import { TouchpointTable } from './touchpoint-table.tsx'
import { Versions } from './versions.tsx'

const Filters = z.object({ month: Month.optional() })

const Figures = ({ of, onShow }: { of: EstateScores; onShow: (month: string) => void }) => {
  const { t } = useTexts()
  const otherStandard = sinceBeforeText(t, of)
  const changes = of.months.flatMap(({ month, newVersions }) => newVersions.map((version) => ({ month, version })))
  return (
    <>
      <Totals of={of} />
      {otherStandard === null ? null : <Alert type="info" showIcon title={otherStandard} />}
      <div className={styles.grid}>
        <Section wide title={t('scoreSheet.touchpoints')} note={t('scorePrint.formula')}>
          <TouchpointTable of={of} />
        </Section>
        <Section title={t('score.trend')}>
          <Chart
            data={{
              kind: 'line',
              labels: of.months.map(({ month }) => month.slice(2)),
              series: [
                { id: 'score', name: t('score.estate'), values: of.months.map(({ score }) => score) },
                ...FAMILIES.map((family) => ({
                  id: family,
                  name: t(`family.${family}`),
                  values: of.months.map(({ families }) => families[family]),
                })),
              ],
            }}
            description={t('score.trendHint', { score: scoreText(of.score) })}
            onClickDatum={({ index }) => {
              const month = of.months[index]?.month
              if (month) onShow(month)
            }}
          />
          {changes.map(({ month, version }) => (
            <p key={`${month} ${version.standard.id} ${version.variant?.id ?? ''}`} className="w-small w-quiet">
              {t('score.newVersion', { month, version: versionName(t, version) })}
            </p>
          ))}
        </Section>
        <Section title={t('scoreSheet.failedItems')}>
          <FailedItems of={of} />
        </Section>
        <Section title={t('score.worst')}>
          <Places places={of.worst} month={of.month} label={t('score.worst')} />
        </Section>
        <Section title={t('score.best')}>
          <Places places={of.best} month={of.month} label={t('score.best')} />
        </Section>
        <Section wide title={t('score.heat')}>
          <Heat of={of} />
        </Section>
        <Section wide title={t('scoreSheet.versions')}>
          <Versions of={of} />
        </Section>
      </div>
    </>
  )
}

/** The scores of a month; every figure opens the looks, places or findings behind it. */
export const Page = () => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const { filters, setFilters } = useUrlFilters(Filters)
  const query = useApiQuery(
    getEstateScores,
    { params: { estateId }, query: filters },
    { topics: ['inspection', 'matters', 'findings'], placeholderData: (before) => before },
  )
  const asked = { params: { estateId }, query: { ...filters, lang } }
  return (
    <>
      <PageHeader
        title={t('nav.scores')}
        hint={
          query.data ? (
            <>
              {t('score.hint')} · {t('complaintPeriod.asOf')} <Instant at={query.data.asOf} show="absolute" />
            </>
          ) : (
            t('score.hint')
          )
        }
        actions={
          <span className={styles.bar}>
            <MonthPicker month={filters.month ?? query.data?.month} onChange={(month) => setFilters({ month })} />
            <Button icon={<PrinterOutlined aria-hidden />} href={addressOf(printEstateScores, asked)} target="_blank">
              {t('score.print')}
            </Button>
            <Button icon={<FileExcelOutlined aria-hidden />} href={addressOf(exportEstateScores, asked)}>
              {t('score.excel')}
            </Button>
          </span>
        }
      />
      <QueryView query={query}>
        {(of) => (
          <div className={styles.page}>
            <EmptyMonth {...of} onShow={(month) => setFilters({ month })} />
            <Figures of={of} onShow={(month) => setFilters({ month })} />
          </div>
        )}
      </QueryView>
    </>
  )
}
