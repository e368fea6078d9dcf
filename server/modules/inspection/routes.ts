import type { Served } from '#platform/http/serve.ts'
import { findingRoutes } from './findings/routes.ts'
import { scoreRoutes } from './scores/routes.ts'

/** Every route of the room, part by part. */
export const inspectionRoutes: readonly Served[] = [...findingRoutes, ...scoreRoutes]
