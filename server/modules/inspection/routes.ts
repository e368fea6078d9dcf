import type { Served } from '#platform/http/serve.ts'
import { experienceRoutes } from './experience/routes.ts'
import { findingRoutes } from './findings/routes.ts'
import { lookRoutes } from './looks/routes.ts'
import { inspectedPlaceRoutes } from './places/routes.ts'
import { planRoutes } from './plans/routes.ts'
import { roundRoutes } from './rounds/routes.ts'
import { scoreRoutes } from './scores/routes.ts'
import { standardRoutes } from './standards/routes.ts'

/** Every route of the room, part by part. */
export const inspectionRoutes: readonly Served[] = [
  ...standardRoutes,
  ...inspectedPlaceRoutes,
  ...planRoutes,
  ...roundRoutes,
  ...lookRoutes,
  ...findingRoutes,
  ...scoreRoutes,
  ...experienceRoutes,
]
