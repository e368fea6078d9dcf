import type { Refusal } from '#contract/refusal.ts'
import { type Matter, matterKind, touchMatter } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { judge } from './callback.present.ts'
import { directResult, isCallable, roundOf } from './callback.rules.ts'
import { calleeOf, insertAttempt } from './callback.store.ts'
import { refuseWaiver } from './may-waive.ts'

type Moved = { before: Matter; matter: Matter; verb: string; input: unknown }

/** CP-066: what the archive says of a customer holds for each of their matters, so that nobody has to look twice. */
export const bringNoCallbackWish = async (tx: Tx, matter: Matter): Promise<void> => {
  if (matter.customer_id === null || matter.flags.includes('noCallbackWish')) return
  const { no_callback } = await calleeOf(tx, matter.estate_id, matter.customer_id)
  if (no_callback) await touchMatter(tx, matter, { flags: [...matter.flags, 'noCallbackWish'] })
}

/** Guards and records around the moves of every kind that calls customers back. */
export const afterMove = async (
  tx: Tx,
  actor: Actor,
  { before, matter, verb, input }: Moved,
): Promise<Refusal | undefined> => {
  // what an inspection asked for has no customer: the program waives it, and nobody can have been tried
  if (
    actor.kind === 'staff' &&
    verb === 'waiveCallback' &&
    typeof input === 'object' &&
    input !== null &&
    'reason' in input &&
    input.reason === 'unreachable'
  ) {
    const refused = await refuseWaiver(tx, before)
    if (refused) return refused
  }
  if (matter.state !== before.state && isCallable(matterKind(matter.kind).shape, matter.state))
    await bringNoCallbackWish(tx, matter)
  const result = directResult(verb, before, matter, input)
  return result && recordResult(tx, actor, before, result)
}

const recordResult = async (
  tx: Tx,
  actor: Actor,
  matter: Matter,
  result: { satisfaction: string; words: string | null; how: string },
): Promise<Refusal | undefined> => {
  const unready = await emit(tx, actor, 'callback.made', { estateId: matter.estate_id, how: result.how })
  if (unready) return unready
  const callee = await calleeOf(tx, matter.estate_id, matter.customer_id)
  const calendar = await calendarOf(tx, matter.estate_id)
  const call = judge({ calendar, settings: await settingsOf(tx, matter.estate_id), now: tx.now }, callee.quiet_hours)
  await insertAttempt(tx, matter, {
    id: newId(),
    round: roundOf(matter),
    staff_id: actor.id,
    how: result.how,
    outcome: 'reached',
    words: result.words,
    satisfaction: result.satisfaction,
    next_at: null,
    grade: call.grade,
    reasons: call.reasons,
    override: null,
    override_words: null,
  })
  return undefined
}
