import './events.ts'
import type { Served } from '#platform/http/serve.ts'
import { accountRoutes } from './account-routes.ts'
import { dutyRoutes } from './duty-routes.ts'
import { exportRoutes } from './exports.ts'
import { handoverRoutes } from './handover-routes.ts'
import { staffRoutes } from './staff-routes.ts'

export { companyDay } from './company-day.rules.ts'
export { type DutyRow, dutiesAt } from './duty.store.ts'
export { initialsOf } from './name-initials.ts'
export { holdersOf, rolesHeld } from './people.store.ts'
export { isAffairOfficer } from './staff.store.ts'
export { tellRoles, tellStaff } from './tell-staff.ts'
export { declareWorkSource, type SharedWork, type WorkItem, type WorkSource } from './work-source.ts'
export const routes: readonly Served[] = [
  ...accountRoutes,
  ...staffRoutes,
  ...dutyRoutes,
  ...handoverRoutes,
  ...exportRoutes,
]
