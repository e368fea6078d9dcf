import type { Uuid } from '#contract/values.ts'

/** What each kind of row is called in its id. */
const KINDS = {
  company: 1,
  estate: 2,
  staff: 3,
  building: 4,
  unit: 5,
  customer: 6,
  phone: 7,
  residence: 8,
  vehicle: 9,
  matter: 10,
  timeline: 11,
  clock: 12,
  role: 13,
  account: 14,
  contact: 15,
  place: 16,
  look: 17,
  finding: 18,
} as const
type Kind = keyof typeof KINDS

const PREFIX = '0190c000'
const hex = (n: number, length: number) => n.toString(16).padStart(length, '0')

/** The id of the n-th row of a kind: the same on every machine, ascending, older than any id made today. */
export const idOf = (kind: Kind, n: number): Uuid => `${PREFIX}-${hex(KINDS[kind], 4)}-7000-8000-${hex(n, 12)}`

/** The same as SQL, `n` being an expression. */
export const idSql = (kind: Kind, n: string): string =>
  `('${PREFIX}-${hex(KINDS[kind], 4)}-7000-8000-' || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`

/** Every id made by the program itself lies above this one. */
export const LAST_BUILT: Uuid = `${PREFIX}-ffff-7000-8000-ffffffffffff`
