import * as contract from '#contract/desk.ts'
import { refuse } from '#contract/refusal.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { listPage } from '../list.ts'
import { arriveInQueue } from './arrive-in-queue.ts'
import { callVisitor } from './call-visitor.ts'
import { finishVisitor } from './end-visitor.ts'
import { presentAssist, presentVisitor } from './queue.present.ts'
import { ASSISTS, VISITORS } from './queue.sheet.ts'
import { comeToAssist, listAssistRows, listVisitorRows, openAssist, visitorsNow } from './queue.store.ts'

export const queueRoutes: readonly Served[] = [
  serve(contract.getQueue, async ({ tx, params: { estateId } }) => {
    const visitors = (await visitorsNow(tx, estateId)).map((row) => presentVisitor(row, tx.now))
    const assist = await openAssist(tx, estateId)
    return {
      waiting: visitors.filter((v) => v.state === 'waiting'),
      serving: visitors.filter((v) => v.state === 'serving'),
      assist: assist ? presentAssist(assist) : null,
      threshold: (await settingsOf(tx, estateId)).get('desk.queueAssistThreshold'),
    }
  }),
  serve(contract.arriveInQueue, ({ tx, actor, params, body }) => arriveInQueue(tx, actor, params.estateId, body)),
  serve(contract.callNextVisitor, ({ tx, actor, params }) => callVisitor(tx, actor, params.estateId)),
  serve(contract.callVisitor, ({ tx, actor, params }) => callVisitor(tx, actor, params.estateId, params.id)),
  serve(contract.finishVisitor, ({ tx, params, body }) =>
    finishVisitor(tx, params.estateId, params.id, 'served', body.matterId),
  ),
  serve(contract.visitorLeft, ({ tx, params }) => finishVisitor(tx, params.estateId, params.id, 'left')),
  serve(contract.comeToQueue, async ({ tx, actor, params: { estateId, id } }) => {
    const row = await comeToAssist(tx, estateId, id, actor.id)
    tx.tell({ estateId, topic: 'queue' })
    return row ? presentAssist(row) : refuse('E_NOT_FOUND')
  }),
  ...serveList(
    contract.listQueueVisitors,
    ({ tx, params: { estateId }, query }) =>
      listPage(tx, estateId, query, {
        read: (page) => listVisitorRows(tx, estateId, { ...page, state: query.state }),
        key: (row) => ({ at: row.arrived_at, id: row.id }),
        present: (row) => presentVisitor(row, tx.now),
      }),
    VISITORS,
  ),
  ...serveList(
    contract.listQueueAssists,
    ({ tx, params: { estateId }, query }) =>
      listPage(tx, estateId, query, {
        read: (page) => listAssistRows(tx, estateId, page),
        key: (row) => ({ at: row.called_at, id: row.id }),
        present: presentAssist,
      }),
    ASSISTS,
  ),
]
