import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { getRoster, listPosts, type PostView, type RosterView } from '#contract/duty.ts'
import { TradeDate } from '#contract/staff.ts'
import { useToday } from '#ui/household/day.ts'
import { useTexts } from '#ui/i18n.ts'
import { useUrlFilters } from '#ui/list/filters.ts'
import { useIsPhone } from '#ui/media.ts'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useCan, useEstate } from '#ui/session.tsx'
import { EmptyState } from '#ui/states.tsx'
import styles from './duty.module.css'
import { DutyDialog } from './duty-dialog.tsx'
import { useRoster } from './use-roster.ts'
import { addDays, gapsByDay, mondayOf } from './week.rules.ts'
import { WeekBar } from './week-bar.tsx'
import { WeekDays } from './week-days.tsx'
import { WeekGrid } from './week-grid.tsx'
import { WeekTrouble } from './week-trouble.tsx'
import type { CellPlace } from './week-view.ts'

const Roster = ({ roster, posts }: { roster: RosterView; posts: readonly PostView[] }) => {
  const { t } = useTexts()
  const can = useCan()
  const phone = useIsPhone()
  const today = useToday()
  const [cell, setCell] = useState<CellPlace>()
  const [leftOut, setLeftOut] = useState<readonly string[]>([])
  const acts = useRoster(roster, setLeftOut)
  const shown = posts.filter((post) => post.active || roster.rows.some((row) => row.postId === post.id))
  // a week that is over is a record, not a plan
  const editable = can('duty.edit') && addDays(roster.weekStart, 6) >= today
  const view = { roster, posts: shown, gaps: gapsByDay(roster), today, ...(editable ? { onCell: setCell } : {}) }
  return (
    <>
      <WeekBar roster={roster} acts={acts} editable={editable} />
      {leftOut.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          closable={{ onClose: () => setLeftOut([]) }}
          className={styles.alert ?? ''}
          title={t('dutyPage.leftOut')}
          description={leftOut.map((line) => <div key={line}>{line}</div>)}
        />
      ) : null}
      {/* Without a post nobody can stand anywhere; that is said below. */}
      {shown.length > 0 ? <WeekTrouble roster={roster} editable={editable} /> : null}
      {shown.length === 0 ? (
        <div className="w-card">
          <EmptyState title={t('dutyPage.noPosts')} hint={t('dutyPage.noPostsHint')} />
        </div>
      ) : phone ? (
        <WeekDays {...view} />
      ) : (
        <WeekGrid {...view} />
      )}
      {cell ? (
        <DutyDialog cell={cell} roster={roster} posts={shown} acts={acts} onClose={() => setCell(undefined)} />
      ) : null}
    </>
  )
}

/** The roster of one week; which one stands in the address. */
export const Week = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const today = useToday()
  const Filters = z.object({ week: TradeDate.default(mondayOf(today)) })
  const { filters, setFilters } = useUrlFilters(Filters)
  const weekStart = mondayOf(filters.week)
  const roster = useApiQuery(getRoster, { params: { estateId, weekStart } }, { topics: ['duty'] })
  const posts = useApiQuery(listPosts, { params: { estateId } }, { topics: ['duty'] })
  const goTo = (week: string | undefined) => setFilters({ week })
  return (
    <>
      <nav className={styles.weeks} aria-label={t('dutyPage.week')}>
        <Button
          icon={<LeftOutlined aria-hidden />}
          aria-label={t('dutyPage.lastWeek')}
          onClick={() => goTo(addDays(weekStart, -7))}
        />
        <strong className="w-figures">
          {weekStart} – {addDays(weekStart, 6).slice(5)}
        </strong>
        <Button
          icon={<RightOutlined aria-hidden />}
          aria-label={t('dutyPage.nextWeek')}
          onClick={() => goTo(addDays(weekStart, 7))}
        />
        {weekStart === mondayOf(today) ? null : (
          <Button type="text" onClick={() => goTo(undefined)}>
            {t('dutyPage.thisWeek')}
          </Button>
        )}
      </nav>
      <QueryView query={posts}>
        {(places) => (
          <QueryView query={roster}>
            {(week) => <Roster key={week.weekStart} roster={week} posts={places.rows} />}
          </QueryView>
        )}
      </QueryView>
    </>
  )
}
