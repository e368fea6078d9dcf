import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { UnitCard } from '#contract/units.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { presentUnitView } from '../places/place.present.ts'
import { viewUnit } from '../places/view-unit.ts'
import { type Customer, contactsOf, findCustomers, phonesOf } from './customer.store.ts'
import { cautionsOf, parkingUsesOf, residencesOf, vehiclesOf } from './household.store.ts'
import {
  presentCaution,
  presentContact,
  presentParkingUse,
  presentPhone,
  presentResidence,
  presentVehicle,
  quietHoursOf,
} from './people.present.ts'
import { holds } from './period.rules.ts'
import { seenIn } from './read-customer.ts'
import { tenureOf } from './tenure.rules.ts'

/** Everything the desk needs of a unit at a glance; E_NOT_FOUND. What is open there is the list of matters beside it. */
export const viewCard = async (tx: Tx, actor: Actor, estateId: Uuid, id: Uuid): Promise<UnitCard | Refusal> => {
  const unit = await viewUnit(tx, estateId, id)
  if (isRefusal(unit)) return unit
  const seen = await seenIn(tx, estateId)
  const stays = await residencesOf(tx, estateId, { units: [id] })
  const present = stays.filter((r) => holds({ from: r.from_date, until: r.until_date }, seen.today))
  const ids = [...new Set(present.map((r) => r.customer_id))]
  const customers = new Map((await findCustomers(tx, estateId, ids)).map((c) => [c.id, c]))
  const phones = (await phonesOf(tx, estateId, ids)).filter((p) => isPresent(p.until_date, seen.today))
  const contacts = (await contactsOf(tx, estateId, ids)).filter((c) => isPresent(c.until_date, seen.today))
  const vehicles = (await vehiclesOf(tx, estateId, { units: [id] })).filter((v) => isPresent(v.until_date, seen.today))
  const parking = (await parkingUsesOf(tx, estateId, { units: [id] })).filter((k) =>
    isPresent(k.until_date, seen.today),
  )
  return {
    unit: presentUnitView(actor, unit),
    tenure: tenureOf(unit.moved_in, seen.today, seen.months),
    steward:
      unit.steward_id === null
        ? null
        : { id: unit.steward_id, name: unit.steward_name ?? '', phone: unit.steward_phone },
    residents: present.flatMap((r) => {
      const customer = customers.get(r.customer_id)
      if (!customer) return []
      return [
        {
          residence: presentResidence(r, seen),
          customer: briefly(customer),
          phones: phones.filter((p) => p.customer_id === customer.id).map(presentPhone),
          emergencyContacts: contacts.filter((c) => c.customer_id === customer.id).map(presentContact),
        },
      ]
    }),
    formerResidents: stays.length - present.length,
    vehicles: vehicles.map(presentVehicle),
    parking: parking.map(presentParkingUse),
    cautions: (await cautionsOf(tx, estateId, { about: { customers: ids, units: [id] } })).map(presentCaution),
  }
}

const isPresent = (until: LocalDate | null, today: LocalDate): boolean => until === null || until >= today

const briefly = (row: Customer): UnitCard['residents'][number]['customer'] => ({
  id: row.id,
  name: row.name,
  kind: row.kind as UnitCard['residents'][number]['customer']['kind'],
  important: row.important,
  noCallback: row.no_callback,
  language: row.language as 'zh' | 'en',
  quietHours: quietHoursOf(row.quiet_hours),
  preferences: row.preferences,
})
