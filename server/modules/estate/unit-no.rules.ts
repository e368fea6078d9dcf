import { looksLikeParking, parkingPieces } from './unit-parking.rules.ts'
import { readPartColumn, readRoomText, sameBuilding, type UnitParts } from './unit-parts.rules.ts'

export type UnitKind = 'flat' | 'shop' | 'villa' | 'parking'
/** One unit (房号), whatever the habit it was written in: two texts mean the same unit if `canonical` is equal. */
export type UnitNo = {
  /** Without its suffix: 3, A, B1, 1期3, 紫薇阁; 商铺, 别墅 or 车位 where the unit belongs to no building. */
  building: string
  section: string | null
  room: string
  kind: UnitKind
  /** `3-2-1203`, `3-1203`, `S-12`, `1-S-3`, `V-8`, `湖畔-V-8`, `P-B1-1`; reads as itself. */
  canonical: string
  /** As people say it: 3栋2单元1203. */
  display: string
}
export type UnitTrouble = 'missing' | 'unreadable' | 'no_building' | 'several' | 'contradiction'

/** The columns of a ledger that together say which unit is meant; any of them may hold more than its own part. */
export type UnitTexts = { room: string; phase?: string; building?: string; section?: string; floor?: string }
export type UnitOptions = {
  /** Names of the estate itself; before a building they say nothing. */
  estateNames?: readonly string[]
  /** In rooms such as 3-1203 beside a column of buildings the 3 repeats the building; default: it is the section. */
  roomRepeatsBuilding?: boolean
}

const NO_BUILDING = { flat: '', shop: '商铺', villa: '别墅', parking: '车位' } as const
const STEMS = '甲乙丙丁戊己庚辛壬癸东南西北中'

/** A name that would be taken for a mark of a key keeps its suffix in it. */
const buildingKey = (building: string): string => (/^(?:[SP]|V\d*|B[1-6])$/.test(building) ? `${building}栋` : building)
const sectionKey = (section: string): string => (/^[SV]$/.test(section) ? `${section}单元` : section)

const LETTERED = new RegExp(`(?:^|[期区弄团])(?:[A-Z]+|[${STEMS}])$`)
const buildingName = (building: string): string => {
  if (/弄\d+$/.test(building)) return `${building}号`
  if (/\d[A-Z]?$/.test(building)) return `${building}栋`
  return LETTERED.test(building) && !/^.区$/.test(building) ? `${building}座` : building
}

const MARK = { flat: [], shop: ['S'], villa: ['V'], parking: ['P'] } as const

const makeUnit = (kind: UnitKind, { building, section, room = '' }: UnitParts): UnitNo => {
  const place = [building && buildingKey(building), section && sectionKey(section)].filter((part) => part !== undefined)
  const said = `${building ? buildingName(building) : ''}${section ? `${section}单元` : ''}`
  const display = {
    flat: `${said}${room}`,
    shop: `${said}商铺S-${room}`,
    villa: `${said || '别墅'}${room}号`,
    parking: room,
  }[kind]
  return {
    building: building ?? NO_BUILDING[kind],
    section: section ?? null,
    room,
    kind,
    canonical: [...place, ...MARK[kind], room].join('-'),
    display,
  }
}

/** A text known to name a parking space (车位), as in a ledger's column 车位; null if it names none. */
export const parseParking = (text: string): UnitNo | null => {
  const pieces = parkingPieces(text)
  const number = pieces?.at(-1)
  if (!pieces || number === undefined) return null
  const zone = pieces.slice(0, -1)
  return {
    building: zone.join('-') || NO_BUILDING.parking,
    section: null,
    room: number,
    kind: 'parking',
    canonical: ['P', ...pieces].join('-'),
    // On the floor of a garage the number is painted with three digits.
    display: `车位${[...zone, /^\d/.test(number) ? number.padStart(3, '0') : number].join('-')}`,
  }
}

const ROOM = /^(?:\d{1,5}(?:[A-Z]\d{0,2})?|[A-Z]{1,2}\d{1,5}[A-Z]?)(?:-\d+)?$/
const MARKED_ROOM = /^(?:\d+[A-Z]?|[A-Z]{1,2}\d+[A-Z]?)(?:-\d+)?$/
/** A building is not called by a suffix alone, and what lies below ground and is no parking space is none of ours. */
const NO_NAME = /^[号栋幢座楼门室户层弄区期单共计第]|^(?:地下|负)/
const usable = ({ building, section, room = '' }: UnitParts): boolean =>
  ROOM.test(room) &&
  !/^[A-Z]*0+$/.test(room) &&
  !NO_NAME.test(building ?? '') &&
  (building === undefined || (building.length <= 20 && !/\d{4}|^0$|[A-Z]{3}/.test(building))) &&
  (section === undefined || /^(?:[1-9]\d?|[A-Z]\d?|\p{Script=Han})$/u.test(section))

