import type { Served } from '#platform/http/serve.ts'
import { appointmentRoutes } from './appointments/routes.ts'
import { callbackRoutes } from './callbacks/routes.ts'
import { callRoutes } from './calls/routes.ts'
import { dashboardRoutes } from './dashboard/routes.ts'
import { firstReceiverRoutes } from './first-receiver/routes.ts'
import { inventoryRoutes } from './inventory/routes.ts'
import { lineReportRoutes } from './line-reports/routes.ts'
import { messageRoutes } from './messages/routes.ts'
import { mustKnowRoutes } from './must-know/routes.ts'
import { queueRoutes } from './queue/routes.ts'

export const deskRoutes: readonly Served[] = [
  ...queueRoutes,
  ...appointmentRoutes,
  ...firstReceiverRoutes,
  ...lineReportRoutes,
  ...inventoryRoutes,
  ...callbackRoutes,
  ...mustKnowRoutes,
  ...callRoutes,
  ...messageRoutes,
  ...dashboardRoutes,
]
