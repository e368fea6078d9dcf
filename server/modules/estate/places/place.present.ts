import type { AreaView, BuildingLine, EstateLine, EstateView } from '#contract/estate.ts'
import type { UnitLine, UnitView } from '#contract/units.ts'
import type { Uuid } from '#contract/values.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import type { AreaRow } from './area.store.ts'
import type { BuildingRow } from './building.store.ts'
import type { EstateCounts, EstateRow } from './estate.store.ts'
import type { UnitRow } from './unit.store.ts'

const named = (id: Uuid | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })

export const presentEstate = (row: EstateRow): EstateLine => ({
  id: row.estate_id,
  code: row.code,
  name: row.name,
  address: row.address,
  timeZone: row.time_zone,
  company: { id: row.company_id, name: row.company_name },
  centre: { id: row.centre_id, name: row.centre_name },
  version: row.version,
})

export const presentEstateView = (row: EstateRow & EstateCounts): EstateView => ({
  ...presentEstate(row),
  buildings: row.buildings,
  units: row.units,
  customers: row.customers,
  vehicles: row.vehicles,
  buildingsWithoutSteward: row.uncovered,
})

export const presentBuilding = (row: BuildingRow): BuildingLine => ({
  id: row.id,
  code: row.code,
  name: row.name,
  kind: row.kind as BuildingLine['kind'],
  floors: row.floors,
  sort: row.sort,
  units: row.units,
  area: named(row.area_id, row.area_name),
  steward: named(row.steward_id, row.steward_name),
  version: row.version,
})

export const presentArea = (row: AreaRow): AreaView => ({
  id: row.id,
  name: row.name,
  steward: named(row.steward_id, row.steward_name),
  buildings: row.buildings,
  units: row.units,
  version: row.version,
})

/** Names of residents only for those who may read customers; guards and technicians see the house, not its people. */
export const presentUnit = (actor: Actor, row: UnitRow): UnitLine => {
  const people = may(actor, 'customer.read', row.estate_id)
  return {
    id: row.id,
    unitNo: row.unit_no,
    display: row.display,
    kind: row.kind as UnitLine['kind'],
    building: { id: row.building_id, name: row.building_name },
    section: row.section,
    room: row.room,
    floor: row.floor,
    unitType: row.unit_type,
    usage: row.usage,
    areaX100: row.area_cm2,
    handoverDate: row.handover_date,
    steward: named(row.steward_id, row.steward_name),
    owners: people ? row.owners : null,
    tenants: people ? row.tenants : null,
    version: row.version,
  }
}

/** FD-730: purchase money and mortgage for archive staff and leads only. */
export const presentUnitView = (actor: Actor, row: UnitRow): UnitView => ({
  ...presentUnit(actor, row),
  innerAreaX100: row.inner_area_cm2,
  waterMeter: row.water_meter,
  powerMeter: row.power_meter,
  // remarks of a ledger speak of people
  remarks: may(actor, 'customer.read', row.estate_id) ? row.remarks : null,
  wealth: may(actor, 'customer.wealth', row.estate_id)
    ? { mortgageKind: row.mortgage_kind, purchaseFen: row.purchase_fen }
    : null,
  createdAt: row.created_at,
})