/** 12层3室 is room 1203; a storey beside a whole room number says nothing new. */
const withFloor = (room: string | undefined, floor: string | undefined): string | undefined =>
  room !== undefined && floor !== undefined && /^\d{1,2}$/.test(room) && /^\d{1,2}$/.test(floor) && floor !== '0'
    ? `${Number(floor)}${room.padStart(2, '0')}`
    : room

const join = (own: UnitParts, known: UnitParts): UnitParts | 'contradiction' => {
  if (own.section !== undefined && known.section !== undefined && own.section !== known.section) return 'contradiction'
  if (own.building !== undefined && known.building !== undefined && !sameBuilding(own.building, known.building))
    return 'contradiction'
  const longer = (own.building ?? '').length > (known.building ?? '').length ? own.building : known.building
  const parts = { ...known, ...own, building: longer }
  // A区 before 3 makes the building; A区 alone is the building of a shop.
  if (parts.phase !== undefined && parts.building === undefined && parts.section !== undefined) return parts
  if (parts.phase !== undefined && !parts.building?.startsWith(parts.phase))
    parts.building = parts.phase + (parts.building ?? '')
  return parts
}

const interpret = (texts: UnitTexts, options: UnitOptions): UnitNo | UnitTrouble => {
  const { estateNames = [], roomRepeatsBuilding = false } = options
  const room = texts.room.trim()
  const buildingText = texts.building?.trim() ?? ''
  if (room === '') return 'missing'
  if (looksLikeParking(buildingText) || (buildingText === '' && looksLikeParking(room)))
    return parseParking(`${buildingText}-${room}`) ?? 'unreadable'

  const phase = readPartColumn(texts.phase, 'phase', estateNames)
  const building = readPartColumn(buildingText, 'building', estateNames)
  const section = readPartColumn(texts.section, 'section', estateNames)
  if (typeof phase === 'string' || typeof building === 'string' || typeof section === 'string') return 'unreadable'
  const known = join(section.parts, { ...phase.parts, ...building.parts })
  if (known === 'contradiction') return known
  const own = readRoomText(room, known, { estateNames, roomRepeatsBuilding })
  if (typeof own === 'string') return own
  const parts = join(own.parts, known)
  if (parts === 'contradiction') return parts

  const lettered = /^([A-Z])0*(\d{3,4})$/.exec(parts.room ?? '')
  if (lettered && parts.building === undefined && own.mark === null) {
    // A1203 with no building beside it is A座1203.
    parts.building = lettered[1]
    parts.room = lettered[2]
  }
  parts.room = withFloor(parts.room, parts.floor ?? texts.floor?.replace(/\D/g, ''))
  if (parts.room === undefined) return 'missing'
  if (!usable(parts)) return 'unreadable'
  const mark = own.mark ?? building.mark
  // S3 and V3 as rooms would be read back as a shop and a villa.
  if (/^[SV]\d/.test(parts.room)) return 'unreadable'
  if (mark) return MARKED_ROOM.test(parts.room) ? makeUnit(mark, parts) : 'unreadable'
  if (parts.building === undefined) return 'no_building'
  const named = own.house && parts.section === undefined && /^[\p{Script=Han}·]{2,}$/u.test(parts.building)
  return makeUnit(named ? 'villa' : 'flat', parts)
}

/**
 * Reads the unit out of the columns of a ledger, or out of one text given as `room`. Never throws. A reading whose key
 * would not be read as the same unit again is refused: two units must never share a key.
 */
export const readUnit = (texts: UnitTexts, options: UnitOptions = {}): UnitNo | UnitTrouble => {
  const unit = interpret(texts, options)
  if (typeof unit === 'string') return unit
  const again = interpret({ room: unit.canonical }, {})
  return typeof again !== 'string' && again.canonical === unit.canonical && again.kind === unit.kind
    ? unit
    : 'unreadable'
}

/** One text in any habit (3栋2单元1203, 3#2-1203, 底商05, 湖畔8号, B1-001); null if it names no unit. */
export const parseUnitNo = (text: string, options: UnitOptions = {}): UnitNo | null => {
  const unit = readUnit({ room: text }, options)
  return typeof unit === 'string' ? null : unit
}
