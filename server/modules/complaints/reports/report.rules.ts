import {
  type FirstReport,
  PART_NAMES,
  type PartName,
  partsOfReport,
  type ReportKind,
} from '#contract/complaint-report-parts.ts'
import type { Role } from '#contract/permissions.ts'
import type { Instant } from '#contract/values.ts'

export type Parts = Partial<Record<PartName, string>>

/** Parts as they are stored; what is no part of any report is left out. */
export const partsFrom = (stored: unknown): Parts => {
  if (typeof stored !== 'object' || stored === null) return {}
  const given = new Map<string, unknown>(Object.entries(stored))
  const found: Parts = {}
  for (const name of PART_NAMES) {
    const text = given.get(name)
    if (typeof text === 'string') found[name] = text
  }
  return found
}

/** CP-104: required parts that are still empty, in the order of the report. */
export const emptyParts = (kind: ReportKind, alsoServes: FirstReport | null, parts: Parts): PartName[] =>
  partsOfReport(kind, alsoServes)
    .filter(({ name, required }) => required && (parts[name] ?? '').trim() === '')
    .map(({ name }) => name)

/** Named parts replace what stood there, the others stay. Gives back what was replaced, so that nothing is lost. */
export const writeParts = (
  before: Parts,
  given: Partial<Record<PartName, string | undefined>>,
): { parts: Parts; replaced: Parts } => {
  const parts = { ...before }
  const replaced: Parts = {}
  for (const name of PART_NAMES) {
    const text = given[name]
    if (text === undefined || text === (before[name] ?? '')) continue
    if (before[name]) replaced[name] = before[name]
    parts[name] = text
  }
  return { parts, replaced }
}

/** Parts that a report of this kind does not have. */
export const strangeParts = (
  kind: ReportKind,
  alsoServes: FirstReport | null,
  given: Partial<Record<PartName, string | undefined>>,
): PartName[] => {
  const own = new Set(partsOfReport(kind, alsoServes).map(({ name }) => name))
  return PART_NAMES.filter((name) => given[name] !== undefined && !own.has(name))
}

/** A deadline that is reached exactly is kept. */
export const isLate = (dueAt: Instant | null, at: Instant): boolean => dueAt !== null && at > dueAt

/** CP-094, CP-100 to CP-102: the clock of the complaint that a submission ends. */
export const CLOCK_OF: Partial<Record<ReportKind, string>> = {
  majorFirst: 'complaint.majorReport',
  majorTopic: 'complaint.majorTopic',
  hotFirst: 'complaint.hotReport',
  hotTopic: 'complaint.hotTopic',
}

/** Whom a report is for (CP-094, CP-100, CP-101, CP-128 to CP-130, CP-135). */
export const RECIPIENTS: Readonly<Record<ReportKind, readonly Role[]>> = {
  majorFirst: ['qualityDept', 'companyLeader'],
  majorTopic: ['qualityDept', 'companyLeader'],
  hotFirst: ['qualityDept', 'companyLeader'],
  hotTopic: ['qualityDept', 'companyLeader'],
  caseAnalysis: ['qualityDept'],
  monthly: ['qualityDept'],
  quarterly: ['qualityDept'],
  legacy: ['qualityDept', 'developerCentre'],
}

/** CP-103: the other first report that a document may stand for. */
export const otherFirst = (kind: ReportKind): FirstReport | undefined =>
  kind === 'majorFirst' ? 'hotFirst' : kind === 'hotFirst' ? 'majorFirst' : undefined
