import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState, LoadingState } from './states.tsx'

/** Loading, error and content of one query; what was shown before stays while it is read again. */
export const QueryView = <D,>({
  query,
  loading,
  children,
}: {
  query: UseQueryResult<D>
  loading?: ReactNode
  children: (data: D) => ReactNode
}) => {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  return loading ?? <LoadingState />
}
