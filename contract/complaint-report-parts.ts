/** What is written about one complaint (CP section 8, CP-134, CP-135) or about a period (CP-128 to CP-130). */
export const MATTER_REPORTS = ['majorFirst', 'majorTopic', 'hotFirst', 'hotTopic', 'caseAnalysis'] as const
export const PERIOD_REPORTS = ['monthly', 'quarterly', 'legacy'] as const
export const REPORT_KINDS = [...MATTER_REPORTS, ...PERIOD_REPORTS] as const
export type MatterReport = (typeof MATTER_REPORTS)[number]
export type PeriodReport = (typeof PERIOD_REPORTS)[number]
export type ReportKind = (typeof REPORT_KINDS)[number]

/** CP-103: the two first reports; one document may be both. */
export const FIRST_REPORTS = ['majorFirst', 'hotFirst'] as const
export type FirstReport = (typeof FIRST_REPORTS)[number]

/** Every part that a person writes; names and hints: content/texts/complaint-reports.ts. */
export const PART_NAMES = [
  'factsSoFar',
  'claimAndGrounds',
  'customer',
  'presentHandling',
  'risk',
  'helpNeeded',
  'content',
  'cause',
  'difficulties',
  'processAndResult',
  'whyWorse',
  'mainProblem',
  'lessons',
  'correctiveMeasures',
  'overall',
  'lineComparison',
  'focus',
  'typicalCases',
  'lessonsAndPrevention',
  'summary',
  'projectRelation',
  'legacyDesign',
  'legacyWork',
  'legacyUse',
] as const
export type PartName = (typeof PART_NAMES)[number]
export type ReportPart = { name: PartName; required: boolean }

const required = (...names: PartName[]): ReportPart[] => names.map((name) => ({ name, required: true }))
const analysis = [
  ...required(
    'overall',
    'lineComparison',
    'focus',
    'typicalCases',
    'correctiveMeasures',
    'lessonsAndPrevention',
    'summary',
  ),
  { name: 'projectRelation', required: false },
] as const satisfies readonly ReportPart[]

/** The lists of section 8, CP-131, CP-132 and CP-134, in the order in which they are read. */
export const REPORT_PARTS: Readonly<Record<ReportKind, readonly ReportPart[]>> = {
  majorFirst: required('factsSoFar', 'claimAndGrounds', 'customer', 'presentHandling', 'risk', 'helpNeeded'),
  majorTopic: required('content', 'cause', 'processAndResult', 'lessons', 'correctiveMeasures'),
  hotFirst: required('content', 'cause', 'presentHandling', 'difficulties', 'helpNeeded'),
  hotTopic: required('content', 'cause', 'processAndResult', 'lessons', 'correctiveMeasures'),
  caseAnalysis: required('mainProblem', 'cause', 'processAndResult', 'whyWorse', 'lessons', 'correctiveMeasures'),
  monthly: analysis,
  quarterly: analysis,
  legacy: required('legacyDesign', 'legacyWork', 'legacyUse'),
}

/** CP-103: the parts of a document; one that serves as both first reports holds both lists. */
export const partsOfReport = (kind: ReportKind, alsoServes: FirstReport | null): readonly ReportPart[] => {
  const own = REPORT_PARTS[kind]
  if (alsoServes === null || alsoServes === kind) return own
  return [...own, ...REPORT_PARTS[alsoServes].filter(({ name }) => own.every((part) => part.name !== name))]
}

export const isMatterReport = (kind: ReportKind): kind is MatterReport => MATTER_REPORTS.some((k) => k === kind)
