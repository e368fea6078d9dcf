import { getComplaintCase, printHandlingRecord as printRoute } from '#contract/complaint-case.ts'
import { servePaper } from '#platform/export/serve-paper.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { printHandlingRecord } from './record/print-record.ts'
import { viewCase } from './view-case.ts'

export const caseRoutes: readonly Served[] = [
  serve(getComplaintCase, ({ tx, actor, params }) => viewCase(tx, actor, params.estateId, params.id)),
  servePaper(
    printRoute,
    { fileName: 'handling-record.pdf', subject: 'handlingRecord' },
    ({ tx, actor, params, query }) => printHandlingRecord(tx, actor, params, query.lang),
  ),
]
