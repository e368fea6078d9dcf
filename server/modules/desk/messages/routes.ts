import * as contract from '#contract/calls.ts'
import { refuse } from '#contract/refusal.ts'
import { audit } from '#platform/audit/audit.ts'
import { may } from '#platform/auth/actor.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { listPage } from '../list.ts'
import { presentMessage } from './message.present.ts'
import { MESSAGES } from './message.sheet.ts'
import { findMessage, listMessageRows, saveAck } from './message.store.ts'
import { takeMessage } from './take-message.ts'

export const messageRoutes: readonly Served[] = [
  serve(contract.takeMessage, ({ tx, actor, params, body }) => takeMessage(tx, actor, params.estateId, body)),
  serve(contract.ackMessage, async ({ tx, actor, params: { estateId, id }, body }) => {
    const before = await findMessage(tx, estateId, id)
    // a receipt is the addressee's own word; to others the message need not even exist
    if (!before || before.for_staff_id !== actor.id) return refuse('E_NOT_FOUND')
    await saveAck(tx, estateId, id, body.note || null)
    await audit(tx, actor, { estateId, action: 'message.ack', subjectKind: 'colleagueMessage', subjectId: id })
    tx.tell({ estateId, topic: 'messages' })
    const row = await findMessage(tx, estateId, id)
    return row ? presentMessage(row, actor.id) : refuse('E_NOT_FOUND')
  }),
  ...serveList(
    contract.listColleagueMessages,
    ({ tx, actor, params: { estateId }, query }) => {
      const boxes = { forMe: { forStaffId: actor.id }, taken: { takenBy: actor.id }, all: {} }
      if (query.box === 'all' && !may(actor, 'desk.use', estateId))
        return Promise.resolve(refuse('E_FORBIDDEN', { field: 'query.box' }))
      return listPage(tx, estateId, query, {
        read: (page) => listMessageRows(tx, estateId, { ...boxes[query.box], acked: query.acked }, page),
        key: (row) => ({ at: row.taken_at, id: row.id }),
        present: (row) => presentMessage(row, actor.id),
      })
    },
    MESSAGES,
  ),
]
