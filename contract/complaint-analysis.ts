import { z } from 'zod'
import { CHANNELS } from './channels.ts'
import { CATEGORY_CODES, CAUSE_FACTORS, CAUSE_SUBS, SUB_CODES } from './complaint-categories.ts'
import { CLOSE_TIMES, ComplaintFilter, FAULTS, OPEN_AGES, REPLY_TIMES } from './complaint-list.ts'
import { Month } from './complaint-publication.ts'
import { EstateParams } from './matters.ts'
import { LINES } from './permissions.ts'
import { route } from './route.ts'
import { Instant, LocalDate, Uuid } from './values.ts'

const count = z.number().int()
/** The same number of the period before stands beside each; `opens` is the list that the figure counts. */
const WithBefore = z.object({ count, before: count })
export const CaseFigure = WithBefore.extend({ opens: ComplaintFilter.nullable() })
export type CaseFigure = z.infer<typeof CaseFigure>

/** CP-123: one event is one case; how many people and how often they said it stands beside it. */
const Group = CaseFigure.extend({
  persons: count,
  times: count,
  open: count,
  late: count,
  notSatisfied: count,
  /** Cases that stand here by the first guess, because their cause is not found yet (CP-012). */
  unclassified: count,
  /** Part of all counted cases; null when there are none. */
  share: z.number().nullable(),
})
export type CaseGroup = z.infer<typeof Group>
/** Largest first, with the share of all down to here (Pareto). */
const Ranked = z.object({ count, share: z.number(), cumulative: z.number() })

const Spread = <const T extends readonly string[]>(buckets: T) =>
  z.object({
    buckets: z.array(CaseFigure.extend({ bucket: z.enum(buckets) })),
    /** In hours; null when there is nothing to measure. */
    medianHours: z.number().nullable(),
    p90Hours: z.number().nullable(),
    beforeMedianHours: z.number().nullable(),
    beforeP90Hours: z.number().nullable(),
  })

export const KPIS = [
  'K1',
  'K2',
  'K3',
  'K4',
  'K5',
  'K5inTime',
  'K6',
  'K7',
  'K8',
  'K9',
  'K10major',
  'K10hot',
  'K11',
  'K12',
  'K13households',
  'K13area',
  'K14',
] as const
/** A key figure of the specification: a share of a whole, a plain count, or a rate per hundred households or 10,000 m². */
export const Kpi = z.object({
  kpi: z.enum(KPIS),
  unit: z.enum(['share', 'count', 'rate']),
  part: count,
  whole: count.nullable(),
  value: z.number().nullable(),
  before: z.number().nullable(),
  target: z.number().nullable(),
  /** null: no target, or nothing to measure. */
  met: z.boolean().nullable(),
  opens: ComplaintFilter.nullable(),
})
export type Kpi = z.infer<typeof Kpi>

export const TrendPoint = z.object({
  from: LocalDate,
  to: LocalDate,
  count,
  persons: count,
  times: count,
  major: count,
  hot: count,
  late: count,
  closed: count,
  categories: z.array(z.object({ category: z.enum([...CATEGORY_CODES, 'none']), count })),
  opens: ComplaintFilter,
})
export type TrendPoint = z.infer<typeof TrendPoint>

const nullable = <const T extends readonly string[]>(values: T) => z.enum(values).nullable()
/** What is written into a report as well when it is submitted. */
export const ComplaintAnalysis = z.object({
  from: LocalDate,
  to: LocalDate,
  asOf: Instant,
  previous: z.object({ from: LocalDate, to: LocalDate }),
  cutoffDay: z.number().int(),
  households: count,
  floorAreaM2: z.number(),
  totals: z.object({
    counted: CaseFigure,
    persons: WithBefore,
    times: WithBefore,
    unverified: CaseFigure,
    notCounted: CaseFigure,
    open: CaseFigure,
    closed: CaseFigure,
    repeats: CaseFigure,
    reopened: WithBefore,
    repeatOf: WithBefore,
    major: CaseFigure,
    hot: CaseFigure,
    escalated: CaseFigure,
    unreasonable: CaseFigure,
    recategorised: CaseFigure,
    unclassified: CaseFigure,
  }),
  categories: z.array(
    Group.extend({
      category: nullable(CATEGORY_CODES),
      subs: z.array(Group.extend({ sub: z.enum(SUB_CODES) })),
    }),
  ),
  /** CP-132 (2): which sub-causes most complaints come from. */
  subPareto: z.array(Ranked.extend({ sub: z.enum(SUB_CODES) })),
  /** CP-132: `usual` is null where there are no periods before to compare with. */
  lines: z.array(
    Group.extend({
      line: nullable(LINES),
      usual: z.object({ mean: z.number(), periods: z.number().int() }).nullable().default(null),
    }),
  ),
  /** What makes a line one that has grown; null in figures that were fixed before it was asked. */
  growth: z.object({ from: z.number().int(), percent: z.number().int() }).nullable().default(null),
  /** CP-090: whose mistake it was; not yet known is neither. */
  faults: z.array(CaseFigure.extend({ ours: z.enum(FAULTS) })).default([]),
  buildings: z.array(Group.extend({ buildingId: Uuid.nullable(), name: z.string().nullable() })),
  factors: z.array(
    Group.extend({
      factor: nullable(CAUSE_FACTORS),
      /** Named beside another main factor. */
      secondary: CaseFigure,
      subs: z.array(Group.extend({ sub: z.enum(CAUSE_SUBS) })),
    }),
  ),
  factorPareto: z.array(Ranked.extend({ factor: z.enum(CAUSE_FACTORS) })),
  touchpoints: z.array(Group.extend({ touchpoint: z.string().nullable() })),
  channels: z.array(Group.extend({ channel: z.enum(CHANNELS) })),
  reply: Spread(REPLY_TIMES),
  closing: Spread(CLOSE_TIMES),
  openByAge: z.array(CaseFigure.extend({ bucket: z.enum(OPEN_AGES) })),
  promises: z.object({
    made: WithBefore,
    kept: WithBefore,
    broken: WithBefore,
    waiting: WithBefore,
    brokenCases: CaseFigure,
  }),
  satisfaction: z.array(
    CaseFigure.extend({ answer: z.enum(['satisfied', 'neutral', 'notSatisfied', 'notAsked', 'none']) }),
  ),
  /** CP-161: failures of the handling, whatever the complaint was about. */
  handling: z.object({
    lateReplies: CaseFigure,
    lateReports: WithBefore,
    missingReports: WithBefore,
    missingTallies: WithBefore,
    lateTallies: WithBefore,
  }),
  kpis: z.array(Kpi),
  trend: z.object({ statistical: z.array(TrendPoint), calendar: z.array(TrendPoint) }),
})
export type ComplaintAnalysis = z.infer<typeof ComplaintAnalysis>

export const getComplaintAnalysis = route({
  id: 'getComplaintAnalysis',
  method: 'GET',
  path: '/api/v1/estates/:estateId/complaint-analysis',
  access: 'complaint.read_reports',
  tag: 'complaint-figures',
  summary:
    'All figures about the complaints of a period, computed now, each with the period before and the list it counts',
  params: EstateParams,
  query: z.object({
    /** Without days: the month of this kind that is named, or that of today. */
    from: LocalDate.optional(),
    to: LocalDate.optional(),
    months: z.enum(['statistical', 'calendar']).default('statistical'),
    month: Month.optional(),
    compareMonths: z.coerce.number().int().min(0).max(36).default(12),
  }),
  response: ComplaintAnalysis,
})
