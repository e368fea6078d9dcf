import type { Served } from '#platform/http/serve.ts'
import { analysisRoutes } from './analysis/routes.ts'
import { companyRoutes } from './company/routes.ts'
import { listRoutes } from './list/routes.ts'
import { reportRoutes } from './reports/routes.ts'

/** What is read, counted and written about complaints as a whole. */
export const figureRoutes: readonly Served[] = [...listRoutes, ...analysisRoutes, ...reportRoutes, ...companyRoutes]
