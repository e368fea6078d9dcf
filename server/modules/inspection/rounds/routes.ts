import * as field from '#contract/field.ts'
import * as contract from '#contract/inspection-rounds.ts'
import { listPage } from '#modules/desk/index.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { visibleRounds } from '../inspection.policy.ts'
import { checkDraw } from './check-draw.ts'
import { fieldPack } from './field-pack.ts'
import { finishOnRound, startOnRound, tickPlace } from './go-round.ts'
import { cancel, reassign, release, viewRound } from './manage-round.ts'
import { readCounts } from './read-counts.ts'
import { readLastDone } from './read-last-done.ts'
import { presentRound } from './round.present.ts'
import { LAST_DONE, ROUNDS } from './round.sheet.ts'
import { listRoundRows } from './round.store.ts'

export const roundRoutes: readonly Served[] = [
  serve(field.getFieldPack, ({ tx, actor, params }) => fieldPack(tx, actor, params.estateId)),
  serve(field.startRound, ({ tx, actor, params, body }) => startOnRound(tx, actor, params.estateId, params.id, body)),
  serve(field.tickStop, ({ tx, actor, params, body }) => tickPlace(tx, actor, params.estateId, params, body)),
  serve(field.finishRound, ({ tx, actor, params, body }) => finishOnRound(tx, actor, params.estateId, params.id, body)),
  ...serveList(
    contract.listInspectionRounds,
    ({ tx, actor, params: { estateId }, query }) =>
      listPage(tx, estateId, query, {
        read: (page) => listRoundRows(tx, estateId, query, page, visibleRounds(actor, estateId)),
        key: (r) => ({ at: r.due_at, id: r.id }),
        present: (r) => presentRound(actor, r),
      }),
    ROUNDS,
  ),
  serve(contract.countInspectionRounds, ({ tx, actor, params, query }) =>
    readCounts(tx, actor, params.estateId, query),
  ),
  serve(contract.getInspectionRound, ({ tx, actor, params }) => viewRound(tx, actor, params.estateId, params.id)),
  serve(contract.checkRoundDraw, ({ tx, actor, params }) => checkDraw(tx, actor, params.estateId, params.id)),
  serve(contract.reassignRound, ({ tx, actor, params, body }) => reassign(tx, actor, params.estateId, params.id, body)),
  serve(contract.cancelRound, ({ tx, actor, params, body }) => cancel(tx, actor, params.estateId, params.id, body)),
  serve(contract.releaseRound, ({ tx, actor, params }) => release(tx, actor, params.estateId, params.id)),
  ...serveList(
    contract.listLastDone,
    ({ tx, actor, params, query }) => readLastDone(tx, actor, params.estateId, query),
    LAST_DONE,
  ),
]
