import type { RosterField } from '#contract/roster-import.ts'
import type { LocalDate } from '#contract/values.ts'
import type { IdKind } from '../identity.rules.ts'
import type { PartyKind } from '../party-name.rules.ts'
import type { UnitNo } from '../unit-no.rules.ts'
import type { NoteCode, ProblemCode, SkipCode } from './problem-codes.ts'
import type { SheetLayout, SheetSkipReason } from './recognise-columns.ts'

export type RosterProblem = {
  sheet: string
  row: number
  /** The heading as printed. */
  column: string
  field: RosterField
  code: ProblemCode
  /** As it stands in the cell. */
  value: string
  severity: 'error' | 'warning'
  /** What the text of the code speaks of: the other row, the other name, a limit. */
  details: Record<string, string | number>
}

export type RosterParty = {
  /** Index in `Roster.customers`; -1 while the row is not yet counted, and in rows with an error. */
  customer: number
  name: string
  kind: PartyKind
  /** The party's own paper. */
  idNumber?: string
  idKind?: IdKind
  /** A company's cell that holds a person's paper: its representative's, or the keeper's of a one-man business. */
  representativeId?: { idNumber: string; idKind: IdKind }
  /** Level forms of `phone.rules.ts`. */
  phones: string[]
}
export type RosterTenant = RosterParty & { from?: LocalDate; to?: LocalDate; said: 'column' | 'remarks' }

export type RosterRow = {
  sheet: string
  row: number
  /** Further rows that a merged room joins to this one. */
  joinedRows: number[]
  /** Null if the row has an error in its room. */
  unit: UnitNo | null
  /** Square metres, up to four decimals. `inner`: only 套内面积 was given. */
  area: { m2: number; basis: 'gross' | 'inner' } | null
  innerArea: number | null
  unitType: string | null
  usage: string | null
  handoverDate: LocalDate | null
  owners: RosterParty[]
  tenants: RosterTenant[]
  vehicles: { plate: string }[]
  parking: UnitNo[]
  emergencyContact: { name: string | null; phones: string[] } | null
  remarks: string | null
  /** Values of columns that are not ours, by heading. */
  extra: Record<string, string>
  problems: RosterProblem[]
  notes: { code: NoteCode; column: string; value: string }[]
}

export type SkippedRow = {
  sheet: string
  row: number
  /** Rows in a run; only blank ones are counted together. */
  count: number
  why: SkipCode
  /** What stands there, cut to 100 characters. */
  text: string
  /** DOUBLE_SAME: where the same row stands first. */
  sameAs?: { sheet: string; row: number }
}

/** One person or company, however many units. */
export type RosterCustomer = {
  name: string
  kind: PartyKind
  idNumber?: string
  idKind?: IdKind
  representativeId?: { idNumber: string; idKind: IdKind }
  phones: string[]
  roles: ('owner' | 'tenant')[]
  /** Canonical keys. */
  units: string[]
}

export type RosterSheet =
  | { sheet: string; hidden: boolean; layout: SheetLayout; rows: number }
  | { sheet: string; hidden: boolean; skipped: SheetSkipReason }

export type RosterCounts = {
  /** Data rows: neither skipped nor headings; rows with an error are among them. */
  rows: number
  /** Rows that can be imported. */
  goodRows: number
  units: number
  flats: number
  shops: number
  villas: number
  parking: number
  /** Distinct owners and tenants of the rows that can be imported. */
  customers: number
  owners: number
  tenants: number
  vehicles: number
  parkingSpaces: number
  problemRows: number
  errors: number
  warnings: number
}

export type Roster = {
  sheets: RosterSheet[]
  rows: RosterRow[]
  customers: RosterCustomer[]
  skipped: SkippedRow[]
  problems: RosterProblem[]
  counts: RosterCounts
}

export type RosterSettings = {
  /** Square metres outside of which an area is doubted. */
  area: { least: number; most: number }
  /** From so many different customers on, one phone is pointed out. */
  phoneSharedBy: number
  /** Handover dates before this day are doubted. */
  earliestHandover: LocalDate
}
/** PROPOSED: no source names these limits. Commercial housing was first sold in 1980. */
export const DEFAULT_ROSTER_SETTINGS: RosterSettings = {
  area: { least: 1, most: 20_000 },
  phoneSharedBy: 3,
  earliestHandover: '1980-01-01',
}

export const canImport = (row: RosterRow): boolean =>
  row.unit !== null && !row.problems.some(({ severity }) => severity === 'error')
