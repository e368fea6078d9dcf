import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

type Named = { customerId?: Uuid | undefined; unitId?: Uuid | undefined; matterId?: Uuid | undefined }
const TABLES = { customerId: 'customer', unitId: 'unit', matterId: 'matter' } as const

/** What a body points at must stand in this estate; E_NOT_FOUND names the first field that does not. */
export const missingReference = async (tx: Tx, estateId: Uuid, body: Named): Promise<Refusal | undefined> => {
  for (const field of ['customerId', 'unitId', 'matterId'] as const) {
    const id = body[field]
    if (!id) continue
    const found = await tx.db
      .selectFrom(TABLES[field])
      .select('id')
      .where('estate_id', '=', estateId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!found) return refuse('E_NOT_FOUND', { field: `body.${field}` })
  }
  return undefined
}
