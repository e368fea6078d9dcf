import * as contract from '#contract/trainings.ts'
import { listPage } from '#modules/desk/index.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { NEWCOMERS } from '../newcomers/newcomer.sheet.ts'
import { readNewcomers } from '../newcomers/observe-first.ts'
import { presentTraining, viewTraining } from './read-trainings.ts'
import { TRAININGS } from './training.sheet.ts'
import { listTrainingRows } from './training.store.ts'
import { cancel, change, hold, plan } from './write-training.ts'

export const trainingRoutes: readonly Served[] = [
  ...serveList(
    contract.listTrainings,
    ({ tx, actor, params: { estateId }, query }) =>
      listPage(tx, estateId, query, {
        read: (page) => listTrainingRows(tx, estateId, query, page),
        key: (r) => ({ at: r.starts_at, id: r.id }),
        present: (r) => presentTraining(actor, estateId, r),
      }),
    TRAININGS,
  ),
  ...serveList(
    contract.listNewcomers,
    ({ tx, params: { estateId }, query }) => readNewcomers(tx, estateId, query),
    NEWCOMERS,
  ),
  serve(contract.getTraining, ({ tx, actor, params }) => viewTraining(tx, actor, params.estateId, params.id)),
  serve(contract.planTraining, ({ tx, actor, params, body }) => plan(tx, actor, params.estateId, body)),
  serve(contract.changeTraining, ({ tx, actor, params, body }) => change(tx, actor, params.estateId, params.id, body)),
  serve(contract.holdTraining, ({ tx, actor, params, body }) => hold(tx, actor, params.estateId, params.id, body)),
  serve(contract.cancelTraining, ({ tx, actor, params, body }) => cancel(tx, actor, params.estateId, params.id, body)),
]
