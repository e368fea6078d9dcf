import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Temporal } from 'temporal-polyfill'
import { countInspectionRounds } from '#contract/inspection-rounds.ts'
import { useTexts } from '#ui/i18n.ts'
import { useApiQuery } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import styles from './rounds.module.css'
import { weekOf } from './week.rules.ts'

/** The days of a week with what was done and missed; a press shows that day alone. */
export const Week = ({
  date,
  chosen,
  onChange,
}: {
  date: string
  chosen: string | undefined
  onChange: (range: { from: string; to: string }) => void
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const days = weekOf(date)
  const [from, to] = [days[0] ?? date, days[6] ?? date]
  const counts = useApiQuery(countInspectionRounds, { params: { estateId }, query: { from, to } })
  const byDate = new Map((counts.data?.days ?? []).map((d) => [d.date, d]))
  const move = (weeks: number) => {
    const next = weekOf(Temporal.PlainDate.from(date).add({ weeks }).toString())
    onChange({ from: next[0] ?? date, to: next[6] ?? date })
  }
  return (
    <section aria-label={t('rounds.days')}>
      <p className={styles.steps}>
        <Button icon={<LeftOutlined aria-hidden />} aria-label={t('rounds.weekBefore')} onClick={() => move(-1)} />
        <strong className="w-figures">
          {from} – {to}
        </strong>
        <Button icon={<RightOutlined aria-hidden />} aria-label={t('rounds.weekAfter')} onClick={() => move(1)} />
        <Button type={chosen === undefined ? 'default' : 'link'} onClick={() => onChange({ from, to })}>
          {t('rounds.days')}
        </Button>
      </p>
      <ul className={styles.week}>
        {days.map((day, i) => {
          const count = byDate.get(day)
          return (
            <li key={day}>
              <button
                type="button"
                className={styles.day}
                aria-pressed={chosen === day}
                onClick={() => onChange({ from: day, to: day })}
              >
                <span className="w-small w-quiet w-figures">
                  {t(WEEKDAYS[i] ?? 'weekday.1')} {day.slice(5)}
                </span>
                <span className="w-figures">
                  {count ? t('rounds.dayDone', { done: count.done, rounds: count.rounds }) : '—'}
                </span>
                {count && count.missed > 0 ? (
                  <span className={styles.late}>{t('rounds.dayMissed', { count: count.missed })}</span>
                ) : null}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const WEEKDAYS = ['weekday.1', 'weekday.2', 'weekday.3', 'weekday.4', 'weekday.5', 'weekday.6', 'weekday.7'] as const
