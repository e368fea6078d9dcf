import { z } from 'zod'
import { CategoryCode, SubCode } from './complaint-categories.ts'
import { EstateParams, Person } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'
import { Instant, LocalDate, optionalText, text, Uuid } from './values.ts'

const base = '/api/v1/estates/:estateId/complaint-publications'
const READERS = ['complaint.read_reports', 'complaint.report'] as const

export const Month = z
  .string()
  .regex(/^(20|21)\d\d-(0[1-9]|1[0-2])$/)
  .meta({ description: 'calendar month', example: '2026-11' })
export type Month = z.infer<typeof Month>

/** CP-137: where residents read it. */
export const PLACES = ['noticeBoard', 'magazine', 'ownersMeeting', 'other'] as const

export const PublicationItem = z.strictObject({
  matterId: Uuid,
  /** That of the case where it has one. */
  category: z.union([SubCode, CategoryCode]),
  /** What it was about; of a dispute between residents the type alone (CP-138), whatever is sent. */
  text: text(500),
  outcome: text(500),
  include: z.boolean(),
})
export type PublicationItem = z.infer<typeof PublicationItem>

/** `missing`: nobody has begun; `none`: a nil month. */
const PUBLICATION_STATES = ['missing', 'draft', 'approved', 'posted', 'none'] as const
export const PublicationLine = z.object({
  month: Month,
  state: z.enum(PUBLICATION_STATES),
  /** To be posted by the end of this day (CP-139). */
  dueOn: LocalDate,
  late: z.boolean(),
  items: z.number().int(),
  approved: z.object({ at: Instant, by: Person }).nullable(),
  posted: z
    .object({ on: LocalDate, by: Person, places: z.array(z.enum(PLACES)), otherPlace: z.string().nullable() })
    .nullable(),
})
export type PublicationLine = z.infer<typeof PublicationLine>

export const Publication = PublicationLine.extend({
  foreword: z.string().nullable(),
  content: z.array(PublicationItem.extend({ number: z.string(), stateNow: z.string() })),
  /** Complaints of the month that belong here by their nature and stand in no item yet, with prepared words. */
  candidates: z.array(PublicationItem.extend({ number: z.string(), stateNow: z.string(), title: z.string() })),
  updatedBy: Person.nullable(),
  version: z.number().int(),
  /** CP-138: what keeps it from being approved. */
  personalData: z.array(z.object({ where: z.string(), kind: z.string(), text: z.string() })),
})
export type Publication = z.infer<typeof Publication>

const MonthParams = EstateParams.extend({ month: Month })
const version = z.number().int()

export const listComplaintPublications = route({
  id: 'listComplaintPublications',
  method: 'GET',
  path: base,
  access: READERS,
  tag: 'complaints',
  summary: 'What was published to residents month by month, missing months too, newest first',
  params: EstateParams,
  query: PageQuery.extend({ state: z.enum(PUBLICATION_STATES).optional() }),
  response: pageOf(PublicationLine),
})
export const getComplaintPublication = route({
  id: 'getComplaintPublication',
  method: 'GET',
  path: `${base}/:month`,
  access: READERS,
  tag: 'complaints',
  summary: 'The publication of a month with what is proposed for it',
  params: MonthParams,
  response: Publication,
})
export const saveComplaintPublication = route({
  id: 'saveComplaintPublication',
  method: 'PUT',
  path: `${base}/:month`,
  access: 'complaint.report',
  tag: 'complaints',
  summary: 'Write the publication of a month; what was approved is a draft again',
  params: MonthParams,
  body: z.strictObject({
    foreword: optionalText(2000),
    items: z.array(PublicationItem).max(300),
    /** 0 for a month that nobody has begun. */
    version,
  }),
  response: Publication,
})
export const approveComplaintPublication = route({
  id: 'approveComplaintPublication',
  method: 'POST',
  path: `${base}/:month/approve`,
  access: 'complaint.confirm',
  tag: 'complaints',
  summary: 'Approve it; refused while a text holds personal data, and by whoever wrote it last if another may approve',
  params: MonthParams,
  body: z.strictObject({ version }),
  response: Publication,
})
export const postComplaintPublication = route({
  id: 'postComplaintPublication',
  method: 'POST',
  path: `${base}/:month/post`,
  access: 'complaint.report',
  tag: 'complaints',
  summary: 'It hangs there: day and places',
  params: MonthParams,
  body: z.strictObject({
    version,
    postedOn: LocalDate,
    places: z.array(z.enum(PLACES)).min(1).max(PLACES.length),
    otherPlace: optionalText(200),
  }),
  response: Publication,
})
export const markNoPublication = route({
  id: 'markNoPublication',
  method: 'POST',
  path: `${base}/:month/none`,
  access: 'complaint.report',
  tag: 'complaints',
  summary: 'Nothing of common nature in this month; refused while something is proposed that nobody has left out',
  params: MonthParams,
  body: z.strictObject({ version }),
  response: Publication,
})
export const printComplaintPublication = route({
  id: 'printComplaintPublication',
  method: 'GET',
  path: `${base}/:month/print.pdf`,
  access: READERS,
  tag: 'complaints',
  summary: 'The approved publication as a sheet for the notice board',
  params: MonthParams,
  query: z.object({ lang: z.enum(['zh', 'en']).default('zh') }),
  response: z.unknown(),
})
