import { exportOf } from '#contract/export-list.ts'
import { sendInspection } from '#contract/field.ts'
import * as contract from '#contract/inspection-looks.ts'
import { getInspectorAgreement } from '#contract/inspection-rounds.ts'
import { isRefusal, refuse } from '#contract/refusal.ts'
import { listPage } from '#modules/desk/index.ts'
import type { Tx } from '#platform/db/tx.ts'
import { sendList } from '#platform/export/send-list.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { type Served, serve, serveRaw } from '#platform/http/serve.ts'
import { visibleLooks, visibleRefused } from '../inspection.policy.ts'
import { itemAtFault } from '../scores/item-at-fault.ts'
import { AGREEMENT_SHEET, agreementLines } from './agreement.sheet.ts'
import { presentLook, presentRefused } from './look.present.ts'
import { LOOKS, REFUSED } from './look.sheet.ts'
import { listLookRows } from './look-view.store.ts'
import { readAgreement } from './read-agreement.ts'
import { listRefusedRows } from './refused.store.ts'
import { withItems } from './refused-items.ts'
import { resolveRefusal } from './resolve-refused.ts'
import { sendLook } from './send-look.ts'
import { viewLook, voidLook } from './view-look.ts'

export const lookRoutes: readonly Served[] = [
  // by itself, because what it refuses is kept too; the look's own id makes a repeat known
  serveRaw(sendInspection, async ({ house, actor, params: { estateId }, body, reply }) => {
    const taken = await sendLook({ house, actor, estateId }, body)
    return isRefusal(taken) ? taken : reply.code(201).send(taken)
  }),
  ...serveList(
    contract.listInspections,
    async ({ tx, actor, params: { estateId }, query }) => {
      const filter = { ...query, item: await itemAtFault(tx, estateId, query) }
      return listPage(tx, estateId, query, {
        read: (page) => listLookRows(tx, estateId, filter, page, visibleLooks(actor, estateId)),
        key: (r) => ({ at: r.ended_at, id: r.id }),
        present: (r) => presentLook(actor, estateId, r),
      })
    },
    LOOKS,
  ),
  serve(contract.getInspection, ({ tx, actor, params }) => viewLook(tx, actor, params.estateId, params.id)),
  serve(contract.voidInspection, ({ tx, actor, params, body }) =>
    voidLook(tx, actor, params.estateId, params.id, body),
  ),
  ...serveList(
    contract.listRefusedLooks,
    ({ tx, actor, params: { estateId }, query }) =>
      listPage(tx, estateId, query, {
        read: async (page) =>
          withItems(tx, estateId, await listRefusedRows(tx, estateId, query, page, visibleRefused(actor, estateId))),
        key: (r) => ({ at: r.received_at, id: r.id }),
        present: presentRefused,
      }),
    REFUSED,
  ),
  serve(contract.resolveRefusedLook, ({ tx, actor, params, body }) =>
    resolveRefusal(tx, actor, params.estateId, params.id, body),
  ),
  serve(getInspectorAgreement, ({ tx, actor, params, query }) => readAgreement(tx, actor, params.estateId, query)),
  serveRaw(exportOf(getInspectorAgreement), ({ actor, params, query: { lang, ...filter }, house, reply, request }) => {
    const { estateId } = getInspectorAgreement.params.parse(params)
    const page = async (tx: Tx) => {
      const found = await readAgreement(tx, actor, estateId, getInspectorAgreement.query.parse(filter), 'file')
      if (isRefusal(found)) return found
      // what does not fit into the file is not cut off in silence
      return found.more ? refuse('E_TIME_RANGE', { field: 'query.to' }) : { rows: agreementLines(found), next: null }
    }
    return sendList(
      { house, actor, reply, scope: request.scope, lang: lang === 'en' ? 'en' : 'zh' },
      { ...AGREEMENT_SHEET, estateId, query: filter, page },
    )
  }),
]
