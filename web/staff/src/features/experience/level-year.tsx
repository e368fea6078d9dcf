import { getLevelYear, type LevelYear } from '#contract/experience.ts'
import { Chart } from '#ui/chart/chart.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import styles from './experience.module.css'

const HEIGHT_PX = 180
const inPercent = (share: number | null) => (share === null ? null : Math.round(share * 1_000) / 10)
/** 1 to 5 as 0 to 1, so that both stand on one axis. */
const asShare = (satisfaction: number | null) => (satisfaction === null ? null : (satisfaction - 1) / 4)

const Lines = ({ level, months }: { level: LevelYear['levels'][number]; months: LevelYear['months'] }) => {
  const { t } = useTexts()
  const name = `${level.touchpoint} ${t(`experience.measure.${level.measure}`)}`
  return (
    <figure className={styles.year}>
      <figcaption className="w-small">{name}</figcaption>
      <Chart
        height={HEIGHT_PX}
        data={{
          kind: 'line',
          unit: '%',
          labels: months.map((month) => month.slice(2)),
          series: [
            { id: 'level', name: t('experience.level'), values: level.kept.map(inPercent) },
            {
              id: 'satisfaction',
              name: t('experience.satisfactionShare'),
              values: level.satisfaction.map((one) => inPercent(asShare(one))),
            },
          ],
        }}
        description={t('experience.yearOf', { name })}
      />
    </figure>
  )
}

/** quality-model.md 8.2: each measured level against satisfaction, over a year. */
export const Year = ({ month }: { month: string }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const query = useApiQuery(
    getLevelYear,
    { params: { estateId }, query: { month } },
    { topics: ['matters', 'surveys'], placeholderData: (before) => before },
  )
  return (
    <>
      <h3 className={styles.title}>{t('experience.year')}</h3>
      <QueryView query={query}>
        {({ months, levels }) => {
          const measured = levels.filter(({ kept }) => kept.some((share) => share !== null))
          return measured.length === 0 ? (
            <p className="w-quiet">{t('experience.noneYet')}</p>
          ) : (
            measured.map((level) => <Lines key={level.measure} level={level} months={months} />)
          )
        }}
      </QueryView>
    </>
  )
}
