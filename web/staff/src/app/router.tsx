import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
} from '@tanstack/react-router'
import { isApiError, onSignedOut } from '#ui/api.ts'
import { makeQueryClient } from '#ui/query.ts'
import { parseSearch, stringifySearch } from '#ui/search-params.ts'
import { LoadingState } from '#ui/states.tsx'
import type { Feature } from './feature.ts'
import { FEATURES } from './features.ts'
import { Home } from './home.tsx'
import { safeBack } from './nav.rules.ts'
import { Crash, NotFound } from './problem-pages.tsx'
import { SESSION_KEY, SessionGate } from './session-gate.tsx'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    feature?: Feature
  }
}

export const queryClient = makeQueryClient()

const rootRoute = createRootRoute({ component: Outlet })

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { back?: string; why?: 'expired' } => ({
    ...(search.back === undefined ? {} : { back: safeBack(search.back) }),
    ...(search.why === 'expired' ? { why: 'expired' } : {}),
  }),
  component: lazyRouteComponent(() => import('../features/sign-in/index.tsx'), 'Page'),
})

/** CP-032: what anybody may read without an account. */
const howToRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/public/$estateId/how-to-complain',
  component: lazyRouteComponent(() => import('../features/how-to/index.tsx'), 'Page'),
})

/** Everything below knows who is signed in. */
const signedInRoute = createRoute({ getParentRoute: () => rootRoute, id: 'signed-in', component: SessionGate })

const homeRoute = createRoute({ getParentRoute: () => signedInRoute, path: '/', component: Home })

const estateRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/e/$estateCode',
  component: lazyRouteComponent(() => import('./shell/shell.tsx'), 'Shell'),
})
const estateHomeRoute = createRoute({ getParentRoute: () => estateRoute, path: '/', component: Home })
const featureRoutes = FEATURES.map((feature) =>
  createRoute({
    getParentRoute: () => estateRoute,
    path: feature.path,
    component: lazyRouteComponent(feature.page, 'Page'),
    staticData: { feature },
  }),
)

/** All components on one page, for those who build; not for customers' installations. */
const kitchenRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ui',
  beforeLoad: async () => {
    if (import.meta.env.DEV) return
    const answer = await fetch('/api/v1/demo-accounts').catch(() => undefined)
    const accounts: unknown = answer?.ok ? await answer.json() : []
    if (!Array.isArray(accounts) || accounts.length === 0) throw notFound()
  },
  component: lazyRouteComponent(() => import('./kitchen/kitchen.tsx'), 'Kitchen'),
})

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    howToRoute,
    kitchenRoute,
    signedInRoute.addChildren([homeRoute, estateRoute.addChildren([estateHomeRoute, ...featureRoutes])]),
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingMs: 150,
  defaultPendingComponent: () => <LoadingState />,
  defaultErrorComponent: Crash,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
})

onSignedOut((error) => {
  // The session is there but the second factor is not: the gate asks for it when it reads the session again.
  if (isApiError(error) && error.code === 'E_SECOND_FACTOR' && queryClient.getQueryData(SESSION_KEY)) {
    void queryClient.invalidateQueries({ queryKey: SESSION_KEY })
    return
  }
  const { pathname, href } = router.state.location
  if (pathname.startsWith('/sign-in')) return
  const known = queryClient.getQueryData(SESSION_KEY) !== undefined
  const search = { ...(href === '/' ? {} : { back: href }), ...(known ? { why: 'expired' as const } : {}) }
  queryClient.removeQueries({ queryKey: SESSION_KEY })
  void router.navigate({ to: '/sign-in', search, replace: true })
})
