import { sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import { SYSTEM } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import type { About } from './tell-people.ts'

export type Fired = {
  estate_id: Uuid
  id: Uuid
  matter_id: Uuid
  name: string
  due_at: string
  did: 'warn' | 'due' | 'escalate'
}

/** Finds the clocks whose next step has come and takes it, skipping what another process holds. */
export const takeSteps = async (tx: Tx, batch: number): Promise<Fired[]> => {
  const { rows } = await sql<Fired>`
    with due as materialized (
      select estate_id, id from clock where next_at <= ${tx.now}
      order by next_at limit ${batch} for update skip locked)
    update clock c set
      step = c.step + 1,
      next_at = (c.steps -> (c.step + 1) ->> 'at')::timestamptz,
      state = case when c.steps -> c.step ->> 'do' = 'due' then 'breached' else c.state end,
      breached_at = case when c.steps -> c.step ->> 'do' = 'due' then c.due_at else c.breached_at end
    from due where c.estate_id = due.estate_id and c.id = due.id
    returning c.estate_id, c.id, c.matter_id, c.name, c.due_at, c.steps -> (c.step - 1) ->> 'do' as did`.execute(tx.db)
  return rows
}

export const writeClockTimeline = async (tx: Tx, fired: readonly Fired[]) => {
  const rows = fired.map((f) => ({
    estate_id: f.estate_id,
    id: newId(),
    matter_id: f.matter_id,
    name: f.name,
    did: f.did,
    due_at: f.due_at,
  }))
  await sql`
    insert into timeline (estate_id, id, matter_id, at, type, actor_name, data)
    select r.estate_id, r.id, r.matter_id, ${tx.now}, 'clock', ${SYSTEM.name}, jsonb_build_object('name', r.name, 'did', r.did, 'dueAt', r.due_at)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(estate_id uuid, id uuid, matter_id uuid, name text, did text, due_at text)`.execute(
    tx.db,
  )
}

const idsOf = (fired: readonly Fired[]) =>
  JSON.stringify(fired.map((f) => ({ estate_id: f.estate_id, matter_id: f.matter_id, clock_id: f.id })))

export const markOverdue = async (tx: Tx, breached: readonly Fired[]) => {
  if (breached.length === 0) return
  await sql`update matter m set overdue = true
    from (select distinct estate_id, matter_id from jsonb_to_recordset(${idsOf(breached)}::jsonb) as r(estate_id uuid, matter_id uuid)) r
    where m.estate_id = r.estate_id and m.id = r.matter_id and m.open and not m.overdue`.execute(tx.db)
}

// CP-022: a promise whose time has gone by is broken, and stays so even if kept later
export const markBroken = async (tx: Tx, breached: readonly Fired[]) => {
  const promises = breached.filter((f) => f.name === 'promise')
  if (promises.length === 0) return
  await sql`update promise p set broken_at = p.due_at
    from jsonb_to_recordset(${idsOf(promises)}::jsonb) as r(estate_id uuid, clock_id uuid)
    where p.estate_id = r.estate_id and p.clock_id = r.clock_id and p.broken_at is null and p.kept_at is null`.execute(
    tx.db,
  )
}

/** What the people who are told must know of these matters. */
export const mattersOf = async (tx: Tx, fired: readonly Fired[]): Promise<About[]> => {
  const { rows } = await sql<About>`
    select m.estate_id, m.id, m.number, m.title, m.owner_id, m.co_owner_id, m.handler_id, m.dedicated_id, m.line
    from (select distinct estate_id, matter_id from jsonb_to_recordset(${idsOf(fired)}::jsonb) as r(estate_id uuid, matter_id uuid)) r
    join matter m on m.estate_id = r.estate_id and m.id = r.matter_id`.execute(tx.db)
  return rows
}
