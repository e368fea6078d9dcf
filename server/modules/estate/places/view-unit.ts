import { type Refusal, refuse } from '#contract/refusal.ts'
import type { UnitQuery } from '#contract/units.ts'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { armsOf } from '../search/query.rules.ts'
import { todayIn } from '../today.ts'
import { readUnitRow, type UnitRow } from './unit.store.ts'
import { listUnitRows } from './unit-list.store.ts'

export const viewUnit = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<UnitRow | Refusal> =>
  (await readUnitRow(tx, estateId, id, await todayIn(tx, estateId))) ?? refuse('E_NOT_FOUND')

export const listUnitsOf = async (tx: Tx, estateId: Uuid, { q, ...query }: UnitQuery) =>
  listUnitRows(tx, estateId, {
    ...query,
    arms: q ? armsOf(q) : undefined,
    today: await todayIn(tx, estateId),
    months: (await settingsOf(tx, estateId)).get('customers.tenureMonths'),
  })
