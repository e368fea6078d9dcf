import { CheckOutlined, ExportOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { z } from 'zod'
import { type getWatchDay, markWatchCheck } from '#contract/complaint-watch.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './watch.module.css'

type Row = z.output<(typeof getWatchDay)['response']>['channels'][number]

const Progress = ({ row, isToday }: { row: Row; isToday: boolean }) => {
  const { t } = useTexts()
  const { needed, done, found } = row
  const tone = needed === 0 ? 'neutral' : done >= needed ? 'good' : isToday ? 'waiting' : 'late'
  return (
    <span className={styles.progress}>
      <StateTag tone={tone}>
        <span className="w-figures">
          {needed > 0
            ? t('watching.doneOf', { done, needed })
            : done > 0
              ? t('watching.doneCount', { done })
              : t('watching.notOwed')}
        </span>
      </StateTag>
      {found > 0 ? <StateTag tone="late">{t('watching.foundCount', { count: found })}</StateTag> : null}
    </span>
  )
}

/** One channel with its looks of the day; a look without a find is one press. */
export const Place = ({ row, isToday, onFind }: { row: Row; isToday: boolean; onFind: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const { channel } = row
  const { id, name } = channel
  const box = channel.kind === 'box'
  const mark = useApiMutation(markWatchCheck, {
    onSuccess: () => notice.good(t('watching.checked')),
    onError: notice.bad,
  })
  return (
    <li className={styles.place}>
      <div className={styles.name}>
        <span className={styles.title}>
          <strong>{name}</strong>
          {channel.url ? (
            <a
              href={channel.url}
              target="_blank"
              rel="noreferrer noopener"
              aria-label={`${name}: ${t('watching.open')}`}
            >
              <ExportOutlined aria-hidden />
            </a>
          ) : null}
          {channel.active ? null : <StateTag tone="ended">{t('watching.stoppedTag')}</StateTag>}
        </span>
        <span className="w-small w-quiet">
          {t(`watchKind.${channel.kind}`)} · {channel.assigned?.name ?? t('watching.nobody')} ·{' '}
          {channel.lastCheckedAt ? (
            <>
              {t('watching.lastAt')} <Instant at={channel.lastCheckedAt} />
            </>
          ) : (
            t('watching.never')
          )}
        </span>
      </div>
      <Progress row={row} isToday={isToday} />
      <span className={styles.acts}>
        {isToday && channel.mayCheck ? (
          <>
            <Button
              icon={<CheckOutlined aria-hidden />}
              loading={mark.isPending}
              aria-label={t(box ? 'watching.emptiedOf' : 'watching.checkOf', { name })}
              onClick={() => mark.mutate({ params: { estateId, id }, body: {} })}
            >
              {t(box ? 'watching.emptied' : 'watching.check')}
            </Button>
            <Button aria-label={t('watching.findOf', { name })} onClick={onFind}>
              {t('watching.find')}
            </Button>
          </>
        ) : null}
      </span>
    </li>
  )
}
