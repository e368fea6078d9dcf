import type { CustomerView, EmergencyContactView } from '#contract/customers.ts'
import {
  type CautionView,
  type ParkingUseView,
  type PhoneView,
  QuietHours,
  type ResidenceView,
  type Tenure,
  type VehicleView,
} from '#contract/households.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { maskIdNumber, maskPhone, maskPlate } from '#platform/privacy/mask.ts'
import type { Contact, Customer, Phone } from './customer.store.ts'
import type { CautionRow, ParkingUseRow, ResidenceRow, VehicleRow } from './household.store.ts'
import { holds } from './period.rules.ts'
import { tenureOf } from './tenure.rules.ts'

/** The day in the estate, and the months of the tenure classes there. */
export type Seen = { today: LocalDate; months: readonly [number, number, number] }

const unitRef = (
  id: Uuid,
  no: string | undefined,
  display: string | undefined,
  kind: string | undefined,
): ResidenceView['unit'] => ({
  id,
  unitNo: no ?? '',
  display: display ?? '',
  kind: (kind ?? 'flat') as ResidenceView['unit']['kind'],
})
const named = (id: Uuid | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })

export const presentPhone = (row: Phone): PhoneView => ({
  id: row.id,
  phone: maskPhone(row.phone) ?? '',
  label: row.label,
  preferred: row.preferred,
  fromDate: row.from_date,
  untilDate: row.until_date,
})

export const presentContact = (row: Contact): EmergencyContactView => ({
  id: row.id,
  name: row.name,
  relation: row.relation,
  phone: maskPhone(row.phone) ?? '',
  fromDate: row.from_date,
  untilDate: row.until_date,
})

/** VS-006: everybody's own move-in; the handover of the unit where their day is not known. */
const tenureAt = (row: ResidenceRow, { today, months }: Seen): Tenure | null =>
  tenureOf(row.from_date ?? row.handover_date, today, months)

export const presentResidence = (row: ResidenceRow, seen: Seen): ResidenceView => {
  const current = holds({ from: row.from_date, until: row.until_date }, seen.today)
  return {
    id: row.id,
    unit: unitRef(row.unit_id, row.unit_no, row.unit_display, row.unit_kind),
    customer: { id: row.customer_id, name: row.customer_name },
    role: row.role as ResidenceView['role'],
    fromDate: row.from_date,
    untilDate: row.until_date,
    current,
    primaryContact: row.primary_contact,
    tenure: current ? tenureAt(row, seen) : null,
  }
}

export const presentVehicle = (row: VehicleRow): VehicleView => ({
  id: row.id,
  plate: maskPlate(row.plate) ?? '',
  model: row.model,
  colour: row.colour,
  customer: named(row.customer_id, row.customer_name),
  unit: row.unit_id === null ? null : unitRef(row.unit_id, row.unit_no, row.unit_display, row.unit_kind),
  parking:
    row.parking_unit_id === null
      ? null
      : unitRef(row.parking_unit_id, row.parking_no, row.parking_display, row.parking_kind),
  fromDate: row.from_date,
  untilDate: row.until_date,
})

export const presentCaution = (row: CautionRow): CautionView => ({
  id: row.id,
  kind: row.kind as CautionView['kind'],
  text: row.text,
  customer: named(row.customer_id, row.customer_name),
  unit: row.unit_id === null ? null : unitRef(row.unit_id, row.unit_no, row.unit_display, row.unit_kind),
  createdBy: row.created_by_name ?? '',
  createdAt: row.created_at,
  endedAt: row.ended_at,
})

export const presentParkingUse = (row: ParkingUseRow): ParkingUseView => ({
  id: row.id,
  space: unitRef(row.parking_unit_id, row.parking_no, row.parking_display, row.parking_kind),
  unit: unitRef(row.unit_id, row.unit_no, row.unit_display, row.unit_kind),
  use: row.use as ParkingUseView['use'],
  fromDate: row.from_date,
  untilDate: row.until_date,
})

export type CustomerParts = {
  phones: Phone[]
  contacts: Contact[]
  residences: ResidenceRow[]
  vehicles: VehicleRow[]
  cautions: CautionRow[]
}

export const presentCustomer = (row: Customer, parts: CustomerParts, seen: Seen): CustomerView => {
  const residences = parts.residences.map((r) => presentResidence(r, seen))
  const movedIn = parts.residences
    .filter((r) => holds({ from: r.from_date, until: r.until_date }, seen.today))
    .map((r) => r.from_date ?? r.handover_date)
    .filter((day) => day !== null)
    .sort()[0]
  return {
    id: row.id,
    kind: row.kind as CustomerView['kind'],
    name: row.name,
    idKind: row.id_kind as CustomerView['idKind'],
    idNumber: maskIdNumber(row.id_tail),
    representativeId: maskIdNumber(row.representative_tail),
    gender: row.gender as CustomerView['gender'],
    birthDate: row.birth_date,
    language: row.language as CustomerView['language'],
    important: row.important,
    noCallback: row.no_callback,
    quietHours: quietHoursOf(row.quiet_hours),
    preferences: row.preferences,
    remarks: row.remarks,
    tenure: tenureOf(movedIn ?? null, seen.today, seen.months),
    phones: parts.phones.map(presentPhone),
    residences,
    vehicles: parts.vehicles.map(presentVehicle),
    emergencyContacts: parts.contacts.map(presentContact),
    cautions: parts.cautions.map(presentCaution),
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

export const quietHoursOf = (value: unknown): CustomerView['quietHours'] => {
  const parsed = QuietHours.safeParse(value)
  return parsed.success ? parsed.data : []
}
