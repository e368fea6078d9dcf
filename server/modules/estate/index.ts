import type { Served } from '#platform/http/serve.ts'
import { archiveRoutes } from './archive/routes.ts'
import { exportRoutes } from './export/routes.ts'
import { importRoutes } from './import/routes.ts'
import { householdRoutes } from './people/household.routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { placeRoutes } from './places/routes.ts'
import { searchRoutes } from './search/routes.ts'

export { importFile } from './import/import-file.ts'
export { forgetImportFiles, workOnImports } from './import/jobs.ts'
export { whoCalls } from './people/who-calls.ts'
export { holdsOn } from './places/unit.store.ts'
export { unitSortKey } from './places/unit-sort.rules.ts'
export { readSheets } from './roster/read-sheets.ts'
export { cellText } from './roster/row-cells.ts'
export type { SourceRow, SourceSheet } from './roster/source-sheet.ts'
export { numberKeys } from './search/keys.ts'
export { putSearchKeys, putUnitKeys, putVehicleKeys, refreshCustomerKeys } from './search/put-keys.ts'
export { initialsOf } from './search/spelling.ts'
export { fold } from './text-fold.rules.ts'
export { parseUnitNo, type UnitNo } from './unit-no.rules.ts'

export const routes: readonly Served[] = [
  ...placeRoutes,
  ...peopleRoutes,
  ...householdRoutes,
  ...searchRoutes,
  ...archiveRoutes,
  ...importRoutes,
  ...exportRoutes,
]
