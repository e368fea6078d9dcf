import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { CreateUnit } from '#contract/units.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { putUnitKeys } from '../search/put-keys.ts'
import { parseUnitNo, type UnitNo } from '../unit-no.rules.ts'
import { orRefuse } from '../violations.ts'
import { buildingCodeFor } from './building.rules.ts'
import { findBuildingByCode } from './building.store.ts'
import { readEstate } from './estate.store.ts'
import { insertUnit, type UnitPatch } from './unit.store.ts'
import { floorOf, unitSortKey } from './unit-sort.rules.ts'

/** E_INPUT when the number names no unit, E_NOT_FOUND when its building does not stand, E_DUPLICATE. */
export const createUnit = async (tx: Tx, actor: Actor, estateId: Uuid, input: CreateUnit): Promise<Uuid | Refusal> => {
  const estate = await readEstate(tx, estateId)
  const unit = parseUnitNo(input.unitNo, { estateNames: estate ? [estate.name] : [] })
  if (!unit) return refuse('E_INPUT', { field: 'body.unitNo' })
  const plain = await findBuildingByCode(tx, estateId, unit.building)
  const code = buildingCodeFor(unit, () => plain?.kind)
  const building = code === plain?.code ? plain : await findBuildingByCode(tx, estateId, code)
  if (!building) return refuse('E_NOT_FOUND', { field: 'body.unitNo', details: { building: code } })
  const row = { ...unitColumns(unit), ...unitPatch(input), kind: input.kind ?? unit.kind }
  const id = newId()
  const done = await orRefuse({ unit_no_key: { code: 'E_DUPLICATE', field: 'body.unitNo' } }, () =>
    insertUnit(tx, { ...row, estate_id: estateId, id, building_id: building.id, created_at: tx.now }),
  )
  if (isRefusal(done)) return done
  await putUnitKeys(tx, estateId, [{ id, unit }])
  await audit(tx, actor, { estateId, action: 'unit.created', subjectKind: 'unit', subjectId: id, after: row })
  tx.tell({ estateId, topic: 'units' })
  return id
}

/** What a room number says by itself. */
export const unitColumns = (unit: UnitNo) => ({
  unit_no: unit.canonical,
  display: unit.display,
  section: unit.section,
  room: unit.room,
  floor: floorOf(unit.kind, unit.room),
  kind: unit.kind,
  sort_key: unitSortKey(unit.canonical),
})

type UnitFields = Partial<Omit<CreateUnit, 'unitNo'>>

/** Fields of the contract as columns; what is absent stays out. */
export const unitPatch = (input: UnitFields): UnitPatch => {
  const columns = {
    kind: input.kind,
    unit_type: input.unitType,
    usage: input.usage,
    floor: input.floor,
    area_cm2: input.areaX100,
    inner_area_cm2: input.innerAreaX100,
    handover_date: input.handoverDate,
    water_meter: input.waterMeter,
    power_meter: input.powerMeter,
    remarks: input.remarks,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}
