import * as contract from '#contract/places.ts'
import { isRefusal } from '#contract/refusal.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { type Served, serve, serveRaw } from '#platform/http/serve.ts'
import { PLACES } from './place.sheet.ts'
import { printLabelSheet } from './print-labels.ts'
import { readChecklist, readPlaces } from './read-places.ts'
import { addPlace, editPlace, makeUsualPlaces, renewLabelOf } from './write-place.ts'

export const inspectedPlaceRoutes: readonly Served[] = [
  ...serveList(contract.listPlaces, ({ tx, params, query }) => readPlaces(tx, params.estateId, query), PLACES),
  serve(contract.createPlace, ({ tx, actor, params, body }) => addPlace(tx, actor, params.estateId, body)),
  serve(contract.changePlace, ({ tx, actor, params, body }) => editPlace(tx, actor, params.estateId, params.id, body)),
  serve(contract.proposePlaces, ({ tx, actor, params, body }) => makeUsualPlaces(tx, actor, params.estateId, body)),
  serve(contract.renewLabel, ({ tx, actor, params, body }) =>
    renewLabelOf(tx, actor, params.estateId, params.id, body.version),
  ),
  serveRaw(contract.printLabels, async ({ params, query, house, reply }) => {
    const publicUrl = house.config.PUBLIC_URL ?? `http://localhost:${house.config.PORT}`
    const pdf = await inTransaction(house.database, { scope: [params.estateId], readOnly: true }, (tx) =>
      printLabelSheet(tx, params.estateId, query, publicUrl),
    )
    return isRefusal(pdf)
      ? pdf
      : reply.type('application/pdf').header('content-disposition', 'inline; filename="labels.pdf"').send(pdf)
  }),
  serve(contract.getChecklist, ({ tx, params, query }) => readChecklist(tx, params.estateId, params.id, query.date)),
]
