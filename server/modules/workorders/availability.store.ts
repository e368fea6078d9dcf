import { sql } from 'kysely'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { Tx } from '#platform/db/tx.ts'

export type AskRow = {
  id: Uuid
  number: string
  title: string
  version: number
  urgent: boolean
  line: string
  unit_id: Uuid | null
  unit_display: string | null
  place: string | null
  customer_said: string | null
  note: string | null
  asked_at: Instant | null
  next_due_at: Instant | null
  previous_number: string | null
  previous_state: string | null
  previous_absent: number | null
  previous_executor_id: Uuid | null
  previous_executor_name: string | null
}

/** What these lines have been asked and have not answered, soonest due first; keyset on (due, id). */
export const readAsks = async (
  tx: Tx,
  estateId: Uuid,
  lines: readonly string[],
  page: { cursor?: string | undefined; limit: number },
): Promise<{ rows: AskRow[]; next: string | null } | Refusal> => {
  const after = page.cursor ? decodeCursor(page.cursor, 2) : undefined
  if (isRefusal(after)) return after
  const { rows } = await sql<AskRow>`
    select m.id, m.number, m.title, m.version, m.urgent, m.line, m.unit_id, u.display as unit_display, m.place, m.customer_said, m.next_due_at,
      t.text as note, t.at as asked_at, p.number as previous_number, p.state as previous_state, p.absent_count as previous_absent,
      p.executor_id as previous_executor_id, x.name as previous_executor_name
    from matter m
      left join unit u on u.estate_id = m.estate_id and u.id = m.unit_id
      left join lateral (select text, at from timeline k where k.estate_id = m.estate_id and k.matter_id = m.id and k.verb = 'askAvailability'
        order by k.id desc limit 1) t on true
      left join lateral (select number, state, absent_count, executor_id from work_order w where w.estate_id = m.estate_id and w.matter_id = m.id
        order by w.seq desc limit 1) p on true
      left join staff x on x.id = p.executor_id
    where m.estate_id = ${estateId} and m.open and m.kind = 'service' and m.state = 'AVAILABILITY_ASKED' and m.line = any(${[...lines]}::text[])
      ${after ? sql`and (coalesce(m.next_due_at, 'infinity'), m.id) > (coalesce(${after[0]}::timestamptz, 'infinity'), ${after[1]}::uuid)` : sql``}
    order by coalesce(m.next_due_at, 'infinity'), m.id limit ${page.limit + 1}`.execute(tx.db)
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > page.limit && last ? encodeCursor([last.next_due_at, last.id]) : null }
}

export type DayOrder = {
  id: Uuid
  number: string
  state: string
  executor_id: Uuid
  from: Instant | null
  to: Instant | null
  emergency: boolean
}

/** What these people have between two instants: their appointments, and the emergencies they are at. */
export const ordersBetween = async (
  tx: Tx,
  estateId: Uuid,
  people: readonly Uuid[],
  from: Instant,
  to: Instant,
): Promise<DayOrder[]> => {
  if (people.length === 0) return []
  const { rows } = await sql<DayOrder>`
    select id, number, state, executor_id, appointment_from as from, appointment_to as to, emergency from work_order
    where estate_id = ${estateId} and executor_id = any(${[...people]}::uuid[])
      and ((appointment_from < ${to} and appointment_to > ${from} and state not in ('CANCELLED', 'DECLINED'))
        or (open and state <> 'DONE' and appointment_from is null and planned_at < ${to}))
    order by coalesce(appointment_from, planned_at), id`.execute(tx.db)
  return rows
}
