import { BellOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { useState } from 'react'
import { countMyMessages, listMyMessages, readMyMessages } from '#contract/running.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { useGo } from '#ui/links.tsx'
import { useApiMutation, useApiQuery, usePages } from '#ui/query.ts'
import { useMaybeEstate } from '#ui/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '#ui/states.tsx'
import styles from './messages.module.css'

const Messages = ({ estateId, onLeave }: { estateId: string; onLeave: () => void }) => {
  const { t, lang } = useTexts()
  const go = useGo()
  const pages = usePages(listMyMessages, { params: { estateId }, query: { limit: 30, lang } }, { topics: ['messages'] })
  const read = useApiMutation(readMyMessages, { touches: ['messages'] })
  if (pages.isPending) return <LoadingState rows={3} />
  if (pages.error) return <ErrorState error={pages.error} onRetry={pages.refetch} compact />
  if (pages.rows.length === 0) return <EmptyState compact title={t('messages.none')} />
  return (
    <div className={styles.box}>
      <div className={styles.head}>
        <strong>{t('messages.title')}</strong>
        <Button
          size="small"
          type="link"
          loading={read.isPending}
          onClick={() => read.mutate({ params: { estateId }, body: {} })}
        >
          {t('messages.readAll')}
        </Button>
      </div>
      <ul className={styles.list}>
        {pages.rows.map((m) => (
          <li key={m.id}>
            <button
              type="button"
              className={`${styles.message} ${m.readAt ? '' : styles.unread}`}
              onClick={() => {
                if (!m.readAt) read.mutate({ params: { estateId }, body: { ids: [m.id] } })
                if (m.matter) go(`matters/${m.matter.id}`)
                onLeave()
              }}
            >
              <span>{m.body}</span>
              <span className="w-small w-faint">
                <Instant at={m.createdAt} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** More than this is said as `99+`. */
const MOST = 99

/** The bell: what was told to me; a number while something is unread. */
export const Slot = () => {
  const { t } = useTexts()
  const estate = useMaybeEstate()
  const [open, setOpen] = useState(false)
  const count = useApiQuery(countMyMessages, {}, { topics: ['messages'] })
  if (!estate) return null
  const unread = count.data?.unread ?? 0
  const shown = unread > MOST ? `${MOST}+` : unread
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={open ? <Messages estateId={estate.id} onLeave={() => setOpen(false)} /> : null}
    >
      <Button
        type="text"
        aria-label={t('messages.label', { count: shown })}
        icon={<BellOutlined aria-hidden />}
        className={styles.bell ?? ''}
      >
        {unread > 0 ? <span className={styles.count}>{shown}</span> : null}
      </Button>
    </Popover>
  )
}
