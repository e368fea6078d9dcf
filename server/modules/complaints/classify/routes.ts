import * as contract from '#contract/complaint-suggest.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { suggestFor } from './suggest-complaint.ts'

export const classifyRoutes: readonly Served[] = [
  serve(contract.suggestComplaint, ({ tx, actor, params, query }) => suggestFor(tx, actor, params.estateId, query)),
]
