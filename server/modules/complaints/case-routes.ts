import { getComplaintCase, printHandlingRecord as printRoute } from '#contract/complaint-case.ts'
import { sendPdf } from '#platform/export/send-pdf.ts'
import { type Served, serve, serveRaw } from '#platform/http/serve.ts'
import { printHandlingRecord } from './record/print-record.ts'
import { viewCase } from './view-case.ts'

export const caseRoutes: readonly Served[] = [
  serve(getComplaintCase, ({ tx, actor, params }) => viewCase(tx, actor, params.estateId, params.id)),
  serveRaw(printRoute, ({ actor, params, query, house, reply }) =>
    sendPdf(
      { house, actor, reply },
      {
        estateId: params.estateId,
        fileName: 'handling-record.pdf',
        subject: 'handlingRecord',
        subjectId: params.id,
        query,
        print: (tx) => printHandlingRecord(tx, actor, params, query.lang),
      },
    ),
  ),
]
