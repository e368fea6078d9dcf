import type { SinceBand, Tenure } from '#contract/survey-questions.ts'
import type { LeftOut } from '#contract/survey-run.ts'
import type { StratumPart, SurveySample } from '#contract/surveys.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'

/** Somebody who lives here, by one residence of theirs. */
export type Resident = {
  customerId: Uuid
  unitId: Uuid
  buildingId: Uuid
  tenure: Tenure
  /** First day known: of the residence, or else of the handover. */
  from: LocalDate | null
  phone: string | null
  language: 'zh' | 'en'
  noCallback: boolean
  /** An open caution that asks for quiet. */
  quiet: boolean
}
export type Member = Resident & { since: SinceBand }

const BANDS = [
  [1, 'under1'],
  [3, 'years1to3'],
  [5, 'years3to5'],
] as const

/** How long somebody has lived here on this day. */
export const sinceBandOf = (from: LocalDate | null, today: LocalDate): SinceBand => {
  if (from === null || from > today) return 'unknown'
  const yearsBefore = (years: number) => `${Number(today.slice(0, 4)) - years}${today.slice(4)}`
  return BANDS.find(([years]) => from > yearsBefore(years))?.[1] ?? 'over5'
}

/**
 * Who may be asked: of the chosen tenures, each person once (an owner before a tenant, whatever rooms there are), and
 * nobody who wished for no contact (CP-066) or about whom a caution asks for quiet.
 */
export const frameOf = (
  residents: readonly Resident[],
  roles: readonly Tenure[],
  today: LocalDate,
): { members: Member[]; leftOut: Record<LeftOut, number> } => {
  const leftOut = { noCallback: 0, caution: 0, twice: 0 }
  const members = new Map<Uuid, Member>()
  const order: readonly Tenure[] = ['owner', 'shop', 'tenant', 'family']
  const wanted = residents
    .filter((r) => roles.includes(r.tenure))
    .toSorted((a, b) => order.indexOf(a.tenure) - order.indexOf(b.tenure) || (a.unitId < b.unitId ? -1 : 1))
  for (const one of wanted) {
    if (members.has(one.customerId)) leftOut.twice += 1
    else if (one.noCallback) leftOut.noCallback += 1
    else if (one.quiet) leftOut.caution += 1
    else members.set(one.customerId, { ...one, since: sinceBandOf(one.from, today) })
  }
  return { members: [...members.values()], leftOut }
}

const stratumKey = (
  { buildingId, tenure, since }: Pick<Member, 'buildingId' | 'tenure' | 'since'>,
  by: readonly StratumPart[],
): string =>
  [
    by.includes('building') ? buildingId : '',
    by.includes('tenure') ? tenure : '',
    by.includes('since') ? since : '',
  ].join('|')

/** Shares a size out by the members of the strata (largest remainder); fixed quotas come first, none beyond its members. */
export const quotasOf = (
  members: ReadonlyMap<string, number>,
  size: number | null,
  fixed: Readonly<Record<string, number>>,
): Map<string, number> => {
  const quotas = new Map<string, number>()
  const open: [string, number][] = []
  for (const [key, n] of members) {
    const said = fixed[key]
    if (said !== undefined) quotas.set(key, Math.min(said, n))
    else if (size === null) quotas.set(key, n)
    else open.push([key, n])
  }
  const spent = [...quotas.values()].reduce((sum, q) => sum + q, 0)
  const all = open.reduce((sum, [, n]) => sum + n, 0)
  const left = Math.min(Math.max(0, (size ?? 0) - spent), all)
  const shares = open.map(([key, n]) => ({ key, exact: all === 0 ? 0 : (left * n) / all }))
  for (const { key, exact } of shares) quotas.set(key, Math.floor(exact))
  let rest = left - shares.reduce((sum, { exact }) => sum + Math.floor(exact), 0)
  const byRemainder = shares.toSorted((a, b) => (b.exact % 1) - (a.exact % 1) || (a.key < b.key ? -1 : 1))
  for (const { key } of byRemainder) {
    if (rest === 0) break
    quotas.set(key, (quotas.get(key) ?? 0) + 1)
    rest -= 1
  }
  return quotas
}

export type Drawn = { key: string; members: readonly Member[]; quota: number; drawn: readonly Member[] }

/**
 * Draws the sample: within each stratum those whose lot is lowest. The lot comes from the seed and the person alone, so
 * the same seed draws the same people whatever the order of the rows (`lot` mixes them; any even hash will do).
 */
export const drawSample = (
  members: readonly Member[],
  sample: SurveySample,
  lot: (customerId: Uuid) => string,
): Drawn[] => {
  const by = sample.method === 'stratified' ? sample.by : []
  const strata = Map.groupBy(members, (m) => stratumKey(m, by))
  const size = sample.method === 'all' ? null : sample.size
  const sizes = new Map([...strata].map(([key, list]) => [key, list.length]))
  const quotas = quotasOf(sizes, size, sample.method === 'stratified' ? sample.quotas : {})
  return [...strata].map(([key, list]) => {
    const quota = quotas.get(key) ?? 0
    const lots = list.map((m) => ({ m, lot: lot(m.customerId) })).toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    return { key, members: list, quota, drawn: lots.slice(0, quota).map(({ m }) => m) }
  })
}
