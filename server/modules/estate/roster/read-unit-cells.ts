import { parseDate } from '../parse-date.rules.ts'
import { fold, saysNothing } from '../text-fold.rules.ts'
import { readUnit, type UnitKind, type UnitNo, type UnitOptions, type UnitTrouble } from '../unit-no.rules.ts'
import type { ProblemCode } from './problem-codes.ts'
import type { SheetLayout } from './recognise-columns.ts'
import type { Findings, LaidRow } from './row-cells.ts'
import { namesPlace } from './row-kinds.ts'
import type { SourceSheet } from './source-sheet.ts'

/** What the rows above have said: buildings are often written once for the block below them. */
export type UnitContext = {
  options: UnitOptions
  /** From the name of the sheet, the title or a band row; used only where no column says the building. */
  place: string
  building: string
  section: string
  kind: UnitKind | null
}

const CODES: Record<UnitTrouble, ProblemCode> = {
  missing: 'ROOM_MISSING',
  unreadable: 'ROOM_UNREADABLE',
  no_building: 'ROOM_NO_BUILDING',
  several: 'ROOM_SEVERAL',
  contradiction: 'ROOM_CONTRADICTS',
}

const ESTATE =
  /^[\p{Script=Han}·]{2,}?(?=(?:[一二三四五六七八九十\d]+期|业主|住户|客户|房产|房屋|物业|小区|信息|台账|资料|登记|明细|名册|花名册|[A-Z\d]|[东西南北]区|$))/u
/** 翠湖花园 of 翠湖花园一期业主信息台账. */
const estateOf = (title: string | null): string[] => {
  const name = ESTATE.exec(fold(title ?? ''))?.[0]
  return name ? [`${name}小区`, name] : []
}

/** 3栋 of 3栋业主台账; a range (1-8栋) is no building. */
const placeInTitle = (title: string | null): string => {
  const found = [
    ...fold(title ?? '').matchAll(
      /(?<![-至~、\dA-Z])(?:\d{1,3}|[A-Z]\d?|[一二三四五六七八九十]+)(?:号楼|栋|幢|座)(?:\d单元)?/g,
    ),
  ]
  return found.length === 1 ? (found[0]?.[0] ?? '') : ''
}

/**
 * Every room repeats its building (3-1203 beside 3栋, or in the sheet 3栋), so that what stands before the dash is no
 * section.
 */
const roomsRepeatBuilding = (sheet: SourceSheet, layout: SheetLayout, place: string): boolean => {
  const at = (field: string) => layout.columns.find((column) => column.field === field)?.column
  const [building, room] = [at('building'), at('room')]
  if (room === undefined || at('section') !== undefined || (building === undefined && place === '')) return false
  let [same, pairs] = [0, 0]
  for (const { cells } of sheet.rows) {
    const text = (column: number | undefined) => String(cells.find((cell) => cell.column === column)?.value ?? '')
    const two = /^0*(\d{1,3})\s*-\s*\d{3,}$/.exec(fold(text(room)))
    const number = /\d+/.exec(fold(building === undefined ? place : text(building)))?.[0]
    if (!two || !number) continue
    pairs++
    if (Number(number) === Number(two[1])) same++
  }
  return pairs > 0 && pairs === same
}

export const startContext = (sheet: SourceSheet, layout: SheetLayout, estateNames: readonly string[]): UnitContext => {
  const place = namesPlace(sheet.name) ? sheet.name : placeInTitle(layout.title)
  const options = {
    estateNames: [...estateNames, ...estateOf(layout.title)],
    roomRepeatsBuilding: roomsRepeatBuilding(sheet, layout, place),
  }
  return { options, place, building: '', section: '', kind: null }
}

/** 2003-02-12, 3月2日, 2-Mar: what Excel makes of 3-2-12 and 3-2. A year of two digits may well be a building. */
const saysDate = (text: string): boolean =>
  (/^\d{4}\D/.test(text.trim()) && parseDate(text) !== null) ||
  /^\d{1,2}月\d{1,2}日?$|^\d{1,2}-[a-z]{3}$|^[a-z]{3}-\d{1,2}$/i.test(text.trim())

const marked = (unit: UnitNo | UnitTrouble): unit is UnitNo => typeof unit !== 'string' && unit.kind !== 'flat'

/** The unit of a row, with blank building and section cells taken from above as in a block written once. */
export const readUnitCells = (laid: LaidRow, context: UnitContext, found: Findings): UnitNo | null => {
  const cell = laid.get('room')
  const text = (field: 'phase' | 'building' | 'section' | 'floor') => {
    const said = laid.get(field)?.text ?? ''
    return saysNothing(said) ? '' : said
  }
  const room = cell && !saysNothing(cell.text) ? cell.text : ''
  if (!cell || room === '') {
    found.problem('ROOM_MISSING', 'room', '')
    return null
  }
  const dated = [cell, laid.get('building'), laid.get('section')].find((one) => one?.cell.kind === 'date')
  if (dated) {
    found.problem('ROOM_DATE', dated)
    return null
  }
  const own = { building: text('building'), section: text('section') }
  const base = { room, phase: text('phase'), floor: text('floor') }
  const read = (building: string, section: string) => readUnit({ ...base, building, section }, context.options)

  // A new building begins a new block; 1栋 said again does not.
  if (own.building !== '' && own.building !== context.building) Object.assign(context, { section: '', kind: null })
  if (own.building !== '') context.building = own.building
  if (own.section !== '') context.section = own.section

  let unit = read(own.building, own.section)
  const fill = marked(unit) && (own.building !== '' || unit.kind !== context.kind) ? false : laid.has('building')
  if (fill && (own.building === '' || own.section === '') && (context.building !== '' || context.section !== '')) {
    const section = own.section === '' && !marked(unit) ? context.section : own.section
    const filled = read(own.building || context.building, section)
    const usable = typeof filled !== 'string' || typeof unit === 'string'
    if (usable && own.building === '' && typeof filled !== 'string')
      found.note('BUILDING_FROM_ABOVE', 'building', context.building)
    if (usable) unit = filled
  }
  // In the sheet 2栋 the room 1-101 is in its first section; 3栋2单元101 there would speak for itself.
  const open = unit === 'no_building' || (typeof unit !== 'string' && unit.kind === 'flat' && unit.section === null)
  if (open && context.place !== '' && !laid.has('building')) {
    const placed = read(context.place, own.section)
    if (typeof placed !== 'string') {
      unit = placed
      found.note('BUILDING_FROM_SHEET', 'room', context.place)
    }
  }
  if (typeof unit === 'string') {
    found.problem(saysDate(room) ? 'ROOM_DATE' : CODES[unit], cell)
    return null
  }
  context.kind = unit.kind
  return { ...unit, kind: kindSaid(laid, unit) }
}

/** A plain number under 用途 商铺 is a shop, though its number alone does not say so. */
const kindSaid = (laid: LaidRow, unit: UnitNo): UnitKind => {
  if (unit.kind !== 'flat') return unit.kind
  const said = `${laid.get('usage')?.text ?? ''} ${laid.get('unitType')?.text ?? ''}`
  if (/商铺|商业|底商|店铺|门面/.test(said)) return 'shop'
  if (/别墅|villa/i.test(said)) return 'villa'
  return /车位|车库/.test(said) ? 'parking' : 'flat'
}
