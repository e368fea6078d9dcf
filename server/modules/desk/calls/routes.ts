import * as contract from '#contract/calls.ts'
import { isRefusal, refuse } from '#contract/refusal.ts'
import { whoCalls } from '#modules/estate/index.ts'
import { appendTimeline, canSee, findMatter, presentLine } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { listPage } from '../list.ts'
import { answerCall, missCall } from './answer-call.ts'
import { presentCall } from './call.present.ts'
import { CALLS } from './call.sheet.ts'
import { type CallRow, findCall, listCallRows, saveLink, sitAt } from './call.store.ts'
import { openMattersOf } from './caller.store.ts'
import { ring } from './ring.ts'
import { takeNews } from './take-news.ts'

const viewCall = async (tx: Tx, actor: Actor, row: CallRow) => {
  const callers = await whoCalls(tx, row.estate_id, row.caller)
  const of = {
    customerIds: callers.map((c) => c.customer.id),
    unitIds: callers.flatMap((c) => c.units.map((u) => u.id)),
  }
  return {
    ...presentCall(row, actor.id, tx.now),
    callers,
    openMatters: (await openMattersOf(tx, actor, row.estate_id, of)).map(presentLine),
  }
}

export const callRoutes: readonly Served[] = [
  serve(contract.phoneRinging, ({ tx, actor, body }) => ring(tx, actor, body)),
  serve(contract.phoneNews, ({ tx, actor, body }) => takeNews(tx, actor, body)),
  serve(contract.getCall, async ({ tx, actor, params: { estateId, id } }) => {
    const row = await findCall(tx, estateId, id)
    return row ? viewCall(tx, actor, row) : refuse('E_NOT_FOUND')
  }),
  serve(contract.answerCall, async ({ tx, actor, params: { estateId, id } }) => {
    const row = await findCall(tx, estateId, id)
    const after = row ? await answerCall(tx, actor, row, actor.id) : refuse('E_NOT_FOUND')
    return isRefusal(after) ? after : viewCall(tx, actor, after)
  }),
  serve(contract.missCall, async ({ tx, actor, params: { estateId, id } }) => {
    const row = await findCall(tx, estateId, id)
    const after = row ? await missCall(tx, row) : refuse('E_NOT_FOUND')
    return isRefusal(after) ? after : presentCall(after, actor.id, tx.now)
  }),
  serve(contract.linkCall, async ({ tx, actor, params: { estateId, id }, body }) => {
    const row = await findCall(tx, estateId, id)
    if (!row) return refuse('E_NOT_FOUND')
    const matter = await findMatter(tx, estateId, body.matterId)
    if (!matter || !canSee(actor, matter)) return refuse('E_NOT_FOUND', { field: 'body.matterId' })
    await saveLink(tx, row, matter.id)
    await appendTimeline(tx, actor, matter, [
      {
        type: 'call',
        verb: 'incoming',
        data: { callId: id, at: row.ringing_at, late: row.late, missed: row.missed_at !== null },
      },
    ])
    tx.tell({ estateId, topic: 'calls', ids: { callId: id } })
    return presentCall({ ...row, matter_id: matter.id, matter_number: matter.number }, actor.id, tx.now)
  }),
  ...serveList(
    contract.listCalls,
    ({ tx, actor, params: { estateId }, query }) =>
      listPage(tx, estateId, query, {
        read: (page) => listCallRows(tx, estateId, query, page),
        key: (row) => ({ at: row.ringing_at, id: row.id }),
        present: (row) => presentCall(row, actor.id, tx.now),
      }),
    CALLS,
  ),
  serve(contract.sitAtExtension, async ({ tx, actor, params: { estateId }, body }) => {
    await sitAt(tx, estateId, body.extension, actor.id)
    return { extension: body.extension, since: tx.now }
  }),
]
