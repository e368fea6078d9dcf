import { exportCustomers as customersRoute } from '#contract/customers.ts'
import { exportUnits as unitsRoute } from '#contract/units.ts'
import { type Served, serveRaw } from '#platform/http/serve.ts'
import { exportCustomers } from './export-customers.ts'
import { exportUnits } from './export-units.ts'

export const exportRoutes: readonly Served[] = [
  serveRaw(customersRoute, exportCustomers),
  serveRaw(unitsRoute, exportUnits),
]
