import { type RawBuilder, type Selectable, sql } from 'kysely'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'

export type AuditRow = Selectable<DB['audit']>
type Page = { cursor?: string | undefined; limit: number }

const CUSTOMERS_KINDS = ['customer', 'phone', 'contact', 'residence', 'vehicle', 'caution', 'identityCheck']
const UNITS_KINDS = ['unit', 'residence', 'vehicle', 'caution', 'parking', 'archiveLoan']

/** Whatever hangs on the customer, also when it has ended. */
const ofCustomer = (e: Uuid, id: Uuid) => sql`
  select ${id}::uuid union all select id from customer_phone where estate_id = ${e} and customer_id = ${id}
  union all select id from emergency_contact where estate_id = ${e} and customer_id = ${id}
  union all select id from residence where estate_id = ${e} and customer_id = ${id}
  union all select id from vehicle where estate_id = ${e} and customer_id = ${id}
  union all select id from caution where estate_id = ${e} and customer_id = ${id}
  union all select id from identity_check where estate_id = ${e} and customer_id = ${id}`

const ofUnit = (e: Uuid, id: Uuid) => sql`
  select ${id}::uuid union all select id from residence where estate_id = ${e} and unit_id = ${id}
  union all select id from vehicle where estate_id = ${e} and unit_id = ${id}
  union all select id from caution where estate_id = ${e} and unit_id = ${id}
  union all select id from parking_use where estate_id = ${e} and unit_id = ${id}
  union all select id from archive_loan where estate_id = ${e} and unit_id = ${id}`

const listAudit = async (
  tx: Tx,
  estateId: Uuid,
  kinds: readonly string[],
  subjects: RawBuilder<unknown>,
  page: Page,
): Promise<{ rows: AuditRow[]; next: string | null } | Refusal> => {
  const after = page.cursor ? decodeCursor(page.cursor, 2) : undefined
  if (isRefusal(after)) return after
  const beyond = after ? sql`(a.at, a.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`
  const { rows } = await sql<AuditRow>`
    select a.* from audit a
    where a.estate_id = ${estateId} and a.subject_kind = any(${[...kinds]}::text[]) and a.subject_id = any(array(${subjects})) and ${beyond}
    order by a.at desc, a.id desc limit ${page.limit + 1}`.execute(tx.db)
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > page.limit && last ? encodeCursor([last.at, last.id]) : null }
}

export const customerAudit = (tx: Tx, estateId: Uuid, id: Uuid, page: Page) =>
  listAudit(tx, estateId, CUSTOMERS_KINDS, ofCustomer(estateId, id), page)
export const unitAudit = (tx: Tx, estateId: Uuid, id: Uuid, page: Page) =>
  listAudit(tx, estateId, UNITS_KINDS, ofUnit(estateId, id), page)
