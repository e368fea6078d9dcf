import type { dialCallback as dialRoute } from '#contract/callbacks.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf, BodyOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { canSee, findMatter, matterKind, notAboutThemselves } from '#modules/matters/index.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { mustFollow } from '../closing.rules.ts'
import { isCallable } from './callback.rules.ts'
import { mayCallNow } from './may-call-now.ts'

/**
 * KN-205, FD-015: the number to dial, shown in full only when the call may be made, and logged with its purpose.
 * E_NOT_FOUND when nobody left a number.
 */
export const dialCallback = async (
  tx: Tx,
  actor: Actor,
  { estateId, id }: { estateId: Uuid; id: Uuid },
  body: BodyOf<typeof dialRoute>,
): Promise<AnswerOf<typeof dialRoute> | Refusal> => {
  const matter = await findMatter(tx, estateId, id)
  if (!matter || !canSee(actor, matter)) return refuse('E_NOT_FOUND')
  if (!isCallable(matterKind(matter.kind).shape, matter.state))
    return refuse('E_STATE_CHANGED', { details: { state: matter.state } })
  const refused = notAboutThemselves(actor, matter) ?? mustFollow(actor, matter)
  if (refused) return refused
  if (body.override && !body.overrideWords) return refuse('E_REASON_MISSING', { field: 'body.overrideWords' })
  const verdict = await mayCallNow(tx, matter, { byPhone: true, override: body.override })
  if (isRefusal(verdict)) return verdict
  if (verdict.number === null) return refuse('E_NOT_FOUND', { field: 'params.id', details: { missing: 'phone' } })
  await audit(tx, actor, {
    estateId,
    action: 'customer.unmask',
    subjectKind: 'matter',
    subjectId: id,
    purpose: 'callback',
    after: { field: 'phone', override: body.override ?? null, words: body.overrideWords ?? null },
  })
  return { number: verdict.number, call: verdict.call, warnings: verdict.warnings }
}
