import * as contract from '#contract/complaint-analysis.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { readAnalysis } from './read-analysis.ts'

export const analysisRoutes: readonly Served[] = [
  serve(contract.getComplaintAnalysis, ({ tx, params, query }) => readAnalysis(tx, params.estateId, query)),
]
