import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { todayIn } from '../today.ts'
import type { UnitNo } from '../unit-no.rules.ts'
import { customerKeys, plateKeys, type SearchKey, unitKeys } from './keys.ts'
import { type KeyRow, replaceKeys, searchableCustomers } from './search-key.store.ts'

const rowsOf = (subjectId: Uuid, keys: readonly SearchKey[]): KeyRow[] => keys.map((k) => ({ subjectId, ...k }))

/**
 * For rooms whose numbers the omnibox shall find (keys by `numberKeys`): replaces all keys of the subject. `label` is
 * what the hit shows: number and title.
 */
export const putSearchKeys = (
  tx: Tx,
  estateId: Uuid,
  kind: 'matter' | 'order',
  subjectId: Uuid,
  keys: readonly SearchKey[],
  label: string,
): Promise<void> =>
  replaceKeys(
    tx,
    estateId,
    kind,
    [subjectId],
    keys.map((k) => ({ subjectId, ...k, label: label.slice(0, 200).toWellFormed() })),
  )

/** After names or numbers of these customers changed. */
export const refreshCustomerKeys = async (tx: Tx, estateId: Uuid, ids: readonly Uuid[]): Promise<void> => {
  if (ids.length === 0) return
  const customers = await searchableCustomers(tx, estateId, ids, await todayIn(tx, estateId))
  await replaceKeys(
    tx,
    estateId,
    'customer',
    ids,
    customers.flatMap((c) => rowsOf(c.id, customerKeys(c))),
  )
}

export const putUnitKeys = (tx: Tx, estateId: Uuid, units: readonly { id: Uuid; unit: UnitNo }[]): Promise<void> =>
  replaceKeys(
    tx,
    estateId,
    'unit',
    units.map((u) => u.id),
    units.flatMap((u) => rowsOf(u.id, unitKeys(u.unit))),
  )

/** A vehicle that has left is found no more: give it `null`. */
export const putVehicleKeys = (
  tx: Tx,
  estateId: Uuid,
  vehicles: readonly { id: Uuid; plate: string | null }[],
): Promise<void> =>
  replaceKeys(
    tx,
    estateId,
    'vehicle',
    vehicles.map((v) => v.id),
    vehicles.flatMap((v) => (v.plate === null ? [] : rowsOf(v.id, plateKeys(v.plate)))),
  )
