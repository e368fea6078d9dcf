import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { auditAbout } from '../audit-about.ts'
import { isInTime } from './in-time.rules.ts'
import { lockRound, saveRound, stopsOf } from './round.store.ts'

/**
 * FD-810: what was done by its due time without signal is no breach: a round that has ended and arrives after it was
 * written down as missed is missed no more. Who was told stays told; the audit keeps that it stood as missed.
 */
export const settleRound = async (tx: Tx, actor: Actor, estateId: Uuid, id: Uuid): Promise<void> => {
  const round = await lockRound(tx, estateId, id)
  if (round?.state !== 'done' || round.done_at === null) return
  const ended = { due_at: round.due_at, done_at: round.done_at }
  const inTime = isInTime(ended, await stopsOf(tx, estateId, [id]))
  if (round.missed_at === null) {
    // ended late before anybody had written that down; a place looked at long after the signature changes nothing
    if (!inTime && round.done_at > round.due_at) await saveRound(tx, estateId, id, { missed_at: round.due_at })
    return
  }
  if (!inTime) return
  await saveRound(tx, estateId, id, { missed_at: null })
  await auditAbout(
    tx,
    actor,
    { estateId, kind: round.kind },
    {
      action: 'inspectionRound.inTime',
      subjectKind: 'inspectionRound',
      subjectId: id,
      before: { missedAt: round.missed_at },
      after: { missedAt: null },
    },
  )
}
