import type { Served } from '#platform/http/serve.ts'
import { inspectedPlaceRoutes } from './places/routes.ts'
import { standardRoutes } from './standards/routes.ts'

export const inspectionRoutes: readonly Served[] = [...standardRoutes, ...inspectedPlaceRoutes]
