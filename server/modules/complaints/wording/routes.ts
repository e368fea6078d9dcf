import * as contract from '#contract/complaint-wordings.ts'
import { listPage } from '#modules/desk/index.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { presentWording } from './wording.present.ts'
import { WORDINGS } from './wording.sheet.ts'
import { listWordingRows } from './wording.store.ts'
import { changeWording, createWording, endWording } from './write-wording.ts'

export const wordingRoutes: readonly Served[] = [
  ...serveList(
    contract.listWordingTopics,
    ({ tx, params: { estateId }, query }) =>
      listPage(tx, estateId, query, {
        read: (page) => listWordingRows(tx, estateId, query, page),
        key: (r) => ({ at: r.created_at, id: r.id }),
        present: presentWording,
      }),
    WORDINGS,
  ),
  serve(contract.createWordingTopic, ({ tx, actor, params, body }) => createWording(tx, actor, params.estateId, body)),
  serve(contract.changeWordingTopic, ({ tx, actor, params, body }) =>
    changeWording(tx, actor, params.estateId, params.id, body),
  ),
  serve(contract.endWordingTopic, ({ tx, actor, params, body }) =>
    endWording(tx, actor, params.estateId, params.id, body),
  ),
]
