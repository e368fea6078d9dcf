import type { Uuid } from '#contract/values.ts'
import { whoCalls } from '#modules/estate/index.ts'
import type { Tx } from '#platform/db/tx.ts'
import { type Caller, personKeyOf } from './hot/hot.rules.ts'

/**
 * CP-095: who it is, for telling people apart. A number that belongs to one customer on file is that customer, or the
 * same person would count twice: once by name and once by telephone.
 */
export const keyOfSpeaker = async (tx: Tx, estateId: Uuid, caller: Caller): Promise<string | null> => {
  if (caller.customerId || !caller.phone) return personKeyOf(caller)
  const known = [...new Set((await whoCalls(tx, estateId, caller.phone)).map((one) => one.customer.id))]
  return personKeyOf(known.length === 1 ? { ...caller, customerId: known[0] } : caller)
}
