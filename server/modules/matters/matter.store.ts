import { sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Duty, Matter, MatterPatch } from './matter-kind.ts'

type MatterId = { estate_id: Uuid; id: Uuid }

export const lockMatter = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<Matter | undefined> =>
  tx.db
    .selectFrom('matter')
    .selectAll()
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const findMatter = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<Matter | undefined> =>
  tx.db.selectFrom('matter').selectAll().where('estate_id', '=', estateId).where('id', '=', id).executeTakeFirst()

/** Writes a moved matter with the earliest due time of its open clocks; the caller holds its lock. `quiet` keeps its version. */
export const saveMatter = async (
  tx: Tx,
  matter: Matter,
  patch: MatterPatch & { state: string; open: boolean },
  quiet = false,
): Promise<Matter> =>
  tx.db
    .updateTable('matter')
    .set((eb) => ({
      ...patch,
      version: eb('version', '+', quiet ? 0 : 1),
      updated_at: tx.now,
      next_due_at: sql<
        string | null
      >`(select min(c.due_at) from clock c where c.estate_id = ${matter.estate_id} and c.matter_id = ${matter.id} and c.ended_at is null and c.state <> 'paused')`,
      overdue: sql<boolean>`${patch.open}::boolean and exists (select 1 from clock c where c.estate_id = ${matter.estate_id} and c.matter_id = ${matter.id} and c.ended_at is null and c.breached_at is not null)`,
    }))
    .where('estate_id', '=', matter.estate_id)
    .where('id', '=', matter.id)
    .where('version', '=', matter.version)
    .returningAll()
    .executeTakeFirstOrThrow()

export const addDuties = async (tx: Tx, matter: MatterId, actor: Actor, duties: readonly Duty[]): Promise<void> => {
  if (duties.length === 0) return
  await tx.db
    .insertInto('matter_duty')
    .values(
      duties.map((duty) => ({
        estate_id: matter.estate_id,
        matter_id: matter.id,
        duty,
        done_at: tx.now,
        done_by: actor.id,
      })),
    )
    .onConflict((c) => c.columns(['estate_id', 'matter_id', 'duty']).doNothing())
    .execute()
}

/** Rework opens a duty again; that it had been done stays on the timeline. */
export const removeDuties = async (tx: Tx, matter: MatterId, duties: readonly Duty[]): Promise<void> => {
  await tx.db
    .deleteFrom('matter_duty')
    .where('estate_id', '=', matter.estate_id)
    .where('matter_id', '=', matter.id)
    .where('duty', 'in', [...duties])
    .execute()
}

export const openClocks = async (tx: Tx, matter: MatterId) => {
  const { rows } = await sql<{ duties: Duty[]; clocks: { id: Uuid; name: string; state: string; due: string }[] }>`
    select
      coalesce((select array_agg(d.duty) from matter_duty d where d.estate_id = ${matter.estate_id} and d.matter_id = ${matter.id}), '{}') as duties,
      coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name, 'state', c.state, 'due', c.due_at)) from clock c
        where c.estate_id = ${matter.estate_id} and c.matter_id = ${matter.id} and c.ended_at is null), '[]') as clocks`.execute(
    tx.db,
  )
  const row = rows[0]
  return {
    duties: new Set(row?.duties ?? []),
    clocks: new Map(
      (row?.clocks ?? []).map(({ id, name, state, due }) => [id, { name, state, dueAt: toInstant(due) }]),
    ),
  }
}

export const lastMoveOf = async (tx: Tx, matter: MatterId): Promise<Record<string, unknown>> => {
  const { rows } = await sql<{ verb: string | null; at: string; actor_name: string }>`
    select verb, at, actor_name from timeline
    where estate_id = ${matter.estate_id} and matter_id = ${matter.id} and type in ('move', 'registered') order by id desc limit 1`.execute(
    tx.db,
  )
  const row = rows[0]
  return row ? { verb: row.verb, at: row.at, by: row.actor_name } : {}
}

/** Sets fields of a matter outside of a move (a clock ran out, a merge moved a voice). */
export const touchMatter = async (tx: Tx, matter: MatterId, patch: MatterPatch): Promise<void> => {
  await tx.db
    .updateTable('matter')
    .set({ ...patch, updated_at: tx.now })
    .where('estate_id', '=', matter.estate_id)
    .where('id', '=', matter.id)
    .execute()
}
