import * as contract from '#contract/complaint-publication.ts'
import { sendPdf } from '#platform/export/send-pdf.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { type Served, serve, serveRaw } from '#platform/http/serve.ts'
import { approvePublication, postPublication } from './approve-publication.ts'
import { printPublication } from './print-publication.ts'
import { PUBLICATIONS } from './publication.sheet.ts'
import { listPublications, readPublication } from './read-publication.ts'
import { markNone, savePublicationOf } from './write-publication.ts'

export const publicationRoutes: readonly Served[] = [
  ...serveList(
    contract.listComplaintPublications,
    ({ tx, params, query }) => listPublications(tx, params.estateId, query),
    PUBLICATIONS,
  ),
  serve(contract.getComplaintPublication, ({ tx, params }) => readPublication(tx, params.estateId, params.month)),
  serve(contract.saveComplaintPublication, ({ tx, actor, params, body }) => savePublicationOf(tx, actor, params, body)),
  serve(contract.approveComplaintPublication, ({ tx, actor, params, body }) =>
    approvePublication(tx, actor, params, body.version),
  ),
  serve(contract.postComplaintPublication, ({ tx, actor, params, body }) => postPublication(tx, actor, params, body)),
  serve(contract.markNoPublication, ({ tx, actor, params, body }) => markNone(tx, actor, params, body)),
  serveRaw(contract.printComplaintPublication, ({ actor, params, query, house, reply }) =>
    sendPdf(
      { house, actor, reply },
      {
        estateId: params.estateId,
        fileName: `complaints-${params.month}.pdf`,
        subject: 'complaintPublication',
        query: { month: params.month, ...query },
        print: (tx) => printPublication(tx, params, query.lang),
      },
    ),
  ),
]
