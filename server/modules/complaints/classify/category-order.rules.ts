import { type Category, type CauseFactor, categoryOf } from '#contract/complaint-categories.ts'

/** CP-011: the case types that a definition names expressly; whoever caused it, their sub-code holds. */
const NAMED = {
  illegalBuilding: 'C1.3',
  renovationSupervision: 'C1.4',
  outsiders: 'C3.1',
  vehicles: 'C3.3',
  radio: 'C3.5',
  shopSurroundings: 'C4.5',
  otherNoise: 'C4.6',
  homeService: 'C5.1',
  residentsBus: 'C5.6',
  charging: 'C5.7',
  pets: 'C6.1',
  dailyNoise: 'C6.2',
  adjoiningRepair: 'C6.3',
} as const satisfies Record<string, string>
export type NamedType = keyof typeof NAMED

/** CP-014 (5) and (6): which of our own duties it was. */
const PART = {
  buildingParts: 'C1',
  equipment: 'C2',
  orderAndSafety: 'C3',
  environment: 'C4',
  other: 'C5',
} as const satisfies Record<string, Category>
export type OwnPart = keyof typeof PART

/** CP-016, CP-017: what a contractor or one of our people was doing, with the sub-code where only one can be meant. */
const BUSINESS = {
  commonParts: { category: 'C1' },
  commonEquipment: { category: 'C2' },
  lift: { category: 'C2', code: 'C2.7' },
  security: { category: 'C3' },
  vehicleControl: { category: 'C3', code: 'C3.3' },
  cleaning: { category: 'C4' },
  greening: { category: 'C4', code: 'C4.1' },
  desk: { category: 'C5' },
  cashier: { category: 'C5', code: 'C5.7' },
  homeService: { category: 'C5', code: 'C5.1' },
} as const satisfies Record<string, { category: Category; code?: string }>
export type Business = keyof typeof BUSINESS

/** Whose duty the cause lay with. */
export type Duty =
  /** Government, municipal company or another outside body; `ours` when we had a direct duty all the same. */
  | { of: 'outside'; ours?: OwnPart }
  | { of: 'developer' }
  /** Another resident; `failed` when our own supervision failed beside them (CP-015). */
  | { of: 'resident'; failed?: OwnPart }
  | { of: 'us'; part: OwnPart }
  | { of: 'contractor'; business: Business }
  /** The conduct of one of our people (CP-017). */
  | { of: 'staff'; business: Business }

export type Finding = {
  named?: NamedType
  duty: Duty
  /** The sub-code the finder has in mind; kept only where it lies in the category that the order gives. */
  code?: string
}

export type Placed = {
  category: Category
  /** Null: the order gives the category only, somebody still chooses the sub-code. */
  code: string | null
  secondary: Category | null
  /** CP-017: conduct carries the factor `man`; what else caused it is for the finder to say. */
  factor: CauseFactor | null
  rule: 'CP-011' | 'CP-014' | 'CP-015' | 'CP-016' | 'CP-017'
}

type Place = { category: Category; code?: string; rule: Placed['rule'] }

/** CP-015: a failure of our own beside a resident's deed; an own failure never hides as a dispute. */
const failureOf = ({ duty }: Finding): OwnPart | undefined => (duty.of === 'resident' ? duty.failed : undefined)

/** CP-014 (2) to (6), with CP-015 to CP-017 where they are more exact. */
const byDuty = (duty: Duty): Place => {
  switch (duty.of) {
    case 'outside':
      return { category: duty.ours ? PART[duty.ours] : 'C8', rule: 'CP-014' }
    case 'developer':
      return { category: 'C7', rule: 'CP-014' }
    case 'resident':
      return duty.failed ? { category: PART[duty.failed], rule: 'CP-015' } : { category: 'C6', rule: 'CP-014' }
    case 'us':
      return { category: PART[duty.part], rule: 'CP-014' }
    case 'contractor':
      return { ...BUSINESS[duty.business], rule: 'CP-016' }
    case 'staff':
      return { ...BUSINESS[duty.business], rule: 'CP-017' }
  }
}

/** CP-014 (1): the named type, unless it names a dispute behind which a failure of ours stands (CP-015). */
const byName = (finding: Finding): Place | undefined => {
  if (!finding.named) return undefined
  const code = NAMED[finding.named]
  const category = categoryOf(code)
  return category === 'C6' && failureOf(finding) ? undefined : { category, code, rule: 'CP-011' }
}

/**
 * CP-011, CP-014 to CP-017: the category of a complaint from what was found, in the order of CP-014. The words of the
 * customer have no say here; they only led to the first guess.
 */
export const placeByCause = (finding: Finding): Placed => {
  const { category, code, rule } = byName(finding) ?? byDuty(finding.duty)
  const chosen = finding.code?.startsWith(`${category}.`) ? finding.code : undefined
  return {
    category,
    code: (rule === 'CP-011' ? code : (chosen ?? code)) ?? null,
    secondary: failureOf(finding) && category !== 'C6' ? 'C6' : null,
    factor: finding.duty.of === 'staff' ? 'man' : null,
    rule,
  }
}
