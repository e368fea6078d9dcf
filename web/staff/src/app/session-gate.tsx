import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { getSession } from '#contract/session.ts'
import { isApiError } from '#ui/api.ts'
import { queryKey, useApiQuery } from '#ui/query.ts'
import { SessionProvider } from '#ui/session.tsx'
import { ErrorState, LoadingState } from '#ui/states.tsx'

export const SESSION_KEY = queryKey(getSession, {})
/** Rights change rarely; the server decides on every call anyway. */
const SESSION_FRESH_MS = 60_000

const SecondFactorDue = lazy(() =>
  import('../features/sign-in/second-factor-due.tsx').then((module) => ({ default: module.SecondFactorDue })),
)

/** Reads who is signed in; without a session the call itself leads to the sign-in page. */
export const SessionGate = () => {
  const session = useApiQuery(getSession, {}, { staleTime: SESSION_FRESH_MS, topics: ['session', 'settings'] })
  if (session.data?.secondFactorDue) {
    return (
      <Suspense fallback={<LoadingState />}>
        <SecondFactorDue onDone={() => void session.refetch()} />
      </Suspense>
    )
  }
  if (session.data) {
    return (
      <SessionProvider session={session.data}>
        <Outlet />
      </SessionProvider>
    )
  }
  const leaving = isApiError(session.error) && session.error.status === 401
  if (session.error && !leaving) return <ErrorState error={session.error} onRetry={() => void session.refetch()} />
  return <LoadingState />
}
