import type { Caller } from '#contract/customers.ts'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { readPhone } from '../phone.rules.ts'
import { todayIn } from '../today.ts'
import { callersOf } from './caller.store.ts'

/**
 * Who is known under the number of an incoming call: exact match on the level form. An area code that the exchange adds
 * does not hide a number on file without it. Empty for a number that is none.
 */
export const whoCalls = async (tx: Tx, estateId: Uuid, phone: string): Promise<Caller[]> => {
  const reading = readPhone(phone)
  if (typeof reading === 'string') return []
  const local = /^0\d{2,3}-(\d{7,8})$/.exec(reading.number)?.[1]
  const numbers = local === undefined ? [reading.number] : [reading.number, local]
  const rows = await callersOf(tx, estateId, numbers, await todayIn(tx, estateId))
  return rows.map((row) => ({
    customer: {
      id: row.id,
      name: row.name,
      kind: row.kind as Caller['customer']['kind'],
      important: row.important,
      noCallback: row.no_callback,
      language: row.language as Caller['customer']['language'],
    },
    phoneLabel: row.label,
    units: row.units.map((u) => ({ ...u, role: u.role as Caller['units'][number]['role'] })),
    cautions: row.cautions,
  }))
}
