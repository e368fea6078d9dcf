import { useEffect } from 'react'
import type { RouteShape } from '#contract/route.ts'
import type { CallInput } from '#ui/api.ts'
import { usePages } from '#ui/query.ts'

/** Reads every page of a list that is known to be short, such as the units of one building. */
export const useAllPages = <R extends RouteShape>(
  route: R,
  input: CallInput<R>,
  { most = Number.POSITIVE_INFINITY, ...options }: { topics: readonly string[]; enabled?: boolean; most?: number },
) => {
  const pages = usePages(route, input, options)
  const { hasNextPage, isFetchingNextPage, error, loadMore } = pages
  const more = hasNextPage && !isFetchingNextPage && !error && pages.rows.length < most
  useEffect(() => {
    if (more) loadMore()
  })
  return pages
}
