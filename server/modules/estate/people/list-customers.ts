import type { CustomerLine, CustomerQuery } from '#contract/customers.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { maskPhone } from '#platform/privacy/mask.ts'
import { armsOf } from '../search/query.rules.ts'
import { type CustomerListRow, listCustomerRows } from './customer-list.store.ts'
import type { Seen } from './people.present.ts'
import { seenIn } from './read-customer.ts'
import { tenureOf } from './tenure.rules.ts'

/** Rows of the list with the day and edges they were seen with. */
export const listCustomersOf = async (tx: Tx, estateId: Uuid, { q, ...query }: CustomerQuery) => {
  const seen = await seenIn(tx, estateId)
  const page = await listCustomerRows(tx, estateId, { ...query, ...seen, arms: q ? armsOf(q) : undefined })
  return isRefusal(page) ? page : { ...page, seen }
}

export const customerPage = async (
  tx: Tx,
  estateId: Uuid,
  query: CustomerQuery,
): Promise<{ rows: CustomerLine[]; next: string | null } | Refusal> => {
  const page = await listCustomersOf(tx, estateId, query)
  return isRefusal(page) ? page : { rows: page.rows.map((row) => presentCustomerLine(row, page.seen)), next: page.next }
}

const presentCustomerLine = (row: CustomerListRow, seen: Seen): CustomerLine => ({
  id: row.id,
  kind: row.kind as CustomerLine['kind'],
  name: row.name,
  important: row.important,
  noCallback: row.no_callback,
  language: row.language as CustomerLine['language'],
  phone: maskPhone(row.phone),
  units: row.units.map((u) => ({ ...u, role: u.role as CustomerLine['units'][number]['role'] })),
  tenure: tenureOf(row.moved_in, seen.today, seen.months),
  updatedAt: row.updated_at,
})
