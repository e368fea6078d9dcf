import type { AddParkingUse, Ending } from '#contract/households.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { findUnit } from '../places/unit.store.ts'
import { todayIn } from '../today.ts'
import { orRefuse } from '../violations.ts'
import { insertParkingUse, parkingUsesOf, updateParkingUse } from './household.store.ts'

/** E_NOT_FOUND (space, unit), E_DUPLICATE (the household has the space already). Two households may share one. */
export const addParkingUse = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  input: AddParkingUse,
): Promise<Uuid | Refusal> => {
  const space = await findUnit(tx, estateId, input.parkingUnitId)
  if (space?.kind !== 'parking') return refuse('E_NOT_FOUND', { field: 'body.parkingUnitId' })
  const unit = await findUnit(tx, estateId, input.unitId)
  if (!unit || unit.id === space.id) return refuse('E_NOT_FOUND', { field: 'body.unitId' })
  const row = {
    estate_id: estateId,
    id: newId(),
    parking_unit_id: space.id,
    unit_id: unit.id,
    use: input.use,
    from_date: input.fromDate ?? (await todayIn(tx, estateId)),
  }
  const done = await orRefuse({ parking_use_current_key: { code: 'E_DUPLICATE', field: 'body.parkingUnitId' } }, () =>
    insertParkingUse(tx, row),
  )
  if (isRefusal(done)) return done
  const after = { space: space.display, unit: unit.display, use: row.use, from_date: row.from_date }
  await audit(tx, actor, { estateId, action: 'parking.added', subjectKind: 'parking', subjectId: row.id, after })
  tx.tell({ estateId, topic: 'units' })
  return row.id
}

/** FD-011: it ends and stays on file. E_NOT_FOUND, E_STATE_CHANGED, E_TIME_RANGE. */
export const endParkingUse = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  input: Ending,
): Promise<undefined | Refusal> => {
  const [before] = await parkingUsesOf(tx, estateId, { id })
  if (!before) return refuse('E_NOT_FOUND')
  if (before.until_date !== null) return refuse('E_STATE_CHANGED', { details: { untilDate: before.until_date } })
  if (before.from_date !== null && input.untilDate < before.from_date)
    return refuse('E_TIME_RANGE', { field: 'body.untilDate' })
  await updateParkingUse(tx, estateId, id, { until_date: input.untilDate, end_reason: input.reason })
  await audit(tx, actor, {
    estateId,
    action: 'parking.ended',
    subjectKind: 'parking',
    subjectId: id,
    purpose: input.reason,
    before: { space: before.parking_display, unit: before.unit_display, until_date: null },
    after: { space: before.parking_display, unit: before.unit_display, until_date: input.untilDate },
  })
  tx.tell({ estateId, topic: 'units' })
  return undefined
}
