import * as contract from '#contract/places.ts'
import { sendPdf } from '#platform/export/send-pdf.ts'
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
  serveRaw(contract.printLabels, ({ actor, params: { estateId }, query, house, reply }) => {
    const publicUrl = house.config.PUBLIC_URL ?? `http://localhost:${house.config.PORT}`
    return sendPdf(
      { house, actor, reply },
      {
        estateId,
        fileName: 'labels.pdf',
        subject: 'placeLabels',
        query,
        print: (tx) => printLabelSheet(tx, estateId, query, publicUrl),
      },
    )
  }),
  serve(contract.getChecklist, ({ tx, params, query }) => readChecklist(tx, params.estateId, params.id, query.date)),
]
