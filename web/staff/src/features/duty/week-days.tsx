import { Segmented } from 'antd'
import { z } from 'zod'
import { LocalDate } from '#contract/values.ts'
import { useTexts } from '#ui/i18n.ts'
import { useUrlFilters } from '#ui/list/filters.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { Cell, DayGaps, useDayName } from './cell.tsx'
import styles from './duty.module.css'
import type { WeekProps } from './week-view.ts'

const Filters = z.object({ day: LocalDate.optional() })

/** On a phone one day at a time, its posts one under the other. */
export const WeekDays = (view: WeekProps) => {
  const { t } = useTexts()
  const dayName = useDayName()
  const { roster, posts, gaps, today } = view
  const { filters, setFilters } = useUrlFilters(Filters)
  const asked = filters.day ?? today
  const day = roster.days.includes(asked) ? asked : (roster.days[0] ?? roster.weekStart)
  const open = gaps.get(day) ?? []
  return (
    <>
      <Segmented<string>
        block
        className={styles.days ?? ''}
        value={day}
        aria-label={t('dutyPage.day')}
        onChange={(next) => setFilters({ day: next })}
        options={roster.days.map((value, at) => ({
          value,
          label: (
            <span className={(gaps.get(value) ?? []).length > 0 ? styles.dayOpen : styles.dayName}>
              {dayName(at)}
              <span className="w-small w-figures">{value.slice(8)}</span>
            </span>
          ),
        }))}
      />
      <div className={styles.dayCover}>
        <span className="w-quiet">{t('dutyPage.cover')}</span>
        {open.length > 0 ? (
          <DayGaps gaps={open} />
        ) : day < today ? (
          <span className="w-faint w-small">{t('dutyPage.past')}</span>
        ) : (
          <StateTag tone="good">{t('dutyPage.covered')}</StateTag>
        )}
      </div>
      {posts.map((post) => (
        <section key={post.id} className={`w-card ${styles.dayPost}`} aria-label={post.name}>
          <h2>
            {post.name} <span className="w-small w-quiet">{post.acceptsComplaints ? t('dutyPage.accepts') : ''}</span>
          </h2>
          <Cell {...view} post={post} date={day} />
        </section>
      ))}
    </>
  )
}
