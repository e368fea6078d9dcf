import type { AttemptCallback, CallbackAttempt } from '#contract/callbacks.ts'
import { type KindShape, startsOf } from '#contract/kind.ts'
import { isRefusal, type Refusal, refuse, type WarningCode } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import {
  appendTimeline,
  canSee,
  lockMatter,
  type Matter,
  matterKind,
  moveMatter,
  notAboutThemselves,
  touchMatter,
} from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { mustFollow } from '../closing.rules.ts'
import { presentAttempt } from './callback.present.ts'
import { checkAttempt, isCallable, roundOf } from './callback.rules.ts'
import { attemptsOf, insertAttempt } from './callback.store.ts'
import { mayCallNow } from './may-call-now.ts'
import { mayWaiveUnreachable } from './may-waive.ts'

export type Attempted = {
  attempt: CallbackAttempt
  unreachable: boolean
  warnings: { code: WarningCode; details?: Record<string, unknown> }[]
}

/**
 * OS-017, KN-205, CP-066: one try to reach a customer and what came of it. A customer who was reached moves the matter on:
 * content to called back (where the kind has that step), not content back to the work. Who refuses to be called is not
 * called again, and the accused calls nobody (CP-046). E_NO_CALLBACK_WISH, E_CONFLICT_OF_INTEREST, E_CALL_HOURS (with the next allowed time), E_NOT_HANDLER, E_STATE_CHANGED.
 */
export const attemptCallback = async (
  tx: Tx,
  actor: Actor,
  { estateId, id }: { estateId: Uuid; id: Uuid },
  input: AttemptCallback,
): Promise<Attempted | Refusal> => {
  const matter = await lockMatter(tx, estateId, id)
  if (!matter || !canSee(actor, matter)) return refuse('E_NOT_FOUND')
  const shape = matterKind(matter.kind).shape
  if (!isCallable(shape, matter.state) || input.version !== matter.version)
    return refuse('E_STATE_CHANGED', { details: { state: matter.state, version: matter.version } })
  const refused = notAboutThemselves(actor, matter) ?? mustFollow(actor, matter) ?? checkAttempt(input, tx.now)
  if (refused) return refused
  const unready = await emit(tx, actor, 'callback.made', { estateId, how: input.how })
  if (unready) return unready
  const verdict = await mayCallNow(tx, matter, { byPhone: input.how === 'phone', override: input.override })
  if (isRefusal(verdict)) return verdict
  const written = await insertAttempt(tx, matter, {
    id: newId(),
    round: roundOf(matter),
    staff_id: actor.id,
    how: input.how,
    outcome: input.outcome,
    words: input.words || null,
    satisfaction: input.outcome === 'reached' ? (input.satisfaction ?? null) : null,
    next_at: input.outcome === 'later' && input.nextAt ? toInstant(input.nextAt) : null,
    grade: verdict.call.grade,
    reasons: verdict.call.reasons,
    override: input.override ?? null,
    override_words: input.override ? (input.overrideWords ?? null) : null,
  })
  if (!written) return refuse('E_DUPLICATE')
  await appendTimeline(tx, actor, matter, [
    {
      type: 'call',
      verb: 'callback',
      ...(input.words ? { text: input.words } : {}),
      data: { outcome: input.outcome, how: input.how, nextAt: input.nextAt, override: input.override },
    },
  ])
  // CP-066: from now on nobody calls about this matter
  if (input.outcome === 'refused')
    await touchMatter(tx, matter, { flags: [...new Set([...matter.flags, 'noCallbackWish'])] })
  const moved = await moveOn(tx, actor, matter, shape, input)
  if (isRefusal(moved)) return moved
  tx.tell({ estateId, topic: 'matters', ids: { matterId: id } })
  const [row] = await attemptsOf(tx, estateId, id)
  if (!row) return refuse('E_NOT_FOUND')
  return {
    attempt: presentAttempt(row, row.round),
    unreachable: await mayWaiveUnreachable(tx, matter),
    warnings: [...verdict.warnings, ...tx.warnings],
  }
}

const moveOn = async (
  tx: Tx,
  actor: Actor,
  matter: Matter,
  shape: KindShape,
  input: AttemptCallback,
): Promise<Matter | Refusal | undefined> => {
  if (input.outcome !== 'reached') return undefined
  const name = input.satisfaction === 'notSatisfied' ? 'notSatisfied' : 'callBack'
  const verb = shape.verbs[name]
  if (!verb || !startsOf(shape, verb).includes(matter.state)) return undefined
  const needs = verb.needs.safeParse({
    satisfaction: input.satisfaction,
    how: input.how,
    words: input.words,
    missing: input.words,
    offerComplaint: input.offerComplaint,
    onReception: input.onReception,
    onMeasures: input.onMeasures,
    onResult: input.onResult,
  })
  if (!needs.success) {
    const field = String(needs.error.issues[0]?.path[0] ?? 'words')
    return refuse('E_INPUT', { field: `body.${field === 'missing' ? 'words' : field}` })
  }
  return moveMatter(tx, actor, {
    estateId: matter.estate_id,
    id: matter.id,
    kind: matter.kind,
    verb: name,
    version: matter.version,
    input: needs.data,
  })
}
