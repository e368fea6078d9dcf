import type { Served } from '#platform/http/serve.ts'
import { lookRoutes } from './looks/routes.ts'
import { planRoutes } from './plans/routes.ts'
import { roundRoutes } from './rounds/routes.ts'

export const inspectionRoutes: readonly Served[] = [...planRoutes, ...roundRoutes, ...lookRoutes]
