import { z } from 'zod'
import { ComplaintAnalysis } from './complaint-analysis.ts'
import { FIRST_REPORTS, PART_NAMES, REPORT_KINDS } from './complaint-report-parts.ts'
import { EstateParams, MatterParams, Person } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'
import { Fen, Instant, LocalDate, optionalText, Uuid } from './values.ts'

const base = '/api/v1/estates/:estateId/complaint-reports'
/** `complaint.read_legacy` sees only submitted lists of what the developer left behind (CP-130). */
const READERS = ['complaint.read_reports', 'complaint.read_legacy'] as const
const Lang = z.object({ lang: z.enum(['zh', 'en']).default('zh') })

export const REPORT_STATES = ['draft', 'submitted', 'voided'] as const
export const ReportLine = z.object({
  id: Uuid,
  kind: z.enum(REPORT_KINDS),
  matter: z.object({ id: Uuid, number: z.string(), title: z.string() }).nullable(),
  from: LocalDate.nullable(),
  to: LocalDate.nullable(),
  revision: z.number().int(),
  state: z.enum(REPORT_STATES),
  /** Why nobody owes it any more; `into` is the complaint that the one it was about was merged into. */
  voided: z
    .object({
      at: Instant,
      reason: z.enum(['merged', 'notComplaint']),
      into: z.object({ id: Uuid, number: z.string() }).nullable(),
    })
    .nullable(),
  alsoServes: z.enum(FIRST_REPORTS).nullable(),
  /** The document that stands for this one as well (CP-103). */
  servedBy: Uuid.nullable(),
  dueAt: Instant.nullable(),
  /** CP-128a: of a report about a period, the internal target before the limit. */
  targetAt: Instant.nullable(),
  /** FD-005: no days off are known for the days of its limit; only weekends were counted. */
  calendarMissing: z.boolean(),
  overdue: z.boolean(),
  /** null until it is submitted. */
  late: z.boolean().nullable(),
  createdAt: Instant,
  createdBy: Person.nullable(),
  submittedAt: Instant.nullable(),
  submittedBy: Person.nullable(),
  version: z.number().int(),
})
export type ReportLine = z.infer<typeof ReportLine>

/** What is known of the complaint that a report is about. */
export const MatterFacts = z.object({
  number: z.string(),
  title: z.string(),
  state: z.string(),
  channel: z.string(),
  receivedAt: Instant,
  customer: z.string().nullable(),
  unit: z.string().nullable(),
  place: z.string().nullable(),
  customerSaid: z.string().nullable(),
  feeling: z.string().nullable(),
  wish: z.string().nullable(),
  claimFen: Fen,
  compensationFen: Fen.nullable(),
  category: z.string().nullable(),
  classified: z.boolean(),
  cause: z.string().nullable(),
  factor: z.string().nullable(),
  persons: z.number().int(),
  times: z.number().int(),
  impact: z.string().nullable(),
  proposal: z.string().nullable(),
  result: z.string().nullable(),
  replyDueAt: Instant.nullable(),
  firstReplyAt: Instant.nullable(),
  majorAt: Instant.nullable(),
  hotAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  satisfaction: z.string().nullable(),
  owner: z.string(),
  handler: z.string().nullable(),
  /** What happened, oldest first. */
  course: z.array(z.object({ at: Instant, who: z.string(), verb: z.string(), text: z.string().nullable() })),
})
export type MatterFacts = z.infer<typeof MatterFacts>

/** One line of the content of a period (CP-131): cause, measure and result of a case. */
export const CaseLine = z.object({
  id: Uuid,
  number: z.string(),
  receivedOn: LocalDate,
  title: z.string(),
  category: z.string().nullable(),
  cause: z.string().nullable(),
  measure: z.string().nullable(),
  line: z.string().nullable(),
  persons: z.number().int(),
  times: z.number().int(),
  major: z.boolean(),
  hot: z.boolean(),
  state: z.string(),
  closedOn: LocalDate.nullable(),
  satisfaction: z.string().nullable(),
})
export type CaseLine = z.infer<typeof CaseLine>

/** Computed anew while it is a draft; as they stood when it was submitted from then on. */
export const ReportFigures = z.discriminatedUnion('about', [
  z.object({ about: z.literal('matter'), facts: MatterFacts }),
  z.object({ about: z.literal('period'), analysis: ComplaintAnalysis, cases: z.array(CaseLine) }),
])
export type ReportFigures = z.infer<typeof ReportFigures>

