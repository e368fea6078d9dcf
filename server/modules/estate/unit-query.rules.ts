import { fold } from './text-fold.rules.ts'
import { parseUnitNo, readUnit } from './unit-no.rules.ts'

/** What a clerk may mean by what is typed so far; each list has the likelier reading first. */
export type UnitQuery = {
  /** Whole canonical keys. */
  exact: string[]
  /** Beginnings of canonical keys: `3-2-12` while 1203 is being typed, `3-` after 3栋. */
  prefixes: string[]
  /** A building and the beginning of a room, the section left out: 3栋1203 also finds 3-2-1203. */
  inBuilding: { building: string; room: string }[]
  /** The beginning of a room in any building. */
  rooms: string[]
}

/** 321203 is 3-2-1203, or 32-1203: how a run of digits may be cut. */
const cuts = (digits: string): string[] => {
  const found: string[] = []
  for (const roomLength of [4, 3]) {
    const before = digits.slice(0, -roomLength)
    const room = digits.slice(-roomLength)
    if (before.length < 1 || before.length > 3 || room.startsWith('0') || before.startsWith('0')) continue
    if (before.length >= 2 && !before.endsWith('0')) found.push(`${before.slice(0, -1)}-${before.slice(-1)}-${room}`)
    if (before.length <= 2) found.push(`${before}-${room}`)
  }
  return found
}

/** Reads what is typed into the omnibox, whole or half. Empty lists mean: this is no room. */
export const normaliseUnitQuery = (text: string): UnitQuery => {
  const query: UnitQuery = { exact: [], prefixes: [], inBuilding: [], rooms: [] }
  const typed = fold(text).trim().toUpperCase()
  if (typed === '' || typed.length > 40) return query
  if (/^\d{1,8}$/.test(typed)) {
    const room = typed.replace(/^0+(?=\d)/, '')
    if (room.length <= 5) query.rooms.push(room)
    query.exact.push(...cuts(typed))
    query.prefixes.push(...query.exact)
    if (typed.length <= 3) query.prefixes.push(`${room}-`, room)
    return query
  }
  const unit = parseUnitNo(typed)
  if (unit) {
    query.exact.push(unit.canonical)
    query.prefixes.push(unit.canonical)
    if (unit.kind !== 'flat') return query
    if (unit.section === null) {
      query.inBuilding.push({ building: unit.building, room: unit.room })
      // 3-2 may be on its way to 3-2-1203.
      if (/^\d{1,2}$/.test(unit.room)) query.prefixes.push(`${unit.canonical}-`)
    }
    return query
  }
  // 3栋, 3栋2单元, 2单元1203, 3-: a part of a unit.
  const withRoom = parseUnitNo(`${typed}-1`)
  const missing = readUnit({ room: typed })
  if (missing === 'missing' || /-$/.test(typed)) {
    if (withRoom?.kind === 'flat') query.prefixes.push(withRoom.canonical.replace(/1$/, ''))
    else if (withRoom) query.prefixes.push(withRoom.canonical.replace(/\d+$/, ''))
    return query
  }
  if (missing === 'no_building') {
    const inside = readUnit({ building: '1', room: typed })
    if (typeof inside !== 'string') query.rooms.push(inside.room)
    const lettered = /^([A-Z])-?0*(\d{1,2})$/.exec(typed)
    if (lettered) query.inBuilding.push({ building: lettered[1] ?? '', room: lettered[2] ?? '' })
  }
  return query
}
