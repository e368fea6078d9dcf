import type { Uuid } from '#contract/values.ts'
import { buildingCodeFor, buildingKindFor } from '../places/building.rules.ts'
import type { RosterRow } from '../roster/roster-row.ts'
import type { UnitNo } from '../unit-no.rules.ts'
import type { OnFile, UnitOnFile } from './on-file.ts'
import type { Change, Field, Plan, PlanContext, UnitFields } from './plan.ts'

const X100 = (m2: number): number => Math.round(m2 * 100)

/** What the ledger says of a unit; a blank cell says nothing and changes nothing. */
export const fieldsOf = (row: RosterRow): UnitFields => {
  const gross = row.area?.basis === 'gross' ? row.area.m2 : null
  const inner = row.innerArea ?? (row.area?.basis === 'inner' ? row.area.m2 : null)
  return {
    ...(row.unit && { kind: row.unit.kind }),
    ...(row.unitType !== null && { unit_type: row.unitType }),
    ...(row.usage !== null && { usage: row.usage }),
    ...(gross !== null && X100(gross) > 0 && { area_cm2: X100(gross) }),
    ...(inner !== null && X100(inner) > 0 && { inner_area_cm2: X100(inner) }),
    ...(row.handoverDate !== null && { handover_date: row.handoverDate }),
    ...(row.remarks !== null && { remarks: row.remarks }),
  }
}

const differing = (before: UnitOnFile, fields: UnitFields): Field[] =>
  Object.entries(fields).flatMap(([field, after]) => {
    const stood = (before as Readonly<Record<string, unknown>>)[field] ?? null
    return stood === after ? [] : [{ field, before: stood, after }]
  })

/** Finds or makes units and their buildings; one unit is counted once, however often the roster names it. */
export const unitPlanner = (onFile: OnFile, plan: Plan, context: PlanContext) => {
  const units = new Map(onFile.units.map((u) => [u.unit_no, u]))
  const made = new Map<string, Uuid>()
  const buildings = new Map(onFile.buildings.map((b) => [b.code, { id: b.id, kind: b.kind }]))

  const buildingOf = (unit: UnitNo): Uuid => {
    const code = buildingCodeFor(unit, (c) => buildings.get(c)?.kind)
    const known = buildings.get(code)
    if (known) return known.id
    const building = { id: context.newId(), code, kind: buildingKindFor(unit) }
    buildings.set(code, building)
    plan.buildings.push(building)
    return building.id
  }

  /** The unit of a row, or a parking space that a row names; its id and what happens to it. */
  return (unit: UnitNo, fields: UnitFields): { id: Uuid; before: UnitOnFile | undefined; changes: Change[] } => {
    const before = units.get(unit.canonical)
    const again = before?.id ?? made.get(unit.canonical)
    if (!before && again === undefined) {
      const id = context.newId()
      made.set(unit.canonical, id)
      plan.units.created.push({ id, buildingId: buildingOf(unit), unit, fields })
      plan.things.unit.created += 1
      return { id, before, changes: [{ thing: 'unit', change: 'created', name: unit.display, fields: [] }] }
    }
    const id = again ?? ''
    if (made.has(unit.canonical)) return { id, before, changes: [] }
    made.set(unit.canonical, id)
    const changed = before ? differing(before, fields) : []
    if (changed.length === 0) {
      plan.things.unit.unchanged += 1
      return { id, before, changes: [] }
    }
    plan.units.changed.push({ id, patch: fields, fields: changed })
    plan.things.unit.changed += 1
    return { id, before, changes: [{ thing: 'unit', change: 'changed', name: unit.display, fields: changed }] }
  }
}
