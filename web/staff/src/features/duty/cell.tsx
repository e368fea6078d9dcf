import { PlusOutlined } from '@ant-design/icons'
import type { PostView, RosterRow } from '#contract/duty.ts'
import { useTexts } from '#ui/i18n.ts'
import styles from './duty.module.css'
import type { DayGap } from './week.rules.ts'
import type { WeekProps } from './week-view.ts'

export const useDayName = () => {
  const { t } = useTexts()
  const names = [
    t('dutyPage.day1'),
    t('dutyPage.day2'),
    t('dutyPage.day3'),
    t('dutyPage.day4'),
    t('dutyPage.day5'),
    t('dutyPage.day6'),
    t('dutyPage.day7'),
  ]
  /** `at` counts from Monday. */
  return (at: number) => names[at] ?? ''
}

export const useTimes = () => {
  const { t } = useTexts()
  return ({ from, to, overMidnight }: Pick<RosterRow, 'from' | 'to' | 'overMidnight'>) => {
    if (overMidnight && from === to) return t('dutyPage.allDay')
    if (overMidnight && to === '00:00') return `${from}–24:00`
    return overMidnight ? `${from}–${t('dutyPage.nextDay')} ${to}` : `${from}–${to}`
  }
}

/** The hours of a day in which nobody accepts complaints. */
export const DayGaps = ({ gaps }: { gaps: readonly DayGap[] }) => {
  const { t } = useTexts()
  return gaps.map((gap) => (
    <span key={gap.from} className={`${styles.gap} w-figures`}>
      {t('dutyPage.gap', gap)}
    </span>
  ))
}

/** The duties of a post on a day. */
export const Cell = ({ roster, onCell, today, post, date }: WeekProps & { post: PostView; date: string }) => {
  const { t } = useTexts()
  const times = useTimes()
  const rows = roster.rows
    .filter((row) => row.postId === post.id && row.date === date)
    .toSorted((a, b) => a.fromAt.localeCompare(b.fromAt))
  const clashes = (row: (typeof rows)[number]) =>
    roster.overlaps.some((o) => o.staffId === row.staffId && o.from < row.toAt && row.fromAt < o.to)
  return (
    <div className={styles.cell}>
      {rows.map((row) => {
        const content = (
          <>
            <span className="w-figures w-small w-quiet">{times(row)}</span>
            <span>{row.staffName}</span>
          </>
        )
        const look = `${styles.duty} ${clashes(row) ? styles.clash : ''}`
        const key = `${row.staffId} ${row.fromAt}`
        return onCell ? (
          <button
            key={key}
            type="button"
            className={look}
            aria-label={`${t('dutyPage.editAt', { name: row.staffName, post: post.name, date })} ${times(row)}`}
            onClick={() => onCell({ postId: post.id, date, row })}
          >
            {content}
          </button>
        ) : (
          <span key={key} className={look}>
            {content}
          </span>
        )
      })}
      {onCell && post.active && date >= today ? (
        <button
          type="button"
          className={styles.add}
          aria-label={t('dutyPage.addAt', { post: post.name, date })}
          onClick={() => onCell({ postId: post.id, date })}
        >
          <PlusOutlined aria-hidden /> <span>{t('dutyPage.add')}</span>
        </button>
      ) : rows.length === 0 ? (
        <span className="w-faint">—</span>
      ) : null}
    </div>
  )
}
