import type { LocalDate, Uuid } from '#contract/values.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { overlap } from '../people/period.rules.ts'
import type { RosterRow, RosterTenant } from '../roster/roster-row.ts'
import type { OnFile, ResidenceOnFile, UnitOnFile } from './on-file.ts'
import type { Change, Plan, PlanContext } from './plan.ts'

type Place = { id: Uuid; before: UnitOnFile | undefined }
type Person = { id: Uuid; name: string }

/** Who owns and who rents, row by row. Nobody's stay ends because a row is silent about them. */
export const residencePlanner = (onFile: OnFile, plan: Plan, context: PlanContext) => {
  const { today } = context
  const byUnit = new Map<Uuid, ResidenceOnFile[]>()
  for (const r of onFile.residences) byUnit.set(r.unit_id, [...(byUnit.get(r.unit_id) ?? []), r])
  const names = new Map(onFile.customers.map((c) => [c.id, c.name]))
  const lasting = (r: ResidenceOnFile) => r.until_date === null || r.until_date >= today

  const add = (
    unit: Uuid,
    person: Person,
    role: string,
    from: LocalDate | null,
    until: LocalDate | null,
    contact: boolean,
  ): Change => {
    const row: ResidenceOnFile = {
      id: context.newId(),
      unit_id: unit,
      customer_id: person.id,
      role,
      from_date: from,
      until_date: until,
      primary_contact: contact,
    }
    plan.residences.created.push(row)
    plan.things.residence.created += 1
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), row])
    return {
      thing: 'residence',
      change: 'created',
      name: person.name,
      fields: [
        { field: 'role', before: null, after: role },
        { field: 'from_date', before: null, after: from },
        ...(until === null ? [] : [{ field: 'until_date', before: null, after: until }]),
      ],
    }
  }

  /**
   * Present owners whom the row does not name leave only when it names somebody new: a ledger often gives one of two
   * joint owners. They leave the day before the new owner comes.
   */
  const owners = (
    place: Place,
    people: readonly Person[],
    row: RosterRow,
  ): { changes: Change[]; changedOwner: boolean } => {
    const stays = (byUnit.get(place.id) ?? []).filter((r) => r.role === 'owner')
    const present = stays.filter(lasting)
    const fresh = people.filter((p) => !present.some((r) => r.customer_id === p.id))
    plan.things.residence.unchanged += people.length - fresh.length
    if (fresh.length === 0) return { changes: [], changedOwner: false }
    const leaving = present.filter((r) => !people.some((p) => p.id === r.customer_id))
    const from = startOf(place, stays, row.handoverDate, today)
    const changes: Change[] = []
    for (const before of leaving) {
      const dayBefore = addDays(from ?? today, -1)
      const until = before.from_date !== null && before.from_date > dayBefore ? before.from_date : dayBefore
      plan.residences.ended.push({ before, until })
      plan.things.residence.changed += 1
      changes.push({
        thing: 'residence',
        change: 'ended',
        name: names.get(before.customer_id) ?? '',
        fields: [{ field: 'until_date', before: before.until_date, after: until }],
      })
    }
    const left = new Set(leaving.map((r) => r.id))
    let hasContact = (byUnit.get(place.id) ?? []).some(
      (r) => r.primary_contact && r.until_date === null && !left.has(r.id),
    )
    for (const person of fresh) {
      changes.push(add(place.id, person, 'owner', from, null, !hasContact))
      hasContact = true
    }
    return { changes, changedOwner: leaving.length > 0 }
  }

  const tenant = (place: Place, person: Person, lease: Pick<RosterTenant, 'from' | 'to'>, role: string): Change[] => {
    const wanted = { from: lease.from ?? null, until: lease.to ?? null }
    const stays = (byUnit.get(place.id) ?? []).filter(
      (r) => r.customer_id === person.id && (r.role === 'tenant' || r.role === 'shop'),
    )
    const same = stays.find((r) => overlap(wanted, { from: r.from_date, until: r.until_date }))
    if (!same) return [add(place.id, person, role, wanted.from, wanted.until, false)]
    const patch = {
      ...(lease.from !== undefined && same.from_date === null && { from_date: lease.from }),
      ...(lease.to !== undefined && same.until_date !== lease.to && { until_date: lease.to }),
    }
    const from = patch.from_date ?? same.from_date
    const backwards = patch.until_date !== undefined && from !== null && patch.until_date < from
    // another lease of the same person may stand in the new time
    const clash = stays.some(
      (r) =>
        r !== same &&
        overlap({ from, until: patch.until_date ?? same.until_date }, { from: r.from_date, until: r.until_date }),
    )
    if (Object.keys(patch).length === 0 || backwards || clash) {
      plan.things.residence.unchanged += 1
      return []
    }
    plan.residences.changed.push({ before: same, patch })
    plan.things.residence.changed += 1
    byUnit.set(
      place.id,
      (byUnit.get(place.id) ?? []).map((r) => (r === same ? { ...r, ...patch } : r)),
    )
    const fields = Object.entries(patch).map(([field, after]) => ({
      field,
      before: same[field as 'from_date' | 'until_date'],
      after,
    }))
    return [{ thing: 'residence', change: 'changed', name: person.name, fields }]
  }
  return { owners, tenant }
}

/**
 * The first day of a new owner: the handover date of the row where it is one of their own, later than what is on file;
 * else today. The first owners of a unit have the handover date, or no known day.
 */
const startOf = (
  place: Place,
  stays: readonly ResidenceOnFile[],
  handover: LocalDate | null,
  today: LocalDate,
): LocalDate | null => {
  if (stays.length === 0) return handover
  const earlier = [
    place.before?.handover_date ?? null,
    ...stays.flatMap((r) => [r.from_date, r.until_date === null || r.until_date >= today ? null : r.until_date]),
  ]
  const last = earlier
    .filter((day) => day !== null)
    .sort()
    .at(-1)
  if (handover !== null && (last === undefined || handover > last)) return handover
  return today
}
