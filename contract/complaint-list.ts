import { z } from 'zod'
import { CHANNELS, FLAGS } from './channels.ts'
import { CATEGORY_CODES, CAUSE_FACTORS, CAUSE_SUBS, SUB_CODES, SubCode } from './complaint-categories.ts'
import { complaint } from './kinds/complaint.ts'
import { GRADES, VOLUMES } from './kinds/complaint-needs.ts'
import { EstateParams, MatterLine } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { LINES } from './permissions.ts'
import { route } from './route.ts'
import { Fen, Instant, LocalDate, Uuid } from './values.ts'

/** How long until the first reply, until the closing, and how old what is still open. */
export const REPLY_TIMES = ['within1h', 'within4h', 'within24h', 'within48h', 'within72h', 'later', 'none'] as const
export const CLOSE_TIMES = ['within1d', 'within3d', 'within7d', 'within14d', 'within30d', 'later', 'open'] as const
export const OPEN_AGES = ['today', 'days1to2', 'days3to7', 'days8to30', 'over30'] as const
/** Which rule gives the reply its deadline: the same day, two working days, or that of posts on line (K1 to K3). */
const REPLY_CLASSES = ['oral', 'written', 'online'] as const
/** CP-093: whether it came from a mistake of ours. */
export const FAULTS = ['yes', 'no', 'unknown'] as const
/** `yes` is what enters the statistics (CP-121: also what nobody has verified yet), `no` what does not. */
const COUNTED_AS = ['yes', 'no', 'unverified'] as const

/** What customers may feel pestered by (quality-model.md 8.4); their words: content/annoyances.ts. */
export const PESTERS = ['messages', 'calls', 'visits', 'selling', 'noise'] as const
export type Pester = (typeof PESTERS)[number]

const YesNo = z.enum(['true', 'false'])
const orNone = <const T extends readonly string[]>(values: T) => z.enum([...values, 'none'])

/** Every figure of the analysis opens this list with one of these filters; both days are included and go by the receipt. */
export const ComplaintFilter = z.object({
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  /** The final category, or the first guess while there is none. */
  category: orNone(CATEGORY_CODES).optional(),
  sub: SubCode.optional(),
  classified: YesNo.optional(),
  /** The category was changed after the cause was found (K12). */
  recategorised: YesNo.optional(),
  line: orNone(LINES).optional(),
  buildingId: z.union([Uuid, z.literal('none')]).optional(),
  factor: orNone(CAUSE_FACTORS).optional(),
  factorSub: z.enum(CAUSE_SUBS).optional(),
  secondaryFactor: z.enum(CAUSE_FACTORS).optional(),
  ours: z.enum(FAULTS).optional(),
  touchpoint: z
    .string()
    .regex(/^(T\d\d|none)$/)
    .optional(),
  channel: z.enum(CHANNELS).optional(),
  flag: z.enum(FLAGS).optional(),
  counted: z.enum(COUNTED_AS).optional(),
  grade: orNone(GRADES).optional(),
  pester: z.enum(PESTERS).optional(),
  /** FD-790: what was planned, as it could not be solved for the moment, is not carried out yet. */
  planOpen: YesNo.optional(),
  /** CP-152: the volume of the archive that it lies in. */
  volume: z.enum(VOLUMES).optional(),
  satisfaction: z.enum(['satisfied', 'neutral', 'notSatisfied', 'notAsked', 'none']).optional(),
  state: z.enum(complaint.states).optional(),
  open: YesNo.optional(),
  /** The first reply came late, or is owed and late now. */
  late: YesNo.optional(),
  /** CP-063: without any contact, and not answered on the board. */
  replyNotPossible: YesNo.optional(),
  /** Any of its deadlines is over now, also one that no sweep has marked yet. */
  overdue: YesNo.optional(),
  replyClass: z.enum(REPLY_CLASSES).optional(),
  replyTime: z.enum(REPLY_TIMES).optional(),
  closeTime: z.enum(CLOSE_TIMES).optional(),
  age: z.enum(OPEN_AGES).optional(),
  brokenPromise: YesNo.optional(),
  /** Reopened, or the same matter again after it was archived (K7). */
  repeat: YesNo.optional(),
  major: YesNo.optional(),
  hot: YesNo.optional(),
  escalated: YesNo.optional(),
  q: z.string().trim().max(100).optional(),
})
export type ComplaintFilter = z.output<typeof ComplaintFilter>
export const ComplaintQuery = ComplaintFilter.extend(PageQuery.shape)
export type ComplaintQuery = z.output<typeof ComplaintQuery>

/** A line of a list of complaints: what every matter shows, and what the figures are made of. */
export const ComplaintLine = MatterLine.extend({
  receivedOn: LocalDate,
  categoryInitial: z.enum(SUB_CODES).nullable(),
  categoryFinal: z.enum(SUB_CODES).nullable(),
  secondaryCategory: z.enum(CATEGORY_CODES).nullable(),
  factor: z.enum(CAUSE_FACTORS).nullable(),
  factorSub: z.enum(CAUSE_SUBS).nullable(),
  building: z.object({ id: Uuid, name: z.string() }).nullable(),
  touchpoint: z.string().nullable(),
  persons: z.number().int(),
  times: z.number().int(),
  /** null: not yet verified. */
  counted: z.boolean().nullable(),
  notCountedReason: z.string().nullable(),
  grade: z.enum(GRADES).nullable(),
  volume: z.enum(VOLUMES).nullable(),
  hotAt: Instant.nullable(),
  majorAt: Instant.nullable(),
  escalatedAt: Instant.nullable(),
  claimFen: Fen,
  replyDueAt: Instant.nullable(),
  firstReplyAt: Instant.nullable(),
  replyLate: z.boolean(),
  replyNotPossible: z.boolean(),
  reopenedCount: z.number().int(),
  contactPhone: z.string().nullable().meta({ description: 'masked' }),
})
export type ComplaintLine = z.infer<typeof ComplaintLine>

export const listComplaints = route({
  id: 'listComplaints',
  method: 'GET',
  path: '/api/v1/estates/:estateId/complaints',
  access: 'complaint.read_reports',
  tag: 'complaint-figures',
  summary: 'Complaints with what the figures are made of, newest first; every figure opens this list',
  params: EstateParams,
  query: ComplaintQuery,
  response: pageOf(ComplaintLine),
})
