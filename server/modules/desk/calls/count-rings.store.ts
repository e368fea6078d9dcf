import { sql } from 'kysely'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { OVER } from './call.store.ts'

/** Calls that rang between two instants and were taken or missed, and how many of them within so many seconds (KN-211). */
export const countRings = async (
  tx: Tx,
  estateId: Uuid,
  { from, to }: { from: Instant; to: Instant },
  seconds: number,
): Promise<{ all: number; kept: number }> => {
  const { rows } = await sql<{ all: number; kept: number }>`
    select count(*)::int as all, count(*) filter (where k.answered_at is not null and k.ring_seconds <= ${seconds})::int as kept
    from phone_call k where k.estate_id = ${estateId} and k.ringing_at >= ${from}::timestamptz and k.ringing_at < ${to}::timestamptz
      and ${OVER}`.execute(tx.db)
  return rows[0] ?? { all: 0, kept: 0 }
}
