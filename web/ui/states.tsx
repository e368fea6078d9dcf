import { ExclamationCircleOutlined, InboxOutlined, LockOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { isApiError } from './api-error.ts'
import { errorText } from './error-text.ts'
import { useTexts } from './i18n.ts'
import styles from './states.module.css'

type BoxProps = {
  icon: ReactNode
  title: ReactNode
  hint?: ReactNode
  actions?: ReactNode
  compact?: boolean
  role?: 'alert' | 'status'
}
const Box = ({ icon, title, hint, actions, compact, role }: BoxProps) => (
  <div className={`${styles.box} ${compact ? styles.compact : ''}`} role={role}>
    <span className={styles.icon} aria-hidden>
      {icon}
    </span>
    <div className={styles.title}>{title}</div>
    {hint ? <div className={styles.hint}>{hint}</div> : null}
    {actions ? <div className={styles.actions}>{actions}</div> : null}
  </div>
)

/** Nothing to show, and what could be done about it. */
export const EmptyState = ({
  title,
  hint,
  actions,
  icon = <InboxOutlined aria-hidden />,
  compact = false,
}: Partial<Omit<BoxProps, 'role'>>) => {
  const { t } = useTexts()
  return <Box icon={icon} title={title ?? t('list.empty')} hint={hint} actions={actions} compact={compact} />
}

/** A failed read: what happened, the number to give to the administrator, and another try. */
export const ErrorState = ({
  error,
  onRetry,
  compact,
}: {
  error: unknown
  onRetry?: () => void
  compact?: boolean
}) => {
  const { t } = useTexts()
  if (isApiError(error) && error.code === 'E_FORBIDDEN') return <NoPermission compact={compact ?? false} />
  const requestId = isApiError(error) ? error.requestId : undefined
  return (
    <Box
      role="alert"
      compact={compact ?? false}
      icon={<ExclamationCircleOutlined className={styles.bad ?? ''} aria-hidden />}
      title={t('state.errorTitle')}
      hint={
        <>
          <div>{errorText(t, error)}</div>
          {requestId ? <div className={styles.request}>{t('state.requestId', { id: requestId })}</div> : null}
        </>
      }
      actions={onRetry ? <Button onClick={onRetry}>{t('common.retry')}</Button> : null}
    />
  )
}

export const NoPermission = ({ compact = false, actions }: { compact?: boolean; actions?: ReactNode }) => {
  const { t } = useTexts()
  return (
    <Box
      icon={<LockOutlined aria-hidden />}
      title={t('state.noPermission')}
      hint={t('state.noPermissionHint')}
      actions={actions}
      compact={compact}
    />
  )
}

const ROWS = Array.from({ length: 12 }, (_, at) => at)

/** Grey bars in the place of what is coming; read aloud as "loading". */
export const LoadingState = ({ rows = 6 }: { rows?: number }) => {
  const { t } = useTexts()
  return (
    <div className={styles.loading} role="status">
      <span className="w-hidden">{t('common.loading')}</span>
      {ROWS.slice(0, rows).map((row) => (
        <div key={row} className={styles.bar} />
      ))}
    </div>
  )
}
