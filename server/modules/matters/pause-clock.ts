import { sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { pauseLength, shiftSteps } from './clock.rules.ts'
import { type ClockRow, refreshDue } from './clock.store.ts'

type MatterId = { estate_id: Uuid; id: Uuid }

export const pauseClock = async (tx: Tx, matter: MatterId, clockId: Uuid, reason: string): Promise<undefined> => {
  await sql`update clock set state = 'paused', paused_at = ${tx.now}, pause_reason = ${reason}, next_at = null
    where estate_id = ${matter.estate_id} and matter_id = ${matter.id} and id = ${clockId} and state = 'running'`.execute(
    tx.db,
  )
  await refreshDue(tx, matter.estate_id, [matter.id])
  return undefined
}

/** Goes on where it stopped; the pause counts up to its limit and no longer. */
export const resumeClock = async (tx: Tx, matter: MatterId, clockId: Uuid, limitDays: number): Promise<undefined> => {
  const { rows } = await sql<ClockRow>`select * from clock
    where estate_id = ${matter.estate_id} and matter_id = ${matter.id} and id = ${clockId} and state = 'paused'`.execute(
    tx.db,
  )
  const clock = rows[0]
  if (!clock?.paused_at) return undefined
  const length = pauseLength(clock.paused_at, tx.now, limitDays)
  const steps = shiftSteps(clock.steps, clock.step, length)
  await sql`update clock set state = 'running', paused_at = null, pause_reason = null, paused_ms = paused_ms + ${length},
      due_at = ${plusMilliseconds(clock.due_at, length)}, steps = ${JSON.stringify(steps)}, next_at = ${steps[clock.step]?.at ?? null}
    where estate_id = ${matter.estate_id} and id = ${clockId}`.execute(tx.db)
  await refreshDue(tx, matter.estate_id, [matter.id])
  return undefined
}
