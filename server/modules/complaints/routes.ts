import type { Served } from '#platform/http/serve.ts'
import { caseRoutes } from './case-routes.ts'
import { classifyRoutes } from './classify/routes.ts'
import { figureRoutes } from './figure-routes.ts'
import { howToRoutes } from './how-to/routes.ts'
import { penaltyRoutes } from './penalty/routes.ts'
import { publicationRoutes } from './publication/routes.ts'
import { tallyRoutes } from './tally/routes.ts'
import { watchRoutes } from './watch/routes.ts'
import { wordingRoutes } from './wording/routes.ts'

/** Every route of the room, part by part. */
export const complaintRoutes: readonly Served[] = [
  ...caseRoutes,
  ...classifyRoutes,
  ...tallyRoutes,
  ...watchRoutes,
  ...wordingRoutes,
  ...publicationRoutes,
  ...howToRoutes,
  ...penaltyRoutes,
  ...figureRoutes,
]
