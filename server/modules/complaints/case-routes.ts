import { getComplaintCase } from '#contract/complaint-case.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { viewCase } from './view-case.ts'

export const caseRoutes: readonly Served[] = [
  serve(getComplaintCase, ({ tx, actor, params }) => viewCase(tx, actor, params.estateId, params.id)),
]
