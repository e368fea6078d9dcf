import {
  QueryClient,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryOptions,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useState } from 'react'
import type { Received, RouteShape } from '#contract/route.ts'
import { ApiError, type CallInput, call, isApiError, type Parts } from './api.ts'
import { makeIntent } from './intent.ts'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiError
    queryMeta: { topics?: readonly string[] }
  }
}

const FRESH_MS = 15_000
const READ_AGAIN = 2

/** Reading calls are repeated when the network or a balancer failed, never after a refusal. */
const worthAnotherTry = (failures: number, error: unknown) =>
  failures < READ_AGAIN && isApiError(error) && (error.status === 0 || error.status >= 502)

export const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: FRESH_MS, refetchOnWindowFocus: true, retry: worthAnotherTry, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  })

/** `[route id, params, query]`; invalidate a route with `[route.id]`. */
export const queryKey = (route: RouteShape, input: Parts) => [route.id, input.params ?? {}, input.query ?? {}] as const

type Topics = {
  /** Live topics that make this answer old; the route's tag if not said. */
  topics?: readonly string[]
}
export type ApiQueryOptions<D> = Topics &
  Pick<UseQueryOptions<D>, 'enabled' | 'staleTime' | 'refetchInterval' | 'placeholderData' | 'gcTime'>

/** Reads a route; `null` as input waits (for a choice not made yet). */
export const useApiQuery = <R extends RouteShape>(
  route: R,
  input: CallInput<R> | null,
  { topics, enabled = true, ...options }: ApiQueryOptions<Received<R>> = {},
): UseQueryResult<Received<R>> =>
  useQuery<Received<R>>({
    ...options,
    queryKey: queryKey(route, input ?? {}),
    enabled: input === null ? false : enabled,
    meta: { topics: topics ?? [route.tag] },
    queryFn: ({ signal }) => {
      if (input === null) throw new ApiError({ code: 'E_BAD_REQUEST', status: 0 })
      return call(route, input, { signal })
    },
  })

type Page<Row> = { rows: Row[]; next: string | null }
type RowOf<R extends RouteShape> = Received<R> extends Page<infer Row> ? Row : never
export type Pages<Row> = Pick<
  UseInfiniteQueryResult<unknown>,
  'hasNextPage' | 'isFetchingNextPage' | 'isPending' | 'isFetching' | 'error'
> & { rows: readonly Row[]; loadMore: () => void; refetch: () => void }

/** Reads a keyset-paged route page by page. */
export const usePages = <R extends RouteShape>(
  route: R,
  input: CallInput<R>,
  { topics, enabled = true }: Topics & { enabled?: boolean } = {},
): Pages<RowOf<R>> => {
  const parts: Parts = input
  const pages = useInfiniteQuery({
    queryKey: [...queryKey(route, parts), 'pages'],
    enabled,
    meta: { topics: topics ?? [route.tag] },
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(route, { ...input, query: { ...parts.query, cursor: pageParam } }, { signal }) as Promise<Page<RowOf<R>>>,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  })
  return {
    rows: pages.data?.pages.flatMap((page) => page.rows) ?? [],
    hasNextPage: pages.hasNextPage,
    isFetchingNextPage: pages.isFetchingNextPage,
    isPending: pages.isPending,
    isFetching: pages.isFetching,
    error: pages.error,
    loadMore: () => void pages.fetchNextPage(),
    refetch: () => void pages.refetch(),
  }
}

export type ApiMutationOptions<R extends RouteShape> = {
  /** Topics whose queries are read again after success; the route's tag if not said. */
  touches?: readonly string[]
  onSuccess?: (answer: Received<R>, input: CallInput<R>) => void
  onError?: (error: ApiError, input: CallInput<R>) => void
}

/**
 * Writes a route. The idempotency key belongs to the intent: the same input sent again after no answer keeps its key,
 * so a doubtful sending is never done twice; a definite answer ends the intent.
 */
export const useApiMutation = <R extends RouteShape>(
  route: R,
  { touches, onSuccess, onError }: ApiMutationOptions<R> = {},
): UseMutationResult<Received<R>, ApiError, CallInput<R>> => {
  const client = useQueryClient()
  const [intent] = useState(makeIntent)
  return useMutation<Received<R>, ApiError, CallInput<R>>({
    mutationFn: async (input) => {
      const idempotencyKey = intent.keyFor(input)
      try {
        const answer = await call(route, input, { idempotencyKey })
        intent.settled()
        return answer
      } catch (error) {
        if (!isApiError(error) || error.code !== 'E_NETWORK') intent.settled()
        throw error
      }
    },
    onSuccess: (answer, input) => {
      void invalidateTopics(client, touches ?? [route.tag])
      onSuccess?.(answer, input)
    },
    onError: (error, input) => {
      // Somebody else was faster: what is on the screen is old.
      if (error.code === 'E_STATE_CHANGED' || error.code === 'E_VERSION_STALE') {
        void invalidateTopics(client, touches ?? [route.tag])
      }
      onError?.(error, input)
    },
  })
}

/** Marks every answer of these topics as old; what is on the screen is read again. */
export const invalidateTopics = (client: QueryClient, topics: readonly string[] | 'all') =>
  client.invalidateQueries({
    refetchType: typeof document !== 'undefined' && document.hidden ? 'none' : 'active',
    predicate: ({ meta }) => {
      const own = meta?.topics
      return Array.isArray(own) && (topics === 'all' || topics.some((topic) => own.includes(topic)))
    },
  })
