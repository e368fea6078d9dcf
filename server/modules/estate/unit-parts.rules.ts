import { scanUnit, type UnitMark, type UnitToken } from './unit-scan.rules.ts'

/** The parts of a unit as one column or one text gives them. */
export type UnitParts = { phase?: string; building?: string; section?: string; floor?: string; room?: string }
export type PartsReading = {
  parts: UnitParts
  mark: UnitMark | null
  /** The room was written as 8号: with a name before it, a house. */
  house: boolean
}
export type PartsTrouble = 'unreadable' | 'several' | 'contradiction'

const BUILDING_TAIL = /(?:[A-Z]*\d+|[A-Z]+|[甲乙丙丁戊己庚辛壬癸东南西北中])$/

/** 3 and 东区3 may be the same building, 3 and 13 are not. */
export const sameBuilding = (a: string, b: string): boolean => {
  if (a === b) return true
  const [tailA, tailB] = [BUILDING_TAIL.exec(a)?.[0], BUILDING_TAIL.exec(b)?.[0]]
  return tailA !== undefined && tailA === tailB && (a === tailA || b === tailB)
}

const stripEstate = (name: string, estateNames: readonly string[]): string => {
  const own = estateNames.find((estate) => estate !== '' && name.startsWith(estate))
  return own === undefined ? name : name.slice(own.length)
}

const scan = (text: string, estateNames: readonly string[], marksByLetter: boolean) => {
  const found = scanUnit(text, marksByLetter)
  if (!found) return null
  const names = found.names.map((name) => stripEstate(name, estateNames)).filter((name) => name !== '')
  const tokens = found.tokens.map((token) => ({ ...token, prefix: stripEstate(token.prefix, estateNames) }))
  return { mark: found.mark, names, tokens }
}

const EMPTY: PartsReading = { parts: {}, mark: null, house: false }

/** A column of its own for phase, building or section; it may say more than its heading (3栋2单元 under 楼栋). */
export const readPartColumn = (
  text: string | undefined,
  column: 'phase' | 'building' | 'section',
  estateNames: readonly string[],
): PartsReading | PartsTrouble => {
  if (text === undefined || text.trim() === '') return EMPTY
  const found = scan(text, estateNames, false)
  if (!found) return 'unreadable'
  const parts: UnitParts = {}
  for (const { value, role, prefix } of found.tokens) {
    const said = role === 'phase' || role === 'building' || role === 'section' ? role : column
    // A座 is a section where the heading says so, and no building stands before it.
    const part = column === 'section' && found.tokens.length === 1 ? 'section' : said
    if (parts[part] !== undefined && parts[part] !== value) return 'unreadable'
    parts[part] = part === 'section' ? value : prefix + value
  }
  const name = found.names.join('')
  if (name !== '' && column !== 'section') parts[column] = name + (parts[column] ?? '')
  if (parts.phase !== undefined && /^\d+$/.test(parts.phase)) parts.phase = `${parts.phase}期`
  return { parts, mark: found.mark, house: false }
}

const longNumber = (token: UnitToken | undefined): boolean =>
  token !== undefined && (token.role === null || token.role === 'room') && /\d{3}/.test(token.value)

/** False if another value stands there already. */
const put = (parts: UnitParts, role: keyof UnitParts, value: string): boolean => {
  parts[role] ??= value
  return parts[role] === value
}

/** The values without a suffix, by their place: building, section, storey. */
const putLoose = (loose: UnitToken[], parts: UnitParts, known: UnitParts, roomRepeatsBuilding: boolean): boolean =>
  loose.every(({ value, prefix }, place) => {
    const open = parts.building === undefined
    if (open && (known.building === undefined || loose.length - place >= 2))
      return put(parts, 'building', prefix + value)
    if (parts.section !== undefined) return put(parts, 'floor', value)
    const repeated =
      known.section === undefined ? roomRepeatsBuilding && value === known.building : value !== known.section
    return open && repeated ? put(parts, 'building', prefix + value) : put(parts, 'section', value)
  })

/** Gives every value with a suffix its part and returns the others; null if two of them want the same part. */
const putSuffixed = (tokens: UnitToken[], parts: UnitParts, known: UnitParts): UnitToken[] | null => {
  const loose: UnitToken[] = []
  for (const [place, token] of tokens.entries()) {
    const { role, value, prefix } = token
    const first = known.building === undefined && parts.building === undefined
    const isLast = place === tokens.length - 1
    if (role === null) {
      loose.push(token)
      continue
    }
    let part: keyof UnitParts
    if (role === 'door') part = isLast ? 'room' : first ? 'building' : 'section'
    // 3楼1203: with no building before it, 楼 is the building.
    else part = role === 'floor' && first ? 'building' : role
    if (!put(parts, part, part === 'building' || part === 'phase' ? prefix + value : value)) return null
  }
  if (parts.room === undefined) {
    const room = loose.pop()
    if (room) parts.room = room.value
  }
  return loose
}

/** The room text, read beside what the other columns already said. */
export const readRoomText = (
  text: string,
  known: UnitParts,
  options: { estateNames: readonly string[]; roomRepeatsBuilding: boolean },
): PartsReading | PartsTrouble => {
  const found = scan(text, options.estateNames, true)
  if (!found || found.names.length > 1) return 'unreadable'
  const { tokens, mark } = found
  const [last, before] = [tokens.at(-1), tokens.at(-2)]
  if (
    longNumber(last) &&
    longNumber(before) &&
    (tokens.length > 2 || known.building || /^\d{4}/.test(before?.value ?? ''))
  )
    return 'several'
  // Door 2 of villa 8.
  const doors = tokens.length === 2 && before?.role === null && (last?.role === null || last?.role === 'door')
  if (mark === 'villa' && doors && tokens.every((t) => /^\d+$/.test(t.value) && t.prefix === ''))
    return { parts: { room: tokens.map((t) => t.value).join('-') }, mark, house: false }

  // 见合同 in a column of rooms is no building either.
  if (tokens.length === 0 && mark === null && known.building !== undefined) return 'unreadable'
  const parts: UnitParts = {}
  const loose = putSuffixed(tokens, parts, known)
  if (!loose) return 'unreadable'
  // A name that is no part of a building's number is the building itself, or the area that the building lies in.
  const area = found.names[0] ?? ''
  const beside = tokens.find(
    (t) => t.prefix !== '' && !loose.includes(t) && t.role !== 'building' && t.role !== 'phase',
  )
  const name = area || (parts.building === undefined ? (beside?.prefix ?? '') : '')
  const isBuilding = name.length > 1 && parts.building === undefined && loose.length < 2
  if (name.length === 1) return 'unreadable'
  const told = isBuilding && known.building === undefined ? { ...known, building: name } : known
  if (!putLoose(loose, parts, told, options.roomRepeatsBuilding)) return 'contradiction'
  if (parts.building === undefined && isBuilding) parts.building = name
  else if (area !== '' && parts.building !== undefined && !parts.building.startsWith(area))
    parts.building = area + parts.building
  if (parts.room === undefined && mark === 'villa') {
    parts.room = parts.building
    delete parts.building
  }
  return { parts, mark, house: last?.role === 'door' && tokens.length === 1 && /^\d{1,2}$/.test(last.value) }
}
