import { Alert, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { getWatchDay, type WatchChannel } from '#contract/complaint-watch.ts'
import { useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useCan, useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import { FindDialog } from './find-form.tsx'
import { Place } from './place.tsx'
import styles from './watch.module.css'

type DayOf = z.output<(typeof getWatchDay)['response']>

const Summary = ({ day, isToday }: { day: DayOf; isToday: boolean }) => {
  const { t } = useTexts()
  const needed = day.channels.reduce((sum, one) => sum + one.needed, 0)
  // more than is due on one channel makes up for no other
  const done = day.channels.reduce((sum, one) => sum + Math.min(one.done, one.needed), 0)
  const missing = day.night?.missing ?? 0
  return (
    <>
      {!isToday && missing > 0 ? (
        <Alert
          className={styles.alert ?? ''}
          type="error"
          showIcon
          title={t('watching.shortDay', { count: missing })}
        />
      ) : null}
      <p className={styles.summary} role="status">
        <StateTag tone="neutral">{t(day.workingDay ? 'watching.workingDay' : 'watching.dayOff')}</StateTag>
        <span className="w-figures">
          {needed === 0 ? t('watching.noneOwed') : t('watching.total', { done, needed })}
        </span>
      </p>
    </>
  )
}

/** Which channel needs how many looks on a day, and the check mark for each. */
export const Day = ({ date, today, add }: { date: string; today: string; add: ReactNode }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const go = useGo()
  const day = useApiQuery(getWatchDay, { params: { estateId }, query: { date } })
  const [finding, setFinding] = useState<WatchChannel>()
  const [found, setFound] = useState<WatchChannel>()
  const isToday = date === today
  return (
    <QueryView query={day}>
      {(shown) =>
        shown.channels.length === 0 ? (
          <div className="w-card">
            <EmptyState title={t('watching.empty')} hint={t('watching.emptyHint')} actions={add} />
          </div>
        ) : (
          <>
            {found ? (
              <Alert
                className={styles.alert ?? ''}
                type="warning"
                showIcon
                role="alert"
                title={t('watching.foundSaved', { name: found.name })}
                closable={{ onClose: () => setFound(undefined) }}
                action={
                  can('desk.use') ? (
                    <Button
                      size="small"
                      type="primary"
                      onClick={() => go('desk', found.kind === 'box' ? { box: found.id } : { watch: found.id })}
                    >
                      {t('watching.toDesk')}
                    </Button>
                  ) : undefined
                }
              />
            ) : null}
            <Summary day={shown} isToday={isToday} />
            <ul className={`w-card ${styles.places}`} aria-label={t('watching.tab.day')}>
              {shown.channels.map((row) => (
                <Place key={row.channel.id} row={row} isToday={isToday} onFind={() => setFinding(row.channel)} />
              ))}
            </ul>
            {finding ? (
              <FindDialog
                channel={finding}
                onClose={() => setFinding(undefined)}
                onSaved={(count) => setFound(count > 0 ? finding : undefined)}
              />
            ) : null}
          </>
        )
      }
    </QueryView>
  )
}
