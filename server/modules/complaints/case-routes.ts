import { getComplaintCase, printHandlingRecord as printRoute } from '#contract/complaint-case.ts'
import { isRefusal } from '#contract/refusal.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { type Served, serve, serveRaw } from '#platform/http/serve.ts'
import { printHandlingRecord } from './record/print-record.ts'
import { viewCase } from './view-case.ts'

export const caseRoutes: readonly Served[] = [
  serve(getComplaintCase, ({ tx, actor, params }) => viewCase(tx, actor, params.estateId, params.id)),
  serveRaw(printRoute, async ({ actor, params, query, house, reply }) => {
    const pdf = await inTransaction(house.database, { scope: [params.estateId], readOnly: true }, (tx) =>
      printHandlingRecord(tx, actor, params, query.lang),
    )
    return isRefusal(pdf)
      ? pdf
      : reply.type('application/pdf').header('content-disposition', 'inline; filename="handling-record.pdf"').send(pdf)
  }),
]
