import { sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

export const placeOf = async (tx: Tx, estateId: Uuid): Promise<{ estate: string; centre: string; zone: string }> => {
  const { rows } = await sql<{ estate: string; centre: string; zone: string }>`
    select e.name as estate, c.name as centre, e.time_zone as zone from estate e join centre c on c.id = e.centre_id
    where e.estate_id = ${estateId}`.execute(tx.db)
  const row = rows[0]
  if (!row) throw new Error(`no estate ${estateId} in this scope`)
  return row
}
