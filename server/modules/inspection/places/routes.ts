import * as contract from '#contract/places.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { servePaper } from '#platform/export/serve-paper.ts'
import { type Served, serve, serveRaw } from '#platform/http/serve.ts'
import { importPlaceFile, sendProblems, sendTemplate } from './import-places.ts'
import { PLACES } from './place.sheet.ts'
import { printLabelSheet, readLabelCount } from './print-labels.ts'
import { readChecklist, readPlaces } from './read-places.ts'
import { addPlace, editPlace, makeUsualPlaces, proposeUsualPlaces, renewLabelOf } from './write-place.ts'

export const inspectedPlaceRoutes: readonly Served[] = [
  ...serveList(contract.listPlaces, ({ tx, params, query }) => readPlaces(tx, params.estateId, query), PLACES),
  serve(contract.createPlace, ({ tx, actor, params, body }) => addPlace(tx, actor, params.estateId, body)),
  serve(contract.changePlace, ({ tx, actor, params, body }) => editPlace(tx, actor, params.estateId, params.id, body)),
  serve(contract.proposePlaces, ({ tx, params, body }) => proposeUsualPlaces(tx, params.estateId, body)),
  serve(contract.makePlaces, ({ tx, actor, params, body }) => makeUsualPlaces(tx, actor, params.estateId, body)),
  serveRaw(contract.placeTemplate, sendTemplate),
  serveRaw(contract.importPlaces, importPlaceFile),
  serveRaw(contract.placeProblems, sendProblems),
  serve(contract.renewLabel, ({ tx, actor, params, body }) =>
    renewLabelOf(tx, actor, params.estateId, params.id, body.version),
  ),
  serve(contract.countLabels, ({ tx, params, query }) => readLabelCount(tx, params.estateId, query)),
  servePaper(
    contract.printLabels,
    { fileName: 'labels.pdf', subject: 'placeLabels' },
    ({ tx, params: { estateId }, query, house: { config } }) =>
      printLabelSheet(tx, estateId, query, config.PUBLIC_URL ?? `http://localhost:${config.PORT}`),
  ),
  serve(contract.getChecklist, ({ tx, params, query }) => readChecklist(tx, params.estateId, params.id, query.date)),
]
