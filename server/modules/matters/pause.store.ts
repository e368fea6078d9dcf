import { sql } from 'kysely'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { ClockRow } from './clock.store.ts'
import type { Step } from './clock-step.ts'

type MatterId = { estate_id: Uuid; id: Uuid }

export const markPaused = async (tx: Tx, matter: MatterId, clockId: Uuid, reason: string): Promise<void> => {
  await sql`update clock set state = 'paused', paused_at = ${tx.now}, pause_reason = ${reason}, next_at = null
    where estate_id = ${matter.estate_id} and matter_id = ${matter.id} and id = ${clockId} and state = 'running'`.execute(
    tx.db,
  )
}

export const pausedClock = async (tx: Tx, matter: MatterId, clockId: Uuid): Promise<ClockRow | undefined> => {
  const { rows } = await sql<ClockRow>`select * from clock
    where estate_id = ${matter.estate_id} and matter_id = ${matter.id} and id = ${clockId} and state = 'paused'`.execute(
    tx.db,
  )
  return rows[0]
}

/** Goes on with its due time and steps moved by the pause. */
export const markResumed = async (
  tx: Tx,
  matter: MatterId,
  clockId: Uuid,
  moved: { lengthMs: number; dueAt: Instant; steps: readonly Step[]; nextAt: Instant | null },
): Promise<void> => {
  await sql`update clock set state = 'running', paused_at = null, pause_reason = null, paused_ms = paused_ms + ${moved.lengthMs},
      due_at = ${moved.dueAt}, steps = ${JSON.stringify(moved.steps)}, next_at = ${moved.nextAt}
    where estate_id = ${matter.estate_id} and id = ${clockId}`.execute(tx.db)
}