/** A hundred lines of the content; the Excel file holds all. */
export const ReportView = ReportLine.extend({
  parts: z.array(z.object({ name: z.enum(PART_NAMES), required: z.boolean(), text: z.string() })),
  figures: ReportFigures,
  figuresFrozen: z.boolean(),
  caseCount: z.number().int(),
})
export type ReportView = z.infer<typeof ReportView>

export const listComplaintReports = route({
  id: 'listComplaintReports',
  method: 'GET',
  path: base,
  access: READERS,
  tag: 'complaint-reports',
  summary: 'Reports about complaints and periods, newest first',
  params: EstateParams,
  query: PageQuery.extend({
    kind: z.enum(REPORT_KINDS).optional(),
    /** Left out: all but the voided ones. */
    state: z.enum(REPORT_STATES).optional(),
    late: z.enum(['true', 'false']).optional(),
    overdue: z.enum(['true', 'false']).optional(),
    matterId: Uuid.optional(),
    from: LocalDate.optional(),
    to: LocalDate.optional(),
  }),
  response: pageOf(ReportLine),
})

export const openComplaintReport = route({
  id: 'openComplaintReport',
  method: 'POST',
  path: base,
  access: 'complaint.report',
  tag: 'complaint-reports',
  summary: 'Open the draft of a report about one complaint, or about the statistical month or quarter of a day',
  params: EstateParams,
  body: z.strictObject({ kind: z.enum(REPORT_KINDS), matterId: Uuid.optional(), day: LocalDate.optional() }),
  response: ReportView,
  status: 201,
})

export const getComplaintReport = route({
  id: 'getComplaintReport',
  method: 'GET',
  path: `${base}/:id`,
  access: READERS,
  tag: 'complaint-reports',
  summary: 'One report with its parts and figures: live while it is a draft, fixed once submitted',
  params: MatterParams,
  response: ReportView,
})

/** A part that is not named stays as it is. */
const Parts = z.strictObject(
  Object.fromEntries(PART_NAMES.map((name) => [name, optionalText(8000)])) as Record<
    (typeof PART_NAMES)[number],
    ReturnType<typeof optionalText>
  >,
)
export const saveComplaintReport = route({
  id: 'saveComplaintReport',
  method: 'PUT',
  path: `${base}/:id/parts`,
  access: 'complaint.report',
  tag: 'complaint-reports',
  summary: 'Write parts of a draft; those that are not named stay, and what stood there before is on the record',
  params: MatterParams,
  body: z.strictObject({
    version: z.number().int().min(1),
    parts: Parts,
    alsoServes: z.enum(FIRST_REPORTS).nullable().optional(),
  }),
  response: ReportView,
})

export const submitComplaintReport = route({
  id: 'submitComplaintReport',
  method: 'POST',
  path: `${base}/:id/submit`,
  access: 'complaint.report',
  tag: 'complaint-reports',
  summary: 'Submit a report: its figures are fixed, its deadline ends, and those it is for are told',
  params: MatterParams,
  body: z.strictObject({ version: z.number().int().min(1) }),
  response: ReportView,
})

export const reviseComplaintReport = route({
  id: 'reviseComplaintReport',
  method: 'POST',
  path: `${base}/:id/revise`,
  access: 'complaint.report',
  tag: 'complaint-reports',
  summary: 'Begin a new revision of a submitted report; the submitted one stays as it is',
  params: MatterParams,
  body: z.strictObject({ version: z.number().int().min(1) }),
  response: ReportView,
  status: 201,
})

export const printComplaintReport = route({
  id: 'printComplaintReport',
  method: 'GET',
  path: `${base}/:id/print.pdf`,
  access: READERS,
  tag: 'complaint-reports',
  summary: 'The report as a printed document with its figures and charts',
  params: MatterParams,
  query: Lang,
  response: z.unknown(),
})

export const exportComplaintReport = route({
  id: 'exportComplaintReport',
  method: 'GET',
  path: `${base}/:id/cases.xlsx`,
  access: READERS,
  tag: 'complaint-reports',
  summary: 'The complaints behind a report as an Excel file; who exported what is logged',
  params: MatterParams,
  query: Lang,
  response: z.unknown(),
})
