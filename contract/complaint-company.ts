import { z } from 'zod'
import { CATEGORY_CODES } from './complaint-categories.ts'
import { PageQuery } from './paging.ts'
import { route } from './route.ts'
import { Instant, LocalDate, Uuid } from './values.ts'

const count = z.number().int()
const rate = z.number().nullable()
const Month = z
  .string()
  .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/)
  .meta({ description: 'calendar month', example: '2026-11' })

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
