import type { ImportLine } from '#contract/roster-import.ts'
import type { Roster, RosterParty, RosterRow } from '../roster/roster-row.ts'
import type { OnFile } from './on-file.ts'
import type { Change, Plan, PlanContext } from './plan.ts'
import { planCustomers } from './plan-customers.rules.ts'
import { residencePlanner } from './plan-residences.rules.ts'
import { thingPlanner } from './plan-things.rules.ts'
import { fieldsOf, unitPlanner } from './plan-units.rules.ts'

const none = () => ({ created: 0, changed: 0, unchanged: 0 })
const noThings = (): Plan['things'] => ({
  unit: none(),
  customer: none(),
  residence: none(),
  phone: none(),
  vehicle: none(),
  parking: none(),
  emergencyContact: none(),
})

const emptyPlan = (): Plan => ({
  buildings: [],
  units: { created: [], changed: [] },
  customers: { created: [], changed: [] },
  phones: [],
  residences: { created: [], ended: [], changed: [] },
  vehicles: { created: [], ended: [], parked: [] },
  parkingUses: [],
  contacts: [],
  lines: [],
  things: noThings(),
  changedOwners: 0,
})

/**
 * Holds a roster against what is on file and says everything that importing it would do. Pure: the same roster on the
 * same estate gives the same plan, and a roster that was imported gives a plan that does nothing (FD-011, FD-012).
 */
export const planImport = (
  roster: Roster,
  onFile: OnFile,
  context: PlanContext,
  importable: (row: RosterRow) => boolean,
): Plan => {
  const plan = emptyPlan()
  const customers = planCustomers(roster, onFile, plan, context)
  const unitOf = unitPlanner(onFile, plan, context)
  const residences = residencePlanner(onFile, plan, context)
  const things = thingPlanner(onFile, plan, context)
  const told = new Set<number>()
  const person = ({ customer, name }: RosterParty) => ({ id: customers[customer]?.id ?? '', name })

  for (const [i, row] of roster.rows.entries()) {
    if (!row.unit || !importable(row)) {
      plan.lines.push(lineOf(row, i, [], 'problem'))
      continue
    }
    const place = unitOf(row.unit, fieldsOf(row))
    const spaces = row.parking.map((space) => unitOf(space, {}))
    const parties = [...row.owners, ...row.tenants]
    const about = parties.flatMap(({ customer }) => {
      if (told.has(customer)) return []
      told.add(customer)
      return customers[customer]?.changes ?? []
    })
    const owned = residences.owners(place, unique(row.owners.map(person)), row)
    const role = row.unit.kind === 'shop' ? 'shop' : 'tenant'
    const let_ = row.tenants.flatMap((t) => residences.tenant(place, person(t), t, role))
    const people = parties.map((p) => person(p).id)
    const rest = things({ unitId: place.id, people, holder: people[0], spaces: spaces.map((s) => s.id), row })
    if (owned.changedOwner) plan.changedOwners += 1
    const changes = [
      ...place.changes,
      ...spaces.flatMap((s) => s.changes),
      ...about,
      ...owned.changes,
      ...let_,
      ...rest,
    ]
    plan.lines.push(
      lineOf(
        row,
        i,
        changes,
        kindOf(changes, place.before === undefined && place.changes.length > 0, owned.changedOwner),
      ),
    )
  }
  return plan
}

const unique = <T extends { id: string }>(people: readonly T[]): T[] => [
  ...new Map(people.map((p) => [p.id, p])).values(),
]

const kindOf = (changes: readonly Change[], created: boolean, changedOwner: boolean): ImportLine['change'] => {
  if (changedOwner) return 'changedOwner'
  if (created) return 'created'
  return changes.length > 0 ? 'changed' : 'unchanged'
}

const lineOf = (row: RosterRow, seq: number, changes: Change[], change: ImportLine['change']): ImportLine => ({
  seq,
  sheet: row.sheet,
  row: row.row,
  unit: row.unit?.display ?? null,
  change,
  changes,
  problems: row.problems.map((problem) => ({ ...problem, value: veiled(problem.field, problem.value) })),
  notes: row.notes.map((note) => ({
    ...note,
    value: note.code.startsWith('BUILDING') ? note.value : veiled('ownerId', note.value),
  })),
})

const PERSONAL = /Id$|Phone$|^plate$/
/** FD-015: a preview is kept, so numbers stand in it with their middle hidden; the workbook of problems has them whole. */
const veiled = (field: string, value: string): string =>
  PERSONAL.test(field)
    ? value.replace(/[0-9A-Za-z]{6,}/g, (n) => `${n.slice(0, 3)}${'*'.repeat(n.length - 5)}${n.slice(-2)}`)
    : value
