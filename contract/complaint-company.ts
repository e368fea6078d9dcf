import { z } from 'zod'
import { CATEGORY_CODES, SUB_CODES } from './complaint-categories.ts'
import { complaint } from './kinds/complaint.ts'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'
import { Instant, LocalDate, Month, Uuid } from './values.ts'

const count = z.number().int()
const rate = z.number().nullable()

const Numbers = z.object({
  received: count,
  /** Received in the month before. */
  before: count,
  open: count,
  lateNow: count,
  major: count,
  hot: count,
  escalated: count,
  /** Days of the month that are over and have no signed tally (CP-127). */
  unsignedTallies: count,
  missingReports: count,
  lateReports: count,
  perHundredHouseholds: rate,
  perTenThousandM2: rate,
  /** Satisfied or basically satisfied among those who said how it was. */
  satisfied: rate,
})
/** CP-128: how far the report of the month is; `late` is what was not sent by its limit, or sent after it. */
const MONTHLY_REPORT_STATES = ['notBegun', 'draft', 'sent', 'late'] as const
export const CompanyComplaintRow = Numbers.extend({
  /** null: the estate was not there yet. */
  monthlyReport: z.enum(MONTHLY_REPORT_STATES).nullable(),
  estate: z.object({ id: Uuid, code: z.string(), name: z.string() }),
})
export type CompanyComplaintRow = z.infer<typeof CompanyComplaintRow>

export const COMPANY_SORTS = [
  'name',
  'received',
  'before',
  'open',
  'lateNow',
  'major',
  'hot',
  'escalated',
  'unsignedTallies',
  'missingReports',
  'lateReports',
  'perHundredHouseholds',
  'perTenThousandM2',
  'satisfied',
] as const
export type CompanySort = (typeof COMPANY_SORTS)[number]

/** Without a month: the one of today. */
const Query = PageQuery.extend({
  month: Month.optional(),
  sort: z.enum(COMPANY_SORTS).default('received'),
  direction: z.enum(['asc', 'desc']).default('desc'),
})

export const listCompanyComplaints = route({
  id: 'listCompanyComplaints',
  method: 'GET',
  path: '/api/v1/company/complaints',
  access: 'dashboard.company',
  tag: 'complaint-figures',
  summary: 'Complaints of a calendar month for each estate of the caller, with totals',
  query: Query,
  response: z.object({
    month: Month,
    from: LocalDate,
    to: LocalDate,
    asOf: Instant,
    totals: Numbers,
    estates: count,
    rows: z.array(CompanyComplaintRow),
    next: z.string().nullable(),
  }),
})

export const getCompanyComplaintTrend = route({
  id: 'getCompanyComplaintTrend',
  method: 'GET',
  path: '/api/v1/company/complaints/trend',
  access: 'dashboard.company',
  tag: 'complaint-figures',
  summary: 'Complaints of all estates of the caller in a month and the twelve before it, by category',
  query: z.object({ month: Month.optional() }),
  response: z.object({
    months: z.array(
      z.object({
        month: Month,
        count,
        categories: z.array(z.object({ category: z.enum([...CATEGORY_CODES, 'none']), count })),
      }),
    ),
  }),
})

/** A complaint found in any estate; who complained is read where it belongs, in its estate. */
export const FoundComplaint = z.object({
  estate: z.object({ id: Uuid, code: z.string(), name: z.string() }),
  id: Uuid,
  number: z.string(),
  title: z.string(),
  /** The final category, or the first guess while there is none (CP-012). */
  category: z.enum(SUB_CODES).nullable(),
  state: z.enum(complaint.states),
  open: z.boolean(),
  receivedOn: LocalDate,
})
export type FoundComplaint = z.infer<typeof FoundComplaint>

export const searchCompanyComplaints = route({
  id: 'searchCompanyComplaints',
  method: 'GET',
  path: '/api/v1/company/complaints/search',
  access: 'dashboard.company',
  tag: 'complaint-figures',
  summary: 'Complaints of all estates of the caller that hold all words, or have the number, newest first',
  query: PageQuery.extend({ q: z.string().trim().min(1).max(100) }),
  response: pageOf(FoundComplaint),
})
