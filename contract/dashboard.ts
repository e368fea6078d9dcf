import { z } from 'zod'
import { MATTER_TYPES } from './channels.ts'
import { EstateParams, MatterFilter, MatterLine } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { LINES } from './permissions.ts'
import { route } from './route.ts'
import { Instant, LocalDate } from './values.ts'

const base = '/api/v1/estates/:estateId'

/**
 * Service levels that the clocks of matters measure (quality-model.md 8.2): lines that said in time when they can come, visits
 * done as agreed, callbacks made in time.
 */
export const MEASURED_CLOCKS = {
  response: ['service.availability'],
  visits: ['service.visit'],
  callbacks: ['service.callback', 'complaint.callback', 'matter.callback'],
} as const
export const CLOCK_MEASURES = ['response', 'visits', 'callbacks'] as const satisfies (keyof typeof MEASURED_CLOCKS)[]

/** Which list a figure is the length of, so that figure and list never disagree. */
export const FigureList = z.discriminatedUnion('list', [
  z.object({ list: z.literal('matters'), filter: MatterFilter.partial() }),
  z.object({
    list: z.literal('missed'),
    filter: z.object({
      clock: z.string().optional(),
      date: LocalDate.optional(),
      firstReply: z.literal('true').optional(),
      measure: z.enum(CLOCK_MEASURES).optional(),
      from: LocalDate.optional(),
      to: LocalDate.optional(),
    }),
  }),
  z.object({ list: z.literal('calls'), filter: z.object({ from: LocalDate, to: LocalDate, over: z.literal('true') }) }),
  z.object({
    list: z.literal('callbackResults'),
    filter: z.object({
      satisfaction: z.enum(['satisfied', 'neutral', 'notSatisfied']).optional(),
      from: LocalDate,
      to: LocalDate,
    }),
  }),
  z.object({
    list: z.literal('rounds'),
    filter: z.object({ from: LocalDate, to: LocalDate, missed: z.literal('true') }),
  }),
])
export type FigureList = z.infer<typeof FigureList>
/** `opens` is null where no list of the product can show exactly these. */
export const Figure = z.object({ count: z.number().int(), opens: FigureList.nullable() })
export type Figure = z.infer<typeof Figure>

export const AGE_BUCKETS = ['today', 'days1to2', 'days3to7', 'days8to30', 'over30'] as const
const Satisfaction = z.object({
  satisfied: Figure,
  neutral: Figure,
  notSatisfied: Figure,
  share: z.number().nullable(),
})

export const Dashboard = z.object({
  date: LocalDate,
  asOf: Instant,
  received: z.object({
    total: Figure,
    byType: z.array(Figure.extend({ contactType: z.enum(MATTER_TYPES) })),
    /** Twenty-four numbers; each opens the whole day. */
    byHour: z.array(z.object({ hour: z.number().int(), contactType: z.enum(MATTER_TYPES), count: z.number().int() })),
  }),
  open: z.object({
    total: Figure,
    byAge: z.array(Figure.extend({ bucket: z.enum(AGE_BUCKETS) })),
    byLine: z.array(
      Figure.extend({ line: z.enum(LINES).nullable(), byAge: z.array(Figure.extend({ bucket: z.enum(AGE_BUCKETS) })) }),
    ),
  }),
  dueSoon: Figure.extend({ before: Instant }),
  overdue: Figure,
  /** Clocks that run late now, and clocks that were missed on the day. */
  late: z.array(Figure.extend({ clock: z.string() })),
  missed: z.array(Figure.extend({ clock: z.string() })),
  /** FD-810: rounds of the day whose time ran out, also when they were done later; null: the reader may not see rounds. */
  missedRounds: Figure.nullable(),
  satisfaction: z.object({ day: Satisfaction, week: Satisfaction }),
  closed: Figure,
  /** First replies that fell due or were given on the day: how many were kept. */
  firstReply: z.object({ kept: z.number().int(), missed: Figure, share: z.number().nullable() }),
})
export type Dashboard = z.infer<typeof Dashboard>

export const getDashboard = route({
  id: 'getDashboard',
  method: 'GET',
  path: `${base}/dashboard`,
  access: 'dashboard.read',
  tag: 'dashboard',
  summary: 'The figures of a day, each with the list that it counts',
  params: EstateParams,
  query: z.object({ date: LocalDate.optional() }),
  response: Dashboard,
})

export const listMissed = route({
  id: 'listMissed',
  method: 'GET',
  path: `${base}/missed-clocks`,
  access: 'dashboard.read',
  tag: 'dashboard',
  summary:
    'Matters whose clock runs late now or (with a date) was missed on that day; of a measure those kept in those days too',
  params: EstateParams,
  query: PageQuery.extend({
    clock: z.string().max(60).optional(),
    date: LocalDate.optional(),
    firstReply: z.enum(['true']).optional(),
    /** The clocks that a service level is measured by, kept or missed between two days. */
    measure: z.enum(CLOCK_MEASURES).optional(),
    from: LocalDate.optional(),
    to: LocalDate.optional(),
  }),
  response: pageOf(
    z.object({
      matter: MatterLine,
      clock: z.string(),
      dueAt: Instant,
      breachedAt: Instant.nullable(),
      endedAt: Instant.nullable(),
    }),
  ),
})
