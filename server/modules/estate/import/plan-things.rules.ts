import type { Uuid } from '#contract/values.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { maskPhone, maskPlate } from '#platform/privacy/mask.ts'
import type { RosterRow } from '../roster/roster-row.ts'
import type { OnFile } from './on-file.ts'
import type { Change, Plan, PlanContext } from './plan.ts'

type Row = { unitId: Uuid; people: readonly Uuid[]; holder: Uuid | undefined; spaces: readonly Uuid[]; row: RosterRow }

/** Vehicles, parking spaces and emergency contacts of a row. */
export const thingPlanner = (onFile: OnFile, plan: Plan, context: PlanContext) => {
  const yesterday = addDays(context.today, -1)
  const vehicles = new Map(onFile.vehicles.map((v) => [v.plate, v]))
  const plates = new Set<string>()
  const uses = new Set(onFile.parkingUses.map((k) => `${k.parking_unit_id} ${k.unit_id}`))
  const contacts = new Set(onFile.contacts.map((c) => `${c.customer_id} ${c.phone}`))
  const residents = new Map<Uuid, Set<Uuid>>()
  for (const r of onFile.residences)
    if (r.until_date === null || r.until_date >= context.today)
      residents.set(r.unit_id, (residents.get(r.unit_id) ?? new Set()).add(r.customer_id))

  /** A plate at another household than on file leaves the one and comes to the other; both stay in the history. */
  const vehicle = (plate: string, { unitId, people, holder, spaces, row }: Row): Change[] => {
    // the second row with the same plate was pointed out when the file was read
    if (plates.has(plate)) return []
    plates.add(plate)
    const space = spaces.length === 1 && row.vehicles.length === 1 ? (spaces[0] ?? null) : null
    const before = vehicles.get(plate)
    const name = maskPlate(plate) ?? ''
    const known = (id: Uuid | null) => id === null || people.includes(id) || (residents.get(unitId)?.has(id) ?? false)
    if (before && before.unit_id === unitId && known(before.customer_id)) {
      if (space === null || before.parking_unit_id === space) {
        plan.things.vehicle.unchanged += 1
        return []
      }
      plan.vehicles.parked.push({ id: before.id, parking_unit_id: space })
      plan.things.vehicle.changed += 1
      return [
        {
          thing: 'vehicle',
          change: 'changed',
          name,
          fields: [{ field: 'parking', before: null, after: row.parking[0]?.display ?? '' }],
        },
      ]
    }
    const created = {
      id: context.newId(),
      plate,
      customer_id: holder ?? null,
      unit_id: unitId,
      parking_unit_id: space,
      from_date: before ? context.today : null,
    }
    plan.vehicles.created.push(created)
    plan.things.vehicle[before ? 'changed' : 'created'] += 1
    if (!before) return [{ thing: 'vehicle', change: 'created', name, fields: [] }]
    plan.vehicles.ended.push({
      id: before.id,
      plate,
      until: before.from_date !== null && before.from_date > yesterday ? before.from_date : yesterday,
    })
    return [
      {
        thing: 'vehicle',
        change: 'changed',
        name,
        fields: [{ field: 'unit', before: null, after: row.unit?.display ?? '' }],
      },
    ]
  }

  const parking = ({ unitId, spaces, row }: Row): Change[] =>
    spaces.flatMap((space, i): Change[] => {
      const key = `${space} ${unitId}`
      if (space === unitId || uses.has(key)) {
        plan.things.parking.unchanged += 1
        return []
      }
      uses.add(key)
      plan.parkingUses.push({ parking_unit_id: space, unit_id: unitId })
      plan.things.parking.created += 1
      return [{ thing: 'parking', change: 'created', name: row.parking[i]?.display ?? '', fields: [] }]
    })

  const emergency = ({ holder, row }: Row): Change[] =>
    (holder === undefined ? [] : (row.emergencyContact?.phones ?? [])).flatMap((phone): Change[] => {
      const key = `${holder} ${phone}`
      if (contacts.has(key)) {
        plan.things.emergencyContact.unchanged += 1
        return []
      }
      contacts.add(key)
      const name = row.emergencyContact?.name ?? ''
      plan.contacts.push({ customer_id: holder ?? '', name, phone })
      plan.things.emergencyContact.created += 1
      return [
        {
          thing: 'emergencyContact',
          change: 'created',
          name,
          fields: [{ field: 'phone', before: null, after: maskPhone(phone) }],
        },
      ]
    })

  return (row: Row): Change[] => [
    ...row.row.vehicles.flatMap(({ plate }) => vehicle(plate, row)),
    ...parking(row),
    ...emergency(row),
  ]
}
