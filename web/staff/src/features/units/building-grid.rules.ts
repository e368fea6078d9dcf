import type { UnitLine } from '#contract/units.ts'

export type GridUnit = Pick<UnitLine, 'id' | 'section' | 'room' | 'floor' | 'display' | 'owners' | 'tenants'>
export type Occupancy = 'owned' | 'let' | 'none' | 'hidden'
export type GridColumn = { section: string | null; place: string }
export type GridFloor<U> = { floor: number | null; cells: (U[] | undefined)[] }
export type Grid<U> = {
  columns: GridColumn[]
  /** Sections in their order, with the number of columns each takes. */
  sections: { section: string | null; span: number }[]
  /** The highest first, as a house stands; what has no floor comes last. */
  floors: GridFloor<U>[]
}

/** Who uses it: a household that let its flat does not live in it. Names may be hidden from the reader. */
export const occupancyOf = ({ owners, tenants }: Pick<GridUnit, 'owners' | 'tenants'>): Occupancy => {
  if (owners === null || tenants === null) return 'hidden'
  if (tenants.length > 0) return 'let'
  return owners.length > 0 ? 'owned' : 'none'
}

const natural = new Intl.Collator('zh', { numeric: true })

/** 1203 on floor 12 stands in column 03, so that rooms above one another stand above one another. */
export const placeOf = ({ room, floor }: Pick<GridUnit, 'room' | 'floor'>): string => {
  const prefix = floor === null ? '' : String(floor)
  return prefix && room.startsWith(prefix) && room.length > prefix.length ? room.slice(prefix.length) : room
}

/** Floors by columns. Rooms whose number says no column stand side by side in the order of their numbers. */
export const gridOf = <U extends GridUnit>(units: readonly U[]): Grid<U> => {
  const floored = units.filter(({ floor }) => floor !== null)
  const loose = units.filter(({ floor }) => floor === null)
  const columns = new Map<string, GridColumn>()
  const keyOf = (unit: GridUnit) => `${unit.section ?? ''}\u0000${placeOf(unit)}`
  for (const unit of floored) columns.set(keyOf(unit), { section: unit.section, place: placeOf(unit) })
  const ordered = [...columns.values()].sort(
    (a, b) => natural.compare(a.section ?? '', b.section ?? '') || natural.compare(a.place, b.place),
  )
  const sections: Grid<U>['sections'] = []
  for (const { section } of ordered) {
    const last = sections.at(-1)
    if (last && last.section === section) last.span += 1
    else sections.push({ section, span: 1 })
  }
  const byFloor = Map.groupBy(floored, ({ floor }) => floor)
  const floors: GridFloor<U>[] = [...byFloor]
    .sort(([a], [b]) => (b ?? 0) - (a ?? 0))
    .map(([floor, list]) => {
      const cells = Map.groupBy(list, keyOf)
      return { floor, cells: ordered.map(({ section, place }) => cells.get(`${section ?? ''}\u0000${place}`)) }
    })
  if (loose.length > 0) floors.push({ floor: null, cells: [[...loose]] })
  return { columns: ordered, sections, floors }
}

export const countOccupancy = (units: readonly GridUnit[]): Record<Occupancy, number> => {
  const counts: Record<Occupancy, number> = { owned: 0, let: 0, none: 0, hidden: 0 }
  for (const unit of units) counts[occupancyOf(unit)] += 1
  return counts
}
