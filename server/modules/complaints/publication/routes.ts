import * as contract from '#contract/complaint-publication.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { servePaper } from '#platform/export/serve-paper.ts'
import { type Served, serve } from '#platform/http/serve.ts'
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
  servePaper(
    contract.printComplaintPublication,
    { fileName: ({ month }) => `complaints-${month}.pdf`, subject: 'complaintPublication' },
    ({ tx, params, query }) => printPublication(tx, params, query.lang),
  ),
]
