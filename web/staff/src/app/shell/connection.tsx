import { Tooltip } from 'antd'
import { useTexts } from '#ui/i18n.ts'
import { useLiveState } from '#ui/live.ts'
import { useResending } from '#ui/sending.ts'
import styles from './top-bar.module.css'

const WORDS = {
  live: ['shell.live', 'shell.liveHint'],
  reconnecting: ['shell.reconnecting', 'shell.reconnectingHint'],
  offline: ['shell.offline', 'shell.offlineHint'],
} as const

/** Whether the page renews itself, and whether something is being sent again. On phones only bad news is shown. */
export const Connection = ({ quiet }: { quiet: boolean }) => {
  const { t } = useTexts()
  const state = useLiveState()
  const again = useResending()
  if (again) {
    return (
      <span className={`${styles.connection} ${styles.reconnecting}`} role="status">
        <span className={styles.dot} />
        {t('shell.resending', { attempt: again.attempt - 1, limit: again.limit - 1 })}
      </span>
    )
  }
  if (state === 'off' || (quiet && state === 'live')) return null
  const [word, hint] = WORDS[state]
  return (
    <Tooltip title={t(hint)}>
      <span className={`${styles.connection} ${styles[state]}`} role="status">
        <span className={styles.dot} aria-hidden />
        {t(word)}
      </span>
    </Tooltip>
  )
}
