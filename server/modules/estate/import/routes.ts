import { isRefusal, refuse } from '#contract/refusal.ts'
import * as contract from '#contract/roster-import.ts'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { House } from '#platform/house.ts'
import { type Served, serve, serveRaw } from '#platform/http/serve.ts'
import { presentBatch, presentLine } from './batch.present.ts'
import { listBatchRows, listLineRows, readBatch } from './batch.store.ts'
import { downloadProblems } from './download-problems.ts'
import { cancelImport, confirmImport, remapImport } from './move-batch.ts'
import { uploadRoster } from './upload-roster.ts'
import { workOnBatch } from './work-on-batch.ts'

/** The work begins when the commit has succeeded; a sweep finds it if this process does not live that long. */
const thenWork = (tx: Tx, house: House, estateId: Uuid, id: Uuid) =>
  tx.after(() => void workOnBatch(house, estateId, id))

export const importRoutes: readonly Served[] = [
  serveRaw(contract.uploadRoster, uploadRoster),
  serve(contract.listImports, async ({ tx, params, query }) => {
    const page = await listBatchRows(tx, params.estateId, query)
    return isRefusal(page) ? page : { rows: page.rows.map(presentBatch), next: page.next }
  }),
  serve(contract.getImport, async ({ tx, params }) => {
    const batch = await readBatch(tx, params.estateId, params.id)
    return batch ? presentBatch(batch) : refuse('E_NOT_FOUND')
  }),
  serve(contract.listImportLines, async ({ tx, params, query }) => {
    if (!(await readBatch(tx, params.estateId, params.id))) return refuse('E_NOT_FOUND')
    const page = await listLineRows(tx, params.estateId, params.id, query)
    return isRefusal(page) ? page : { rows: page.rows.map(presentLine), next: page.next }
  }),
  serve(contract.remapImport, async ({ tx, params, body, house }) => {
    const batch = await remapImport(tx, params.estateId, params.id, body)
    thenWork(tx, house, params.estateId, params.id)
    return isRefusal(batch) ? batch : presentBatch(batch)
  }),
  serve(contract.confirmImport, async ({ tx, actor, params, body, house }) => {
    const batch = await confirmImport(tx, actor, params.estateId, params.id, body.version)
    thenWork(tx, house, params.estateId, params.id)
    return isRefusal(batch) ? batch : presentBatch(batch)
  }),
  serve(contract.cancelImport, async ({ tx, actor, params, body }) => {
    const batch = await cancelImport(tx, actor, params.estateId, params.id, body.version)
    return isRefusal(batch) ? batch : presentBatch(batch)
  }),
  serveRaw(contract.downloadProblems, downloadProblems),
]
