import { Segmented } from 'antd'
import { useState } from 'react'
import type { TrendPoint } from '#contract/complaint-analysis.ts'
import { Chart, type ChartData, type Datum } from '../chart/chart.tsx'
import { type T, useTexts } from '../i18n.ts'
import { useGo } from '../links.tsx'
import { useCan } from '../session.tsx'
import styles from './complaint.module.css'
import { largestCategories, OTHERS } from './largest.rules.ts'
import { searchOf } from './search-of.ts'
import { categoryWord } from './words.ts'

const VIEWS = ['category', 'measures'] as const
type View = (typeof VIEWS)[number]
const MEASURES = ['count', 'late', 'major', 'hot'] as const
/** What a measure asks of the list beside the month. */
const FILTERS = { count: {}, late: { late: 'true' }, major: { major: 'true' }, hot: { hot: 'true' } } as const

const byCategory = (t: T, points: readonly TrendPoint[]): ChartData => {
  const months = points.map(({ categories }) => categories)
  return {
    kind: 'stacked',
    labels: points.map(({ to }) => to.slice(2, 7)),
    series: largestCategories(months).map(({ id, values }) => ({
      id,
      name: id === OTHERS ? t('complaintFigure.others') : id === 'none' ? categoryWord(t, null) : categoryWord(t, id),
      values,
    })),
  }
}

const byMeasure = (t: T, points: readonly TrendPoint[]): ChartData => ({
  kind: 'line',
  labels: points.map(({ to }) => to.slice(2, 7)),
  series: MEASURES.map((id) => ({
    id,
    name: t(`complaintFigure.measure.${id}`),
    values: points.map((point) => point[id]),
  })),
})

/** CP-132: thirteen months; a bar or point opens the complaints of its month. */
export const Trend = ({ points }: { points: readonly TrendPoint[] }) => {
  const { t } = useTexts()
  const go = useGo()
  const can = useCan()
  const [view, setView] = useState<View>('category')
  const open = ({ seriesId, index }: Datum) => {
    const opens = points[index]?.opens
    if (!opens) return
    const measure = MEASURES.find((one) => one === seriesId)
    const category = seriesId === OTHERS || measure ? {} : { category: seriesId }
    go('complaints', { ...searchOf(opens), ...category, ...(measure ? FILTERS[measure] : {}) })
  }
  const last = points.at(-1)
  return (
    <>
      <Segmented<View>
        className={styles.switch ?? ''}
        size="small"
        value={view}
        aria-label={t('complaintFigure.trendView')}
        onChange={setView}
        options={VIEWS.map((value) => ({ value, label: t(`complaintFigure.trendBy.${value}`) }))}
      />
      <Chart
        height={260}
        data={view === 'category' ? byCategory(t, points) : byMeasure(t, points)}
        description={t('complaintFigure.trendHint', { months: points.length, count: last?.count ?? 0 })}
        {...(can('complaint.read_reports') ? { onClickDatum: open } : {})}
      />
    </>
  )
}
