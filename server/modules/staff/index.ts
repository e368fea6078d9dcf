import './events.ts'
import type { Served } from '#platform/http/serve.ts'
import { accountRoutes } from './account-routes.ts'
import { dutyRoutes } from './duty-routes.ts'
import { exportRoutes } from './exports.ts'
import { handoverRoutes } from './handover-routes.ts'
import { staffRoutes } from './staff-routes.ts'

export { dutiesAt } from './duty.store.ts'
export { companyHoldersOf, holdersOf } from './people.store.ts'
export { tellOfOldBackup } from './tell-old-backup.ts'
export { tellRoles, tellStaff } from './tell-staff.ts'
export { declareWorkSource, type SharedWork, type WorkItem } from './work-source.ts'
export const routes: readonly Served[] = [
  ...accountRoutes,
  ...staffRoutes,
  ...dutyRoutes,
  ...handoverRoutes,
  ...exportRoutes,
]
