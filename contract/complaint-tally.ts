import { z } from 'zod'
import { CHANNELS, CONTACT_TYPES } from './channels.ts'
import { DayRange } from './desk.ts'
import { KIND_NAMES } from './kinds/kinds.ts'
import { EstateParams, Person } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'
import { Instant, LocalDate, LocalTime, optionalText, Uuid } from './values.ts'

const base = '/api/v1/estates/:estateId/complaint-tally'
const READERS = ['complaint.read_reports', 'complaint.report'] as const

/** The parts of a tally (CP-127a), in the order in which they are read. */
export const TALLY_SECTIONS = ['received', 'notAccepted', 'due', 'promises', 'carried', 'onSite'] as const
export type TallySection = (typeof TALLY_SECTIONS)[number]

export const TallyItem = z.object({
  /** Of the matter; in `promises` of the promise. */
  id: Uuid,
  matterId: Uuid,
  number: z.string(),
  title: z.string(),
  kind: z.enum(KIND_NAMES),
  contactType: z.enum(CONTACT_TYPES),
  channel: z.enum(CHANNELS),
  receivedAt: Instant,
  /** Received on an earlier day and too late for its tally; it stays dated by its receipt. */
  receivedEarlier: z.boolean(),
  state: z.string(),
  open: z.boolean(),
  owner: Person,
  handler: Person.nullable(),
  /** What is due next; in `promises` the promised time. */
  dueAt: Instant.nullable(),
  overdue: z.boolean(),
  /** What was promised; in `promises` null is the time at which we come back (CP-042). */
  promise: z.string().nullable(),
})
export type TallyItem = z.infer<typeof TallyItem>

const count = z.number().int()
export const TallyCounts = z.object({
  channels: z.array(z.object({ channel: z.enum(CHANNELS), count })),
  sections: z.object({
    received: count,
    notAccepted: count,
    due: count,
    promises: count,
    carried: count,
    onSite: count,
  }),
})
export type TallyCounts = z.infer<typeof TallyCounts>

/** `open`: today, until midnight; `missing`: a day went by without a signature (CP-161: a failure of handling). */
const TALLY_STATES = ['open', 'signed', 'missing'] as const
export const TallyDay = z.object({
  date: LocalDate,
  state: z.enum(TALLY_STATES),
  preparedAt: Instant.nullable(),
  signed: z.object({ at: Instant, by: Person }).nullable(),
  note: z.string().nullable(),
  /** Of the signed list; null while unsigned. Nought is a nil tally. */
  received: count.nullable(),
  /** When the lead was told that it is missing. */
  missingToldAt: Instant.nullable(),
})
export type TallyDay = z.infer<typeof TallyDay>

export const getComplaintTally = route({
  id: 'getComplaintTally',
  method: 'GET',
  path: base,
  access: READERS,
  tag: 'complaints',
  summary: 'The complaint tally of a day: as it was signed, or as it stands now; and the day before',
  params: EstateParams,
  query: z.object({ date: LocalDate.optional() }),
  response: z.object({
    day: TallyDay,
    counts: TallyCounts,
    /** It can be signed from this local time on. */
    due: LocalTime,
    dayBefore: TallyDay.nullable(),
  }),
})
export const listComplaintTallyItems = route({
  id: 'listComplaintTallyItems',
  method: 'GET',
  path: `${base}/items`,
  access: READERS,
  tag: 'complaints',
  summary: 'One part of the complaint tally of a day, oldest first',
  params: EstateParams,
  query: PageQuery.extend({ date: LocalDate.optional(), section: z.enum(TALLY_SECTIONS).default('received') }),
  response: pageOf(TallyItem),
})
export const signComplaintTally = route({
  id: 'signComplaintTally',
  method: 'POST',
  path: `${base}/sign`,
  access: 'complaint.report',
  tag: 'complaints',
  summary: 'Sign the complaint tally of today, also an empty one; refused before its time and when it is signed',
  params: EstateParams,
  body: z.strictObject({ date: LocalDate, note: optionalText(2000) }),
  response: TallyDay,
})
export const listComplaintTallyDays = route({
  id: 'listComplaintTallyDays',
  method: 'GET',
  path: `${base}/days`,
  access: READERS,
  tag: 'complaints',
  summary: 'Days with their complaint tally, missing ones too, newest first',
  params: EstateParams,
  query: DayRange.extend({ state: z.enum(TALLY_STATES).optional(), ...PageQuery.shape }),
  response: pageOf(TallyDay),
})

export const printComplaintTally = route({
  id: 'printComplaintTally',
  method: 'GET',
  path: `${base}/print.pdf`,
  access: READERS,
  tag: 'complaints',
  summary: 'The complaint tally of a day as a printed form',
  params: EstateParams,
  query: z.object({ date: LocalDate.optional(), lang: z.enum(['zh', 'en']).default('zh') }),
  response: z.unknown(),
})
