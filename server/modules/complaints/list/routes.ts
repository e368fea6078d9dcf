import * as contract from '#contract/complaint-list.ts'
import { serveList } from '#platform/export/serve-list.ts'
import type { Served } from '#platform/http/serve.ts'
import { COMPLAINTS } from './complaint-list.sheet.ts'
import { listComplaints } from './list-complaints.ts'

export const listRoutes: readonly Served[] = [
  ...serveList(
    contract.listComplaints,
    ({ tx, actor, params, query }) => listComplaints(tx, actor, params.estateId, query),
    COMPLAINTS,
  ),
]
