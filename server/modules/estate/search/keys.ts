import { nameKey } from '../party-name.rules.ts'
import { foldWidth } from '../text-fold.rules.ts'
import type { UnitNo } from '../unit-no.rules.ts'
import { type Syllable, syllablesOf } from './spelling.ts'

/** A way to find something: `weight` 0 is the whole of it, more is a part further in. */
export type SearchKey = { key: string; weight: number }

/**
 * What a key begins with says what it is, so that one index serves every habit of typing by its beginning:
 * n name · y pinyin · i initials · t phone backwards · p phone · u room · b building and room without section ·
 * r room alone · c plate · m number · k number without year and zeros.
 */
const LONGEST = 48
const MOST_PLACES = 24

const key = (kind: string, text: string, weight: number): SearchKey => ({
  key: `${kind}:${text}`.slice(0, LONGEST + 2),
  weight,
})
const unique = (keys: readonly SearchKey[]): SearchKey[] => {
  const best = new Map<string, number>()
  for (const { key: text, weight } of keys)
    if (weight < (best.get(text) ?? Number.POSITIVE_INFINITY)) best.set(text, weight)
  return [...best].map(([text, weight]) => ({ key: text, weight }))
}

/** 张三丰: 张三丰, 三丰, 丰; zhangsanfeng, sanfeng, feng; zsf, sf. */
const nameKeys = (name: string): SearchKey[] => {
  const folded = nameKey(name)
  const characters = [...folded].slice(0, MOST_PLACES)
  const keys = characters.map((_, i) => key('n', [...folded].slice(i).join(''), i))
  // words of a Latin name are parts of their own, which the level form has run together
  const syllables = syllablesOf(foldWidth(name).toLowerCase()).slice(0, MOST_PLACES)
  for (const i of syllables.keys()) keys.push(...spelt(syllables.slice(i), i))
  for (const one of otherReadings(syllables)) keys.push(...spelt(one, 0))
  return unique(keys)
}

const spelt = (syllables: readonly Syllable[], place: number): SearchKey[] => {
  const readings = syllables.map((s) => s.readings[0] ?? '').filter((r) => /^[a-z0-9]+$/.test(r))
  if (readings.length === 0) return []
  const full = key('y', readings.join(''), place)
  return readings.length < 2 ? [full] : [full, key('i', readings.map((r) => r.charAt(0)).join(''), place)]
}

/** The same name with one character read another way, for short names only: 张乐 is zhang'le and zhang'yue. */
const otherReadings = (syllables: readonly Syllable[]): Syllable[][] =>
  syllables.length > 4
    ? []
    : syllables.flatMap((syllable, i) =>
        syllable.readings
          .slice(1)
          .map((reading) => syllables.map((s, at) => (at === i ? { ...s, readings: [reading] } : s))),
      )

const phoneKeys = (phone: string): SearchKey[] => {
  const digits = phone.replace(/\D/g, '')
  return [key('t', [...digits].reverse().join(''), 0), key('p', digits, 0)]
}

export const customerKeys = (customer: { name: string; phones: readonly string[] }): SearchKey[] =>
  unique([...nameKeys(customer.name), ...customer.phones.flatMap(phoneKeys)])

/** 3-2-1203 is found as itself, as 3-1203 and as 1203. */
export const unitKeys = (unit: Pick<UnitNo, 'kind' | 'building' | 'room' | 'canonical'>): SearchKey[] => {
  const keys = [key('u', unit.canonical, 0), key('r', unit.room, 0)]
  return unique(unit.kind === 'flat' ? [...keys, key('b', `${unit.building}-${unit.room}`, 0)] : keys)
}

const SHORTEST_FRAGMENT = 3
export const plateKeys = (plate: string): SearchKey[] => {
  const characters = [...plate]
  return characters
    .slice(0, Math.max(1, characters.length - SHORTEST_FRAGMENT + 1))
    .map((_, i) => key('c', characters.slice(i).join(''), i))
}

/** Keys of a number that people read (26-000123), for rooms that give such numbers: whole, and 123 alone. */
export const numberKeys = (number: string): SearchKey[] => {
  const level = number.toUpperCase().replace(/\s/g, '')
  const last = /(\d+)\D*$/.exec(level)?.[1]?.replace(/^0+(?=\d)/, '')
  return unique([key('m', level, 0), ...(last === undefined ? [] : [key('k', last, 0)])])
}
