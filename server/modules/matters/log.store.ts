import { sql } from 'kysely'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

export type LogEntry = { at: Instant; who: string; verb: string | null; text: string | null }
export type LogFacts = {
  id: Uuid
  customer_said: string | null
  staff_saw: string | null
  place: string | null
  contact_phone: string | null
  anonymous: boolean
  collected_at: Instant
  appointment_to: Instant | null
  result: string | null
  feedback: string | null
  closed_by_name: string | null
  dispatched_at: Instant | null
  /** The line's answer whether somebody can go. */
  availability: LogEntry | null
  progress: readonly LogEntry[]
}

const SENT_OUT = ['askAvailability', 'dispatch', 'forward'] as const

const ENTRY = sql`json_build_object(
  'at', to_char(t.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'who', t.actor_name,
  'verb', case when t.type = 'move' then t.verb end, 'text', t.text)`

/** FD-402: what the work information log says of these matters beyond their line in a list. */
export const logFactsOf = async (tx: Tx, estateId: Uuid, ids: readonly Uuid[]): Promise<Map<Uuid, LogFacts>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<LogFacts>`
    select m.id, m.customer_said, m.staff_saw, m.place, m.contact_phone, m.anonymous, m.collected_at, m.appointment_to,
      m.result, m.feedback, s.name as closed_by_name,
      case when m.kind = 'emergency' then m.registered_at
        else (select min(t.at) from timeline t
          where t.estate_id = m.estate_id and t.matter_id = m.id and t.verb in (${sql.join(SENT_OUT)}))
      end as dispatched_at,
      (select ${ENTRY} from timeline t
        where t.estate_id = m.estate_id and t.matter_id = m.id and t.from_state = 'AVAILABILITY_ASKED'
        order by t.id desc limit 1) as availability,
      coalesce((select json_agg(${ENTRY} order by t.id) from timeline t
        where t.estate_id = m.estate_id and t.matter_id = m.id and (t.type = 'move' or t.text is not null)
      ), '[]'::json) as progress
    from matter m left join staff s on s.id = m.closed_by
    where m.estate_id = ${estateId} and m.id = any(${sql.val([...ids])}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row]))
}
