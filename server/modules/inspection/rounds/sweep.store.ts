import { sql } from 'kysely'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { GOES_NOWHERE } from './round.store.ts'

export type DueRound = {
  estate_id: Uuid
  id: Uuid
  kind: string
  name: string
  line: string | null
  assignee_role: string | null
  assignee_id: Uuid | null
  area_id: Uuid | null
  due_at: Instant
  open: number
}
export type Step = 'warn' | 'miss' | 'escalate'

// the words of the partial indexes, so that a sweep reads what is due and nothing else
const OPEN = sql`r.state in ('planned', 'started')`
const cameDue = (now: Instant) => sql`${OPEN} and r.missed_at is null and r.due_at <= ${now}`
const dueFor = (step: Step, now: Instant) =>
  ({
    warn: sql`${OPEN} and r.warned_at is null and r.missed_at is null and r.warn_at <= ${now} and r.due_at > ${now} and not ${GOES_NOWHERE}`,
    miss: sql`${cameDue(now)} and not ${GOES_NOWHERE}`,
    escalate: sql`r.escalated_at is null and r.state in ('missed', 'started') and r.escalate_at <= ${now}`,
  })[step]

/** Estates in which some round has come to a step of its clock. */
export const estatesDue = async (tx: Tx): Promise<Uuid[]> => {
  const { rows } = await sql<{ estate_id: Uuid }>`
    select r.estate_id from inspection_round r where ${dueFor('warn', tx.now)}
    union select r.estate_id from inspection_round r where ${cameDue(tx.now)}
    union select r.estate_id from inspection_round r where ${dueFor('escalate', tx.now)}`.execute(tx.db)
  return rows.map((r) => r.estate_id)
}

/** Comes due with nowhere to go: no miss, but called off. */
const callOffNowhere = async (tx: Tx, estateId: Uuid, reason: string): Promise<void> => {
  const { numAffectedRows = 0n } = await sql`
    with due as materialized (select r.estate_id, r.id from inspection_round r
      where r.estate_id = ${estateId} and ${cameDue(tx.now)} and ${GOES_NOWHERE} for update skip locked)
    update inspection_round r set state = 'cancelled', cancel_reason = ${reason}, version = r.version + 1
    from due where r.estate_id = due.estate_id and r.id = due.id`.execute(tx.db)
  if (numAffectedRows > 0n) tx.tell({ estateId, topic: 'inspection' })
}

/** What is out of use when a round is written down as missed is left out of it; what is switched off later was missed. */
const leaveOutUnused = async (tx: Tx, estateId: Uuid, roundIds: readonly Uuid[], reason: string): Promise<void> => {
  await sql`
    update inspection_stop t set skipped_reason = ${reason} from place p
    where t.estate_id = ${estateId} and t.round_id = any(${[...roundIds]}::uuid[]) and t.done_at is null
      and t.skipped_reason is null and p.estate_id = t.estate_id and p.id = t.place_id and not p.active`.execute(tx.db)
}

/** What is written down where places are out of use: of one left out, and of a round that has nowhere to go. */
type OutOfUse = { place: string; round: string }

/** Takes one step of the clock for those whose time has come, skipping what another process holds; each is taken once. */
export const takeStep = async (
  tx: Tx,
  estateId: Uuid,
  step: Step,
  { batch, outOfUse }: { batch: number; outOfUse: OutOfUse },
): Promise<DueRound[]> => {
  if (step === 'miss') await callOffNowhere(tx, estateId, outOfUse.round)
  const set = {
    warn: sql`warned_at = ${tx.now}`,
    // at the time at which it was due, whenever the sweep came by
    miss: sql`missed_at = r.due_at, state = case when r.state = 'planned' then 'missed' else r.state end, version = r.version + 1`,
    escalate: sql`escalated_at = ${tx.now}`,
  }[step]
  const { rows } = await sql<DueRound>`
    with due as materialized (select r.estate_id, r.id from inspection_round r
      where r.estate_id = ${estateId} and ${dueFor(step, tx.now)} order by r.due_at limit ${batch} for update skip locked)
    update inspection_round r set ${set} from due where r.estate_id = due.estate_id and r.id = due.id
    returning r.estate_id, r.id, r.kind, r.name, r.line, r.assignee_role, r.assignee_id, r.area_id, r.due_at,
      (select count(*)::int from inspection_stop t where t.estate_id = r.estate_id and t.round_id = r.id
        and t.done_at is null and t.skipped_reason is null
        and exists (select from place p where p.estate_id = t.estate_id and p.id = t.place_id and p.active)) as open`.execute(
    tx.db,
  )
  if (step === 'miss' && rows.length > 0)
    await leaveOutUnused(
      tx,
      estateId,
      rows.map((r) => r.id),
      outOfUse.place,
    )
  return rows
}

export const setEscalation = async (
  tx: Tx,
  estateId: Uuid,
  times: readonly { id: Uuid; at: Instant }[],
): Promise<void> => {
  await sql`update inspection_round r set escalate_at = n.at
    from jsonb_to_recordset(${JSON.stringify(times)}::jsonb) as n(id uuid, at timestamptz)
    where r.estate_id = ${estateId} and r.id = n.id`.execute(tx.db)
}
