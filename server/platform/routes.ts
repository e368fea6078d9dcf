import { fileRoutes } from './files/routes.ts'
import type { Served } from './http/serve.ts'
import { liveRoutes } from './live/routes.ts'

/** Routes that belong to no room. */
export const PLATFORM_ROUTES: readonly Served[] = [...fileRoutes, ...liveRoutes]
