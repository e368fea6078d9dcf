import type { Counted, IMPORT_THINGS, ImportLine } from '#contract/roster-import.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { UnitNo } from '../unit-no.rules.ts'
import type { ResidenceOnFile } from './on-file.ts'

export type Thing = (typeof IMPORT_THINGS)[number]
export type Change = ImportLine['changes'][number]
export type Field = Change['fields'][number]

/** What the rules may look at beside the roster and what is on file. */
export type PlanContext = {
  today: LocalDate
  newId(): Uuid
  /** Blind index of each customer of the roster, by its place there; undefined without an identity number. */
  papers: readonly (string | undefined)[]
}

export type NewUnit = { id: Uuid; buildingId: Uuid; unit: UnitNo; fields: UnitFields }
export type UnitFields = {
  kind?: string
  unit_type?: string
  usage?: string
  area_cm2?: number
  inner_area_cm2?: number
  handover_date?: LocalDate
  remarks?: string
}
export type UnitChange = { id: Uuid; patch: UnitFields; fields: Field[] }
/** `place` is the customer's place in the roster, where its identity number stands. */
export type NewCustomer = { id: Uuid; place: number; phones: string[] }
export type CustomerChange = {
  id: Uuid
  place: number
  patch: { name?: string; paper?: true; representative?: true }
  fields: Field[]
}
export type NewResidence = Omit<ResidenceOnFile, never>
export type NewVehicle = {
  id: Uuid
  plate: string
  customer_id: Uuid | null
  unit_id: Uuid
  parking_unit_id: Uuid | null
  from_date: LocalDate | null
}

/** Everything that the import writes, and what it says of each row. */
export type Plan = {
  buildings: { id: Uuid; code: string; kind: string }[]
  units: { created: NewUnit[]; changed: UnitChange[] }
  customers: { created: NewCustomer[]; changed: CustomerChange[] }
  phones: { customer_id: Uuid; phone: string; preferred: boolean }[]
  residences: {
    created: NewResidence[]
    /** Former owners whose stay ends because the roster names another one. */
    ended: { before: ResidenceOnFile; until: LocalDate }[]
    changed: { before: ResidenceOnFile; patch: { from_date?: LocalDate; until_date?: LocalDate } }[]
  }
  vehicles: {
    created: NewVehicle[]
    ended: { id: Uuid; plate: string; until: LocalDate }[]
    parked: { id: Uuid; parking_unit_id: Uuid }[]
  }
  parkingUses: { parking_unit_id: Uuid; unit_id: Uuid }[]
  contacts: { customer_id: Uuid; name: string; phone: string }[]
  lines: ImportLine[]
  things: Record<Thing, Counted>
  changedOwners: number
}
