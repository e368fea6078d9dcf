import { fileRoutes } from './files/routes.ts'
import { liveRoutes } from './live/routes.ts'
import type { Served } from './http/serve.ts'

/** Routes that belong to no room. */
export const PLATFORM_ROUTES: readonly Served[] = [...fileRoutes, ...liveRoutes]
