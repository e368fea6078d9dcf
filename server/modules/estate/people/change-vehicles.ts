import type { AddVehicle, ChangeVehicle, Ending } from '#contract/households.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { maskPlate } from '#platform/privacy/mask.ts'
import { differences } from '../differences.ts'
import { findUnit } from '../places/unit.store.ts'
import { readPlate } from '../plate.rules.ts'
import { putVehicleKeys } from '../search/put-keys.ts'
import { todayIn } from '../today.ts'
import { orRefuse } from '../violations.ts'
import { findCustomer, touchCustomer } from './customer.store.ts'
import { insertVehicle, updateVehicle, vehiclesOf } from './household.store.ts'

type Holders = {
  customerId?: Uuid | null | undefined
  unitId?: Uuid | null | undefined
  parkingUnitId?: Uuid | null | undefined
}

const unknownHolder = async (
  tx: Tx,
  estateId: Uuid,
  { customerId, unitId, parkingUnitId }: Holders,
): Promise<Refusal | undefined> => {
  if (customerId && !(await findCustomer(tx, estateId, customerId)))
    return refuse('E_NOT_FOUND', { field: 'body.customerId' })
  if (unitId && !(await findUnit(tx, estateId, unitId))) return refuse('E_NOT_FOUND', { field: 'body.unitId' })
  if (parkingUnitId && (await findUnit(tx, estateId, parkingUnitId))?.kind !== 'parking')
    return refuse('E_NOT_FOUND', { field: 'body.parkingUnitId' })
  return undefined
}

/** E_INPUT (no plate; nobody's vehicle), E_NOT_FOUND, E_DUPLICATE while the plate is on file with somebody. */
export const addVehicle = async (tx: Tx, actor: Actor, estateId: Uuid, input: AddVehicle): Promise<Uuid | Refusal> => {
  const plate = readPlate(input.plate)
  if (plate === null) return refuse('E_INPUT', { field: 'body.plate' })
  if (!input.customerId && !input.unitId) return refuse('E_INPUT', { field: 'body.customerId' })
  const unknown = await unknownHolder(tx, estateId, input)
  if (unknown) return unknown
  const row = {
    estate_id: estateId,
    id: newId(),
    plate,
    customer_id: input.customerId ?? null,
    unit_id: input.unitId ?? null,
    parking_unit_id: input.parkingUnitId ?? null,
    model: input.model ?? null,
    colour: input.colour ?? null,
    from_date: input.fromDate ?? (await todayIn(tx, estateId)),
  }
  const done = await orRefuse({ vehicle_current_key: { code: 'E_DUPLICATE', field: 'body.plate' } }, () =>
    insertVehicle(tx, row),
  )
  if (isRefusal(done)) return done
  await putVehicleKeys(tx, estateId, [{ id: row.id, plate }])
  await told(tx, actor, row, 'vehicle.added', {
    after: { plate: maskPlate(plate), model: row.model, colour: row.colour, from_date: row.from_date },
  })
  return row.id
}

/** E_NOT_FOUND, E_STATE_CHANGED (it has left). */
export const changeVehicle = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  input: ChangeVehicle,
): Promise<undefined | Refusal> => {
  const [before] = await vehiclesOf(tx, estateId, { id })
  if (!before) return refuse('E_NOT_FOUND')
  if (before.until_date !== null) return refuse('E_STATE_CHANGED', { details: { untilDate: before.until_date } })
  const unknown = await unknownHolder(tx, estateId, input)
  if (unknown) return unknown
  const columns = {
    customer_id: input.customerId,
    unit_id: input.unitId,
    parking_unit_id: input.parkingUnitId,
    model: input.model,
    colour: input.colour,
  }
  const patch: Partial<typeof columns> = Object.fromEntries(
    Object.entries(columns).filter(([, value]) => value !== undefined),
  )
  const after = { ...before, ...patch }
  if (after.customer_id === null && after.unit_id === null) return refuse('E_INPUT', { field: 'body.customerId' })
  const changed = differences(before, patch)
  if (!changed) return undefined
  await updateVehicle(tx, estateId, id, patch)
  await told(tx, actor, before, 'vehicle.changed', changed)
  return undefined
}

/** FD-011: it leaves and stays on file. E_NOT_FOUND, E_STATE_CHANGED, E_TIME_RANGE. */
export const endVehicle = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  input: Ending,
): Promise<undefined | Refusal> => {
  const [before] = await vehiclesOf(tx, estateId, { id })
  if (!before) return refuse('E_NOT_FOUND')
  if (before.until_date !== null) return refuse('E_STATE_CHANGED', { details: { untilDate: before.until_date } })
  if (before.from_date !== null && input.untilDate < before.from_date)
    return refuse('E_TIME_RANGE', { field: 'body.untilDate' })
  await updateVehicle(tx, estateId, id, { until_date: input.untilDate, end_reason: input.reason })
  await putVehicleKeys(tx, estateId, [{ id, plate: null }])
  await told(
    tx,
    actor,
    before,
    'vehicle.ended',
    { before: { until_date: null }, after: { until_date: input.untilDate } },
    input.reason,
  )
  return undefined
}

type Told = { estate_id: Uuid; id: Uuid; customer_id: Uuid | null }
const told = async (
  tx: Tx,
  actor: Actor,
  row: Told,
  action: string,
  change: { before?: unknown; after: unknown },
  purpose?: string,
) => {
  await audit(tx, actor, {
    estateId: row.estate_id,
    action,
    subjectKind: 'vehicle',
    subjectId: row.id,
    ...change,
    ...(purpose !== undefined && { purpose }),
  })
  if (row.customer_id) await touchCustomer(tx, row.estate_id, [row.customer_id])
  tx.tell({ estateId: row.estate_id, topic: 'customers' })
}
