import { type Selectable, sql } from 'kysely'
import type { Instant, Uuid } from '#contract/values.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'
import { lastingClocks } from './clock-defs.ts'
import type { Step } from './clock-step.ts'

export type ClockRow = Omit<Selectable<DB['clock']>, 'steps' | 'span'> & { steps: Step[]; span: unknown }

export type NewClock = {
  id: Uuid
  name: string
  rule: string
  span: unknown
  started_at: Instant
  due_at: Instant
  calendar_missing: boolean
  steps: Step[]
}

export const insertClocks = async (
  tx: Tx,
  estateId: Uuid,
  matterId: Uuid,
  clocks: readonly NewClock[],
): Promise<void> => {
  if (clocks.length === 0) return
  await tx.db
    .insertInto('clock')
    .values(
      clocks.map((c) => ({
        estate_id: estateId,
        id: c.id,
        matter_id: matterId,
        name: c.name,
        rule: c.rule,
        span: JSON.stringify(c.span),
        started_at: c.started_at,
        due_at: c.due_at,
        calendar_missing: c.calendar_missing,
        steps: JSON.stringify(c.steps),
        next_at: c.steps[0]?.at ?? null,
        state: 'running',
      })),
    )
    .execute()
}

/**
 * Ends open clocks by name: met when what it waits for happened, stopped when it no longer matters, replaced when another
 * time was agreed (what had come due by then stays missed). Met `at` an earlier moment, of which is heard only now, it is
 * met in time if it was not yet due then, also where it stood as missed meanwhile. 'all' leaves those that outlive their
 * matter. Returns those ended.
 */
export const endClocks = async (
  tx: Tx,
  matter: { estate_id: Uuid; id: Uuid },
  names: readonly string[] | 'all',
  how: 'met' | 'stopped' | 'replaced',
  at: Instant = tx.now,
): Promise<{ id: Uuid; name: string; breached_at: Instant | null; due_at: Instant }[]> => {
  // what stood as missed at that moment stays so, whatever time was given afterwards
  const breach = sql`case when ${how} = 'met' and breached_at >= ${at} then null
    when breached_at is null and due_at < ${at} and ${how} <> 'stopped' then due_at else breached_at end`
  const { rows } = await sql<{ id: Uuid; name: string; breached_at: Instant | null; due_at: Instant }>`
    update clock set
      state = case when (${breach}) is not null then 'breached' when ${how} = 'met' then 'met' else 'stopped' end,
      breached_at = ${breach},
      met_at = case when ${how} = 'met' then ${at}::timestamptz else met_at end,
      ended_at = ${tx.now}, next_at = null
    where estate_id = ${matter.estate_id} and matter_id = ${matter.id} and ended_at is null
      and (name = any(${names === 'all' ? lastingClocks() : [...names]}::text[])) <> ${names === 'all'}
    returning id, name, breached_at, due_at`.execute(tx.db)
  return rows
}

/** The earliest due time of the open clocks, written on the matter so that lists sort on an index. */
export const refreshDue = async (tx: Tx, estateId: Uuid, matterIds: readonly Uuid[]): Promise<void> => {
  await sql`
    update matter m set
      next_due_at = (select min(c.due_at) from clock c where c.estate_id = m.estate_id and c.matter_id = m.id and c.ended_at is null and c.state <> 'paused'),
      overdue = m.open and exists (select 1 from clock c where c.estate_id = m.estate_id and c.matter_id = m.id and c.ended_at is null and c.breached_at is not null)
    where m.estate_id = ${estateId} and m.id = any(${[...matterIds]}::uuid[])`.execute(tx.db)
}

/**
 * Of the clocks of these names: those that were kept or came due between two instants, and how many were kept; a promise that
 * was late counts in the time in which it was due.
 */
export const countKept = async (
  tx: Tx,
  estateId: Uuid,
  names: readonly string[],
  { from, to }: { from: Instant; to: Instant },
): Promise<{ all: number; kept: number }> => {
  const { rows } = await sql<{ kept: number; late: number }>`select
    (select count(*)::int from clock c where c.estate_id = ${estateId} and c.met_at >= ${from}::timestamptz and c.met_at < ${to}::timestamptz
      and c.name = any(${[...names]}::text[]) and c.breached_at is null) as kept,
    (select count(*)::int from clock c where c.estate_id = ${estateId} and c.breached_at >= ${from}::timestamptz and c.breached_at < ${to}::timestamptz
      and c.name = any(${[...names]}::text[])) as late`.execute(tx.db)
  const { kept = 0, late = 0 } = rows[0] ?? {}
  return { all: kept + late, kept }
}
