import * as contract from '#contract/goods.ts'
import { GATE_TOUCHPOINTS, slipNumberOf } from '#contract/rules/goods.ts'
import { listPage } from '#modules/desk/index.ts'
import { may } from '#platform/auth/actor.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { servePaper } from '#platform/export/serve-paper.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { presentCheck } from './check.present.ts'
import { GATE_CHECKS } from './check.sheet.ts'
import { gatesOf, guardsOf, listCheckRows } from './check.store.ts'
import { correctCheck, unmaskCheck, viewCheck, voidCheck } from './correct-check.ts'
import { gatePack } from './gate-pack.ts'
import { printChecks } from './print-checks.ts'
import { refuseUsed, takeCheck } from './take-check.ts'

/** Words may be the number of a slip. */
const withSlip = <Q extends { q?: string | undefined }>(query: Q) => ({
  ...query,
  ...(query.q ? { slip: slipNumberOf(query.q) } : {}),
})

export const gateRoutes: readonly Served[] = [
  ...serveList(
    contract.listGateChecks,
    ({ tx, actor, params: { estateId }, query }) =>
      listPage(tx, estateId, query, {
        read: (page) => listCheckRows(tx, estateId, withSlip(query), page, may(actor, 'customer.read', estateId)),
        key: (row) => ({ at: row.at, id: row.id }),
        present: (row) => presentCheck(actor, estateId, row),
      }),
    GATE_CHECKS,
  ),
  serve(contract.listGates, async ({ tx, params: { estateId } }) => ({
    gates: await gatesOf(tx, estateId, GATE_TOUCHPOINTS),
    guards: await guardsOf(tx, estateId),
  })),
  servePaper(
    contract.printGateChecks,
    { fileName: 'gate-checks.pdf', subject: 'gateChecks' },
    ({ tx, actor, params, query }) => printChecks(tx, actor, params.estateId, query),
  ),
  serve(contract.getGateCheck, ({ tx, actor, params }) => viewCheck(tx, actor, params.estateId, params.id)),
  serve(contract.sendGateCheck, ({ tx, actor, params, body }) => takeCheck(tx, actor, params.estateId, body)),
  serve(contract.correctGateCheck, ({ tx, actor, params, body }) =>
    correctCheck(tx, actor, params.estateId, params.id, body),
  ),
  serve(contract.voidGateCheck, ({ tx, actor, params, body }) =>
    voidCheck(tx, actor, params.estateId, params.id, body),
  ),
  serve(contract.unmaskGateCheck, ({ tx, actor, params, body }) =>
    unmaskCheck(tx, actor, params.estateId, params.id, body),
  ),
  serve(contract.checkSlip, async ({ tx, params: { estateId }, query }) => {
    const number = slipNumberOf(query.number)
    return (await refuseUsed(tx, estateId, number, 'query.number')) ?? { number }
  }),
  serve(contract.getGatePack, ({ tx, params }) => gatePack(tx, params.estateId)),
]
