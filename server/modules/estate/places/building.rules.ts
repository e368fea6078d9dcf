import { readUnit, type UnitNo } from '../unit-no.rules.ts'

/** 3 out of 3, 3栋 and 03号楼: the first part of its room numbers; undefined when it names no building. */
export const buildingCodeOf = (text: string): string | undefined => {
  const unit = readUnit({ building: text, room: '101' })
  return typeof unit === 'string' ? undefined : unit.building
}

/** Numbered buildings by number, lettered and named ones after them; equal ones follow their code. */
export const buildingSort = (code: string): number => {
  const number = /^\d{1,5}/.exec(code)?.[0]
  return number === undefined ? 100_000 : Number(number)
}

/** As people call it: 3 is 3栋; a name stays a name. */
export const buildingNameOf = (code: string): string =>
  /^\d+$/.test(code) ? `${code}栋` : /^[A-Z]\d*$/.test(code) ? `${code}座` : code

/**
 * The code of the building that a unit stands in. A tower B1 and a garage B1 are two: whichever came first has the plain
 * code. `kindOf` tells the kind of a building that stands, by code.
 */
export const buildingCodeFor = (
  unit: Pick<UnitNo, 'kind' | 'building'>,
  kindOf: (code: string) => string | undefined,
): string => {
  const kind = kindOf(unit.building)
  if (kind === undefined || (kind === 'parking') === (unit.kind === 'parking')) return unit.building
  return unit.kind === 'parking' ? `P-${unit.building}` : `${unit.building}栋`
}

const KINDS = { flat: 'residential', shop: 'shops', villa: 'villa', parking: 'parking' } as const
export const buildingKindFor = (unit: Pick<UnitNo, 'kind'>) => KINDS[unit.kind]
