import type { VerbShape } from '#contract/kind.ts'
import { type OrderVerb, order as orderKind } from '#contract/kinds/order.ts'
import { MatterParams } from '#contract/matters.ts'
import * as contract from '#contract/orders.ts'
import { isRefusal, refuse } from '#contract/refusal.ts'
import type { RouteShape } from '#contract/route.ts'
import { type Actor, linesIn } from '#platform/auth/actor.ts'
import { inTransaction, type Tx } from '#platform/db/tx.ts'
import { sendExcel } from '#platform/export/excel.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { type Served, serve, serveRaw } from '#platform/http/serve.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { presentAsk } from './ask.present.ts'
import { askSheet } from './ask.sheet.ts'
import { readAsks } from './availability.store.ts'
import { exportOrders } from './export-orders.ts'
import { linePeople } from './line-people.ts'
import { listOrderRows, readOrder } from './list.store.ts'
import { moveOrder } from './order.machine.ts'
import { canSeeOrder } from './order.policy.ts'
import { presentOrder, presentOrderLine } from './order.present.ts'
import { showPhone } from './show-phone.ts'
import { overlapsOf, readOrderParts } from './view.store.ts'

const viewerOf = async (tx: Tx, actor: Actor, estateId: string) => ({
  actor,
  now: tx.now,
  ownSightDays: (await settingsOf(tx, estateId)).get('orders.ownSightDays'),
})

/** An order as the caller may see it; E_NOT_FOUND also for one that exists but is not theirs to see. */
const viewOrder = async (tx: Tx, actor: Actor, estateId: string, id: string) => {
  const row = await readOrder(tx, estateId, id)
  if (!row || !canSeeOrder(actor, row)) return refuse('E_NOT_FOUND')
  const { appointment_from: from, appointment_to: to, executor_id: executor } = row
  const conflicts =
    row.open && executor && from && to ? await overlapsOf(tx, estateId, [executor], { from, to }, row.id) : []
  return presentOrder(row, await readOrderParts(tx, row), conflicts, await viewerOf(tx, actor, estateId))
}

const move = (verb: OrderVerb): Served => {
  const route: RouteShape = contract.orderMoveRoute(verb)
  return serve(route, async ({ tx, actor, params, body }) => {
    const { estateId, id } = MatterParams.parse(params)
    const { version, ...input } = body as { version: number }
    const moved = await moveOrder(tx, actor, { estateId, id, verb, version, input })
    if (isRefusal(moved)) return moved
    const order = await viewOrder(tx, actor, estateId, id)
    return isRefusal(order) ? order : { order }
  })
}

const moves = Object.entries(orderKind.verbs as Record<string, VerbShape>).flatMap(([verb, v]) =>
  v.system ? [] : [move(verb as OrderVerb)],
)

export const routes: readonly Served[] = [
  serve(contract.listOrders, async ({ tx, actor, params, query }) => {
    const page = await listOrderRows(tx, actor, params.estateId, query)
    if (isRefusal(page)) return page
    const viewer = await viewerOf(tx, actor, params.estateId)
    return { rows: page.rows.map((row) => presentOrderLine(row, viewer)), next: page.next }
  }),
  serveRaw(contract.exportOrders, async ({ actor, params, query, house, reply }) => {
    const { lang, ...filter } = query
    const sheet = await exportOrders(house, actor, params.estateId, { ...filter, limit: 200 }, lang)
    return isRefusal(sheet) ? sheet : sendExcel(reply, { fileName: `${sheet.name}.xlsx`, sheets: [sheet] })
  }),
  serve(contract.getOrder, ({ tx, actor, params }) => viewOrder(tx, actor, params.estateId, params.id)),
  // answers by itself: a kept answer would be a copy of the number
  serveRaw(contract.showOrderPhone, ({ actor, params, body, house, request }) =>
    inTransaction(house.database, { scope: request.scope }, (tx) => showPhone(tx, actor, params, body.purpose)),
  ),
  serve(contract.listLinePeople, ({ tx, params, query }) => linePeople(tx, params.estateId, query)),
  ...serveList(
    contract.listAvailabilityAsks,
    async ({ tx, actor, params, query }) => {
      const page = await readAsks(tx, params.estateId, linesIn(actor, params.estateId), query)
      return isRefusal(page) ? page : { rows: page.rows.map(presentAsk), next: page.next }
    },
    askSheet,
  ),
  ...moves,
]
