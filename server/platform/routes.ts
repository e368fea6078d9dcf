import { auditRoutes } from './audit/routes.ts'
import { calendarRoutes } from './calendar/routes.ts'
import { fileRoutes } from './files/routes.ts'
import type { Served } from './http/serve.ts'
import { liveRoutes } from './live/routes.ts'
import { notifyRoutes } from './notify/routes.ts'
import { settingRoutes } from './settings/routes.ts'

/** Routes that belong to no room. */
export const PLATFORM_ROUTES: readonly Served[] = [
  ...fileRoutes,
  ...liveRoutes,
  ...settingRoutes,
  ...calendarRoutes,
  ...notifyRoutes,
  ...auditRoutes,
]
