import * as contract from '#contract/handover.ts'
import { isRefusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { moveHandover } from './handover.machine.ts'
import { handoverPage } from './handover.store.ts'
import { handoverForm } from './handover-form.ts'
import { presentHandover, viewHandover } from './handover-view.ts'
import { openHandover } from './open-handover.ts'

type Verb = (typeof contract.HANDOVER_VERBS)[number]
const move = async (
  tx: Tx,
  actor: Actor,
  { estateId, id }: { estateId: Uuid; id: Uuid },
  verb: Verb,
  { version, ...input }: { version: number },
) => {
  const after = await moveHandover(tx, actor, { estateId, id, verb, version, input })
  return isRefusal(after) ? after : viewHandover(tx, actor, estateId, id)
}

export const handoverRoutes: readonly Served[] = [
  serve(contract.openHandover, ({ tx, actor, params, body }) => openHandover(tx, actor, params.estateId, body)),
  serve(contract.listHandovers, async ({ tx, params, query }) => {
    const page = await handoverPage(tx, params.estateId, query)
    return isRefusal(page) ? page : { rows: page.rows.map(presentHandover), next: page.next }
  }),
  serve(contract.getHandover, ({ tx, actor, params }) => viewHandover(tx, actor, params.estateId, params.id)),
  serve(contract.getHandoverForm, ({ tx, actor, params }) => handoverForm(tx, actor, params.estateId, params.id)),
  serve(contract.amendHandover, ({ tx, actor, params, body }) => move(tx, actor, params, 'amend', body)),
  serve(contract.acceptHandover, ({ tx, actor, params, body }) => move(tx, actor, params, 'accept', body)),
  serve(contract.withdrawHandover, ({ tx, actor, params, body }) => move(tx, actor, params, 'withdraw', body)),
]
