import { readUnit } from '../unit-no.rules.ts'

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
