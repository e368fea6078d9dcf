import * as contract from '#contract/findings.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { FINDINGS, REPEATS } from './finding-list.sheet.ts'
import { listFindings, listRepeats } from './list-findings.ts'
import { findable, proposeByHand } from './propose-by-hand.ts'
import { viewFinding } from './view-finding.ts'

export const findingRoutes: readonly Served[] = [
  ...serveList(
    contract.listFindings,
    ({ tx, actor, params, query }) => listFindings(tx, actor, params.estateId, query),
    FINDINGS,
  ),
  ...serveList(
    contract.listRepeatedFailures,
    ({ tx, params, query }) => listRepeats(tx, params.estateId, query),
    REPEATS,
  ),
  serve(contract.listFindable, ({ tx, params, query }) => findable(tx, params.estateId, query)),
  serve(contract.proposeFinding, ({ tx, actor, params, body }) => proposeByHand(tx, actor, params.estateId, body)),
  serve(contract.getFinding, ({ tx, actor, params }) => viewFinding(tx, actor, params)),
]
