import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'

/** One voice about a complaint. */
export type Voice = {
  at: Instant
  /** The local day of `at` in the estate. */
  localDate: LocalDate
  /** Who it was (`personKeyOf`); null when nobody can tell, and then it never counts as another person (CP-098). */
  personKey: string | null
  unitId: Uuid | null
  /** How many came, wrote or signed together. */
  persons: number
  anonymous: boolean
}

export type HotSettings = {
  /** CP-095: different complainants; default 3. */
  persons: number
  /** CP-099: people in one contact; default 3. */
  group: number
  /** CP-096: the rolling window in calendar months; default 1. */
  months: number
  distinctBy: 'person' | 'household'
}

export type HotVerdict = {
  hot: boolean
  /** CP-098: not hot, but it would be if those whom nobody can tell apart were different people. */
  possibly: boolean
  /** CP-100: the voice that made it hot. */
  trigger: Instant | null
  /** CP-123: people of all voices together, never fewer than surely spoke, and times. */
  persons: number
  times: number
  /** CP-096: all the people who made it hot live in one household; to be shown beside it. */
  oneHousehold: boolean
  because: 'group' | 'persons' | 'unknownVoices' | null
}

/** CP-096: the last day that no longer counts for a window ending at `latest`: the same day `months` earlier. */
export const dayBeforeWindow = (latest: LocalDate, months: number): LocalDate =>
  Temporal.PlainDate.from(latest).subtract({ months }).toString()

/** Whom a voice stands for; null when nobody can tell. Of a household, whoever of it spoke. */
const whoIs = (voices: readonly Voice[], distinctBy: HotSettings['distinctBy']) => {
  if (distinctBy === 'person') return (voice: Voice) => voice.personKey
  const homes = new Map<string, Uuid>()
  for (const { personKey, unitId } of voices)
    if (personKey && unitId && !homes.has(personKey)) homes.set(personKey, unitId)
  return ({ personKey, unitId, anonymous }: Voice) => {
    if (personKey === null) return anonymous || unitId === null ? null : `unit:${unitId}`
    const home = unitId ?? homes.get(personKey)
    return home ? `unit:${home}` : personKey
  }
}

type Who = ReturnType<typeof whoIs>

const known = (voices: readonly Voice[], who: Who): Set<string> => {
  const keys = new Set<string>()
  for (const voice of voices) {
    const key = who(voice)
    if (key !== null) keys.add(key)
  }
  return keys
}

/** People per known voice: the most they ever came with, so that a pair that comes twice stays a pair. */
const together = (voices: readonly Voice[], who: Who): number => {
  const most = new Map<string, number>()
  for (const voice of voices) {
    const key = who(voice)
    if (key !== null) most.set(key, Math.max(most.get(key) ?? 0, voice.persons))
  }
  return [...most.values()].reduce((sum, n) => sum + n, 0)
}

const unknown = (voices: readonly Voice[], who: Who): readonly Voice[] => voices.filter((voice) => who(voice) === null)

/** CP-123: unknown voices may be those of people already counted; no more are claimed than one of them brought. */
const peopleOf = (voices: readonly Voice[]): number => {
  const who = whoIs(voices, 'person')
  return Math.max(together(voices, who), ...unknown(voices, who).map((v) => v.persons), voices.length > 0 ? 1 : 0)
}

/** CP-098: as many as there would be if every unknown voice and every companion were somebody else. */
const atMost = (voices: readonly Voice[], who: Who, distinctBy: HotSettings['distinctBy']): number =>
  unknown(voices, who).reduce((sum, voice) => sum + voice.persons, 0) +
  // those who come along with a neighbour are of the same household as a rule
  (distinctBy === 'person' ? together(voices, who) : known(voices, who).size)

const oneHome = (voices: readonly Voice[], who: Who): boolean => {
  const homes = new Set(voices.filter((v) => who(v) !== null).map((v) => v.unitId))
  return homes.size === 1 && !homes.has(null)
}

/**
 * CP-095 to CP-099: is a complaint hot, and since which voice? Every window that ends at a voice is looked at, so that
 * what was hot a month ago is still found. Voices may come in any order.
 */
export const judgeHot = (voices: readonly Voice[], settings: HotSettings): HotVerdict => {
  const ordered = [...voices].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const who = whoIs(ordered, settings.distinctBy)
  const counted = { persons: peopleOf(ordered), times: ordered.length }
  let possibly = false
  for (const [place, latest] of ordered.entries()) {
    const before = dayBeforeWindow(latest.localDate, settings.months)
    const window = ordered.slice(0, place + 1).filter((voice) => voice.localDate > before)
    const hot = { ...counted, hot: true, possibly: false, trigger: latest.at }
    if (latest.persons >= settings.group) return { ...hot, oneHousehold: false, because: 'group' }
    if (known(window, who).size >= settings.persons)
      return { ...hot, oneHousehold: oneHome(window, who), because: 'persons' }
    possibly ||= atMost(window, who, settings.distinctBy) >= settings.persons
  }
  const because = possibly ? 'unknownVoices' : null
  return { ...counted, hot: false, possibly, trigger: null, oneHousehold: false, because }
}

export type Caller = {
  customerId?: Uuid | null | undefined
  phone?: string | null | undefined
  account?: string | null | undefined
  name?: string | null | undefined
  unitId?: Uuid | null | undefined
  anonymous?: boolean | undefined
}

const plain = (text: string | null | undefined): string => (text ?? '').normalize('NFKC').replaceAll(/\s+/g, '')

/** A home number may have seven digits; fewer are an extension or a slip, and tell nobody apart. */
const SHORTEST_NUMBER = 7

/** Digits as one dials them within the country, whatever was written before and between; '' when it is no number. */
const digitsOf = (phone: string | null | undefined): string => {
  const written = plain(phone)
  const digits = written.replaceAll(/\D/g, '')
  if (digits.length < SHORTEST_NUMBER) return ''
  if (!/^\(?(?:\+|00)\(?86/.test(written)) return digits.replace(/^86(?=1\d{10}$)/, '')
  const national = digits.replace(/^(?:00)?86/, '')
  // abroad the area code is written without its 0
  return /^(?:0|1\d{10}$)/.test(national) ? national : `0${national}`
}

/**
 * CP-097, CP-098: by what a voice is told from others, the surest first: the customer of the archive, the telephone, the
 * account on line, the name together with the room. A name alone tells nobody apart, and one given by somebody who wants
 * to stay unknown is not believed; null when nothing is left.
 */
export const personKeyOf = (caller: Caller): string | null => {
  if (caller.customerId) return `customer:${caller.customerId}`
  const phone = digitsOf(caller.phone)
  if (phone) return `phone:${phone}`
  const account = plain(caller.account).toLowerCase()
  if (account) return `account:${account}`
  const name = plain(caller.name)
  return name && caller.unitId && !caller.anonymous ? `name:${name}@${caller.unitId}` : null
}
