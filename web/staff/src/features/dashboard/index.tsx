import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { z } from 'zod'
import { MATTER_TYPES } from '#contract/channels.ts'
import { AGE_BUCKETS, type Dashboard, type Figure, getDashboard } from '#contract/dashboard.ts'
import { LocalDate } from '#contract/values.ts'
import { Chart, type ChartData } from '#ui/chart/chart.tsx'
import { type T, useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { wordFor } from '#ui/matter/words.ts'
import { useOpenList } from '#ui/open-list.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import styles from './dashboard.module.css'
import { FigureCard } from './figure-card.tsx'

const Filters = z.object({ date: LocalDate.optional() })

const byHour = (t: T, board: Dashboard): ChartData => {
  const hours = Array.from({ length: 24 }, (_, h) => h)
  const types = MATTER_TYPES.filter((type) => board.received.byHour.some((h) => h.contactType === type))
  return {
    kind: 'stacked',
    labels: hours.map((h) => String(h)),
    series: types.map((type) => ({
      id: type,
      name: t(`contactType.${type}`),
      values: hours.map((h) => board.received.byHour.find((x) => x.hour === h && x.contactType === type)?.count ?? 0),
    })),
  }
}

const byLine = (t: T, board: Dashboard): ChartData => ({
  kind: 'stacked',
  labels: board.open.byLine.map((l) => (l.line ? t(`line.${l.line}`) : t('dashboard.noLine'))),
  series: AGE_BUCKETS.map((bucket) => ({
    id: bucket,
    name: t(`dashboard.age.${bucket}`),
    values: board.open.byLine.map((l) => l.byAge.find((a) => a.bucket === bucket)?.count ?? 0),
  })),
})

const percent = (share: number | null) => (share === null ? '—' : `${Math.round(share * 100)}%`)

type Breach = { name: string; figure: Figure }
const ofClock = (t: T, { clock, ...figure }: Dashboard['late'][number]): Breach => ({
  name: wordFor(t, `clock.${clock}`),
  figure,
})
/** What ran out on the day: the clocks of matters, and the rounds that nobody went in time. */
const missedOf = (t: T, { missed, missedRounds }: Dashboard): Breach[] => [
  ...(missedRounds && missedRounds.count > 0 ? [{ name: t('dashboard.missedRounds'), figure: missedRounds }] : []),
  ...missed.map((one) => ofClock(t, one)),
]

const Breaches = ({ rows, nothing }: { rows: readonly Breach[]; nothing: string }) => {
  const open = useOpenList()
  return (
    <>
      {rows.length === 0 ? <p className="w-quiet">{nothing}</p> : null}
      <ul className={styles.list}>
        {rows.map(({ name, figure }) => (
          <li key={name}>
            <span>{name}</span>
            <button
              type="button"
              className="w-link w-figures"
              disabled={figure.opens === null}
              onClick={() => open(figure.opens)}
            >
              {figure.count}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

const Figures = ({ board }: { board: Dashboard }) => {
  const { t } = useTexts()
  const open = useOpenList()
  const { week, day } = board.satisfaction
  return (
    <>
      <div className={styles.figures}>
        <FigureCard title={t('dashboard.received')} figure={board.received.total} />
        <FigureCard title={t('dashboard.open')} figure={board.open.total} />
        <FigureCard
          title={t('dashboard.dueSoon')}
          figure={board.dueSoon}
          tone={board.dueSoon.count > 0 ? 'waiting' : 'neutral'}
        />
        <FigureCard
          title={t('dashboard.overdue')}
          figure={board.overdue}
          tone={board.overdue.count > 0 ? 'late' : 'good'}
        />
        <FigureCard title={t('dashboard.closed')} figure={board.closed} />
        <FigureCard
          title={t('dashboard.firstReply')}
          text={percent(board.firstReply.share)}
          figure={board.firstReply.missed}
          hint={t('dashboard.firstReplyMissed', { count: board.firstReply.missed.count })}
        />
        <FigureCard
          title={t('dashboard.satisfactionDay')}
          text={percent(day.share)}
          figure={day.notSatisfied}
          hint={t('dashboard.notSatisfied', { count: day.notSatisfied.count })}
        />
        <FigureCard
          title={t('dashboard.satisfactionWeek')}
          text={percent(week.share)}
          figure={week.notSatisfied}
          hint={t('dashboard.notSatisfied', { count: week.notSatisfied.count })}
        />
      </div>
      <div className={styles.charts}>
        <section className={`w-card ${styles.block}`}>
          <h2>{t('dashboard.byHour')}</h2>
          <Chart
            data={byHour(t, board)}
            description={t('dashboard.byHourHint', { count: board.received.total.count })}
            onClickDatum={({ seriesId }) =>
              open(board.received.byType.find((x) => x.contactType === seriesId)?.opens ?? null)
            }
          />
        </section>
        <section className={`w-card ${styles.block}`}>
          <h2>{t('dashboard.byLine')}</h2>
          <Chart
            data={byLine(t, board)}
            description={t('dashboard.byLineHint', { count: board.open.total.count })}
            onClickDatum={({ seriesId, index }) =>
              open(board.open.byLine[index]?.byAge.find((a) => a.bucket === seriesId)?.opens ?? null)
            }
          />
        </section>
        <section className={`w-card ${styles.block}`}>
          <h2>{t('dashboard.late')}</h2>
          <Breaches nothing={t('dashboard.nothingLate')} rows={board.late.map((one) => ofClock(t, one))} />
        </section>
        <section className={`w-card ${styles.block}`}>
          <h2>{t('dashboard.missed')}</h2>
          <Breaches nothing={t('dashboard.nothingMissed')} rows={missedOf(t, board)} />
        </section>
      </div>
    </>
  )
}

/** A day of the centre in figures; each opens the list that it counts. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const { filters, setFilters } = useUrlFilters(Filters)
  const query = useApiQuery(
    getDashboard,
    { params: { estateId }, query: { date: filters.date } },
    { topics: ['matters', 'orders', 'inspection'], refetchInterval: 60_000, placeholderData: (before) => before },
  )
  return (
    <>
      <PageHeader
        title={t('dashboard.title')}
        hint={query.data ? <Instant at={query.data.asOf} show="absolute" /> : null}
        actions={
          <DatePicker
            aria-label={t('dashboard.date')}
            value={query.data ? dayjs(query.data.date) : null}
            maxDate={dayjs()}
            onChange={(day) => setFilters({ date: day?.format('YYYY-MM-DD') })}
          />
        }
      />
      <QueryView query={query}>{(board) => <Figures board={board} />}</QueryView>
    </>
  )
}
