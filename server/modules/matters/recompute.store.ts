import { sql } from 'kysely'
import type { Instant, Uuid } from '#contract/values.ts'
import { Span } from '#platform/calendar/due.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Step } from './clock-step.ts'

export type OpenClockRow = {
  id: Uuid
  matter_id: Uuid
  name: string
  span: Span
  state: string
  started_at: Instant
  due_at: Instant
  breached_at: Instant | null
  calendar_missing: boolean
  paused_ms: number
  step: number
  steps: Step[]
}

/** Every open clock of an estate, with its matter locked first: moves lock in the same order. */
export const lockOpenClocks = async (tx: Tx, estateId: Uuid): Promise<OpenClockRow[]> => {
  await sql`select m.id from matter m where m.estate_id = ${estateId}
      and exists (select 1 from clock c where c.estate_id = m.estate_id and c.matter_id = m.id and c.ended_at is null)
    order by m.id for update of m`.execute(tx.db)
  const { rows } = await sql<OpenClockRow>`
    select id, matter_id, name, span, state, started_at, due_at, breached_at, calendar_missing, paused_ms, step, steps from clock
    where estate_id = ${estateId} and ended_at is null order by id for update`.execute(tx.db)
  return rows.map((row) => ({ ...row, span: Span.parse(row.span) }))
}

export type ClockChange = {
  id: Uuid
  dueAt: Instant
  calendarMissing: boolean
  steps: readonly Step[]
  nextAt: Instant | null
}

export const writeClocks = async (tx: Tx, estateId: Uuid, changes: readonly ClockChange[]): Promise<void> => {
  await sql`update clock c set due_at = r."dueAt", calendar_missing = r."calendarMissing", steps = r.steps, next_at = r."nextAt"
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
      as r(id uuid, "dueAt" timestamptz, "calendarMissing" boolean, steps jsonb, "nextAt" timestamptz)
    where c.estate_id = ${estateId} and c.id = r.id and c.ended_at is null`.execute(tx.db)
}

/** Reads without a scope of its own: the directory of estates is known to the program everywhere. */
export const allEstates = async (tx: Tx): Promise<Uuid[]> =>
  (await tx.db.selectFrom('estate_directory').select('estate_id').orderBy('estate_id').execute()).map(
    (r) => r.estate_id,
  )
