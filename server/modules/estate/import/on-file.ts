import type { LocalDate, Uuid } from '#contract/values.ts'

/** What an estate has on file before an import; every list whole, so that nothing is asked row by row. */
export type OnFile = {
  buildings: { id: Uuid; code: string; kind: string }[]
  units: UnitOnFile[]
  customers: CustomerOnFile[]
  /** Present numbers. */
  phones: { customer_id: Uuid; phone: string }[]
  residences: ResidenceOnFile[]
  /** Present ones. */
  vehicles: {
    id: Uuid
    plate: string
    customer_id: Uuid | null
    unit_id: Uuid | null
    parking_unit_id: Uuid | null
    from_date: LocalDate | null
  }[]
  parkingUses: { parking_unit_id: Uuid; unit_id: Uuid }[]
  contacts: { customer_id: Uuid; phone: string }[]
}
export type UnitOnFile = {
  id: Uuid
  unit_no: string
  display: string
  kind: string
  unit_type: string | null
  usage: string | null
  area_cm2: number | null
  inner_area_cm2: number | null
  handover_date: LocalDate | null
  remarks: string | null
}
export type CustomerOnFile = {
  id: Uuid
  kind: string
  name: string
  /** Blind index in hexadecimal. */
  paper: string | null
  id_tail: string | null
  representative_tail: string | null
}
export type ResidenceOnFile = {
  id: Uuid
  unit_id: Uuid
  customer_id: Uuid
  role: string
  from_date: LocalDate | null
  until_date: LocalDate | null
  primary_contact: boolean
}
