import type { MATCHES } from '#contract/omnibox.ts'
import { nameKey } from '../party-name.rules.ts'
import { fold } from '../text-fold.rules.ts'
import { normaliseUnitQuery } from '../unit-query.rules.ts'

/** One stretch of the index to look into: keys from `from` up to `to`, or exactly `from` when `to` is null. */
export type Arm = {
  match: (typeof MATCHES)[number]
  from: string
  to: string | null /** Lower is better. */
  rank: number
}

const LONGEST = 48
/** Beyond every character that may follow; keys are compared as bytes. */
const END = '\u{10FFFF}'
const starting = (match: Arm['match'], kind: string, text: string, rank: number): Arm => {
  const from = `${kind}:${text.slice(0, LONGEST)}`
  return { match, from, to: from + END, rank }
}
const exactly = (match: Arm['match'], kind: string, text: string, rank: number): Arm => ({
  match,
  from: `${kind}:${text}`,
  to: null,
  rank,
})

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this takes out
const CONTROL = /[\u0000-\u001F\u007F-\u009F]/g
const SHORTEST_PHONE = 3
const SHORTEST_PLATE = 3
const FORWARD_PHONE = 7

const rooms = (text: string): Arm[] => {
  const query = normaliseUnitQuery(text)
  return [
    ...query.exact.map((unit) => exactly('room', 'u', unit, 0)),
    ...query.prefixes.map((unit) => starting('room', 'u', unit, 2)),
    ...query.inBuilding.map(({ building, room }) => starting('room', 'b', `${building}-${room}`, 1)),
    ...query.rooms.map((room) => starting('room', 'r', room, 2)),
  ]
}

/** Digits, in groups or with an area code. */
const phones = (text: string): Arm[] => {
  const digits = text.replace(/[\s()+-]/g, '').replace(/^86(?=1\d{10}$)/, '')
  if (!/^\d+$/.test(digits) || digits.length < SHORTEST_PHONE || digits.length > 20) return []
  const whole = digits.length >= FORWARD_PHONE
  return [
    starting('phone', 't', [...digits].reverse().join(''), whole ? 0 : 3),
    ...(whole ? [starting('phone', 'p', digits, 1)] : []),
  ]
}

const plates = (text: string): Arm[] => {
  const plate = text.toUpperCase().replace(/[\s·.•_-]/g, '')
  const fits =
    /^[\p{Script=Han}]?[A-Z0-9]+[\p{Script=Han}]?$/u.test(plate) &&
    [...plate].length >= SHORTEST_PLATE &&
    plate.length <= 12
  return fits ? [starting('plate', 'c', plate, /^\d+$/.test(plate) ? 4 : 2)] : []
}

const numbers = (text: string): Arm[] => {
  const level = text.toUpperCase().replace(/\s/g, '')
  const dashed = /^([A-Z]*\d{2,4}-)(\d{1,9})$/.exec(level)
  if (dashed) {
    const padded = `${dashed[1]}${(dashed[2] ?? '').padStart(6, '0')}`
    return [exactly('number', 'm', padded, 0), starting('number', 'm', level, 3)]
  }
  return /^\d{1,6}$/.test(level) ? [exactly('number', 'k', level.replace(/^0+(?=\d)/, ''), 3)] : []
}

/** Names are levelled as little as those on file: rare characters must not become their common cousins. */
const names = (text: string): Arm[] => {
  const name = nameKey(text)
  if (name === '' || /^\d+$/.test(name)) return []
  const latin = name.replace(/['’-]/g, '').replace(/ü/g, 'v')
  const spelt = /^[a-z]+$/.test(latin)
  return [
    starting('name', 'n', name, 1),
    ...(spelt
      ? [
          starting('pinyin', 'i', latin, latin.length > 4 ? 3 : 2),
          starting('pinyin', 'y', latin, latin.length > 4 ? 2 : 3),
        ]
      : []),
  ]
}

/**
 * Reads what was typed in every way it may be meant. Never throws; nothing to look for gives an empty list. Each arm is
 * one stretch of the index, so the work does not grow with the number of customers.
 */
export const armsOf = (typed: string): Arm[] => {
  const plain = typed.toWellFormed().replace(CONTROL, ' ').trim().slice(0, 60).toWellFormed()
  const text = fold(plain).trim()
  const all = [...rooms(text), ...phones(text), ...plates(text), ...numbers(text), ...names(plain)]
  const seen = new Set<string>()
  return all
    .filter(({ from, to }) => !seen.has(`${from} ${to}`) && seen.add(`${from} ${to}`))
    .sort((a, b) => a.rank - b.rank)
}
