import { BugOutlined, CompassOutlined, ReloadOutlined } from '@ant-design/icons'
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { isApiError } from '#ui/api-error.ts'
import { useTexts } from '#ui/i18n.ts'
import { lastRequest } from '#ui/last-request.ts'
import { usePageTitle } from '#ui/page-header.tsx'
import { EmptyState, ErrorState } from '#ui/states.tsx'

export const NotFound = () => {
  const { t } = useTexts()
  usePageTitle(t('state.notFound'))
  return (
    <EmptyState
      icon={<CompassOutlined aria-hidden />}
      title={t('state.notFound')}
      hint={t('state.notFoundHint')}
      actions={<Link to="/">{t('state.home')}</Link>}
    />
  )
}

/** The server has a newer version and no longer serves the pieces of this one. */
const isOldVersion = (error: unknown) =>
  error instanceof Error && /dynamically imported module|Importing a module script|preload CSS/i.test(error.message)

/** A fault inside a page; the frame around it stays. */
export const Crash = ({ error, reset }: ErrorComponentProps) => {
  const { t } = useTexts()
  const router = useRouter()
  const [id] = useState(lastRequest)
  const again = () => {
    reset()
    void router.invalidate()
  }
  if (isApiError(error)) return <ErrorState error={error} onRetry={again} />
  if (isOldVersion(error)) {
    return (
      <EmptyState
        icon={<ReloadOutlined aria-hidden />}
        title={t('state.newVersion')}
        actions={
          <Button type="primary" onClick={() => window.location.reload()}>
            {t('state.reload')}
          </Button>
        }
      />
    )
  }
  return (
    <div role="alert">
      <EmptyState
        icon={<BugOutlined aria-hidden />}
        title={t('state.crashed')}
        hint={
          <>
            <div>{t('state.crashedHint')}</div>
            {id ? <div className="w-faint w-small">{t('state.requestId', { id })}</div> : null}
          </>
        }
        actions={<Button onClick={again}>{t('common.retry')}</Button>}
      />
    </div>
  )
}
