import { sql } from 'kysely'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { refreshDue } from './clock.store.ts'

type MatterId = { estate_id: Uuid; id: Uuid }

export const insertPromise = async (
  tx: Tx,
  matter: MatterId,
  promise: { id: Uuid; text: string; dueAt: Instant; madeBy: Uuid; clockId: Uuid },
): Promise<void> => {
  await tx.db
    .insertInto('promise')
    .values({
      estate_id: matter.estate_id,
      id: promise.id,
      matter_id: matter.id,
      text: promise.text,
      due_at: promise.dueAt,
      made_by: promise.madeBy,
      made_at: tx.now,
      clock_id: promise.clockId,
    })
    .execute()
}

/** A promise was kept; its clock ends, met or (when late) breached. */
export const settlePromise = async (tx: Tx, matter: MatterId, promiseId: Uuid): Promise<undefined> => {
  await sql`
    update promise set kept_at = ${tx.now}, broken_at = case when due_at < ${tx.now} then coalesce(broken_at, due_at) else broken_at end
    where estate_id = ${matter.estate_id} and id = ${promiseId}`.execute(tx.db)
  await sql`
    update clock c set state = case when c.due_at < ${tx.now} then 'breached' else 'met' end,
      breached_at = case when c.due_at < ${tx.now} then coalesce(c.breached_at, c.due_at) else c.breached_at end,
      met_at = ${tx.now}, ended_at = ${tx.now}, next_at = null
    from promise p where p.estate_id = ${matter.estate_id} and p.id = ${promiseId}
      and c.estate_id = p.estate_id and c.id = p.clock_id and c.ended_at is null`.execute(tx.db)
  await refreshDue(tx, matter.estate_id, [matter.id])
  return undefined
}

export const openPromises = async (tx: Tx, matter: MatterId) => {
  const { rows } = await sql<{ id: Uuid; clock_id: Uuid; due_at: Instant }>`
    select id, clock_id, due_at from promise where estate_id = ${matter.estate_id} and matter_id = ${matter.id} and kept_at is null`.execute(
    tx.db,
  )
  return new Map(rows.map((r) => [r.id, { clockId: r.clock_id, dueAt: r.due_at }]))
}
