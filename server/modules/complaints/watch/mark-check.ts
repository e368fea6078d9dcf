import type { markWatchCheck, WatchCheck } from '#contract/complaint-watch.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { BodyOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { mayCheck } from './watch.present.ts'
import { findChannel, insertCheck } from './watch.store.ts'

/**
 * CP-110: the check mark with name and time. E_STATE_CHANGED for a place that is no longer watched, E_FORBIDDEN for
 * somebody who neither looks after the watching nor was assigned this place.
 */
export const markCheck = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  watchId: Uuid,
  { found, note }: BodyOf<typeof markWatchCheck>,
): Promise<WatchCheck | Refusal> => {
  const channel = await findChannel(tx, estateId, watchId)
  if (!channel) return refuse('E_NOT_FOUND')
  if (!channel.active) return refuse('E_STATE_CHANGED')
  if (!mayCheck(actor, estateId, channel)) return refuse('E_FORBIDDEN')
  const date = localDateOf(await calendarOf(tx, estateId), tx.now)
  const id = newId()
  await insertCheck(tx, estateId, { id, watch_id: watchId, on_date: date, by_id: actor.id, found, note: note || null })
  await audit(tx, actor, {
    estateId,
    action: 'watch.check',
    subjectKind: 'watchChannel',
    subjectId: watchId,
    after: { date, found },
  })
  tx.tell({ estateId, topic: 'complaints' })
  return {
    id,
    watchId,
    kind: channel.kind,
    name: channel.name,
    date,
    at: tx.now,
    by: { id: actor.id, name: actor.name },
    found,
    note: note || null,
  }
}
