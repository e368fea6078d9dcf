import type { Served } from '#platform/http/serve.ts'
import { inspectedPlaceRoutes } from './places/routes.ts'
import { standardRoutes } from './standards/routes.ts'

export const inspectionRoutes: readonly Served[] = [...standardRoutes, ...inspectedPlaceRoutes]

// the demo writes its places as rows, with ids and labels that are the same each time
export { buildingsOf, insertPlaces } from './places/place.store.ts'
export { usualPlaces } from './places/usual-places.rules.ts'
