import * as contract from '#contract/complaint-publication.ts'
import { isRefusal } from '#contract/refusal.ts'
import { inTransaction } from '#platform/db/tx.ts'
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
  serveRaw(contract.printComplaintPublication, async ({ params, query, house, reply }) => {
    const pdf = await inTransaction(house.database, { scope: [params.estateId], readOnly: true }, (tx) =>
      printPublication(tx, params, query.lang),
    )
    return isRefusal(pdf)
      ? pdf
      : reply
          .type('application/pdf')
          .header('content-disposition', `inline; filename="complaints-${params.month}.pdf"`)
          .send(pdf)
  }),
]
