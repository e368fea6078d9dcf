import { useTexts } from '#ui/i18n.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { Cell, DayGaps, useDayName } from './cell.tsx'
import styles from './duty.module.css'
import type { WeekProps } from './week-view.ts'

/** Posts by days, with the cover of complaints above them. */
export const WeekGrid = (view: WeekProps) => {
  const { t } = useTexts()
  const dayName = useDayName()
  const { roster, posts, gaps, today } = view
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
    <section className={`w-card ${styles.frame}`} tabIndex={0} aria-label={t('dutyPage.week')}>
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col">{t('dutyPage.post')}</th>
            {roster.days.map((day, at) => (
              <th key={day} scope="col" className={day === today ? styles.today : ''}>
                {dayName(at)} <span className="w-figures w-quiet">{day.slice(5)}</span>
                {day === today ? <span className="w-small"> {t('dutyPage.today')}</span> : null}
              </th>
            ))}
          </tr>
          <tr className={styles.cover}>
            <th scope="row">{t('dutyPage.cover')}</th>
            {roster.days.map((day) => {
              const open = gaps.get(day) ?? []
              return (
                <td key={day}>
                  {open.length > 0 ? (
                    <DayGaps gaps={open} />
                  ) : day < today ? (
                    <span className="w-faint w-small">{t('dutyPage.past')}</span>
                  ) : (
                    <StateTag tone="good">{t('dutyPage.covered')}</StateTag>
                  )}
                </td>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {posts.map((post) => (
            <tr key={post.id}>
              <th scope="row">
                <div>{post.name}</div>
                <div className="w-small w-quiet">
                  {post.active
                    ? post.acceptsComplaints
                      ? t('dutyPage.accepts')
                      : t(`postKind.${post.kind}`)
                    : t('dutyPage.closedPost')}
                </div>
              </th>
              {roster.days.map((day) => (
                <td key={day} className={day === today ? styles.today : ''}>
                  <Cell {...view} post={post} date={day} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
