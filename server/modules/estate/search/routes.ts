import * as contract from '#contract/omnibox.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { searchCompany, searchEstate } from './search-omnibox.ts'

export const searchRoutes: readonly Served[] = [
  serve(contract.searchEstate, async ({ tx, actor, params, query }) => ({
    hits: await searchEstate(tx, actor, params.estateId, query.q),
  })),
  serve(contract.searchCompany, async ({ tx, actor, query }) => ({ hits: await searchCompany(tx, actor, query.q) })),
]
