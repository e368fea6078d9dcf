import { z } from 'zod'
import { EstateParams, Person } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'
import { ExportLang, StaffParams, TradeDate } from './staff.ts'
import { Instant, InstantInput, LocalDate, LocalTime, text, Uuid } from './values.ts'

export const POST_KINDS = ['frontDesk', 'controlCentre', 'gate', 'patrol', 'line', 'other'] as const

export const PostView = z.object({
  id: Uuid,
  name: z.string(),
  kind: z.enum(POST_KINDS),
  acceptsComplaints: z.boolean(),
  active: z.boolean(),
  position: z.number().int(),
  version: z.number().int(),
})
export type PostView = z.infer<typeof PostView>

export const NewPost = z.strictObject({
  name: text(60),
  kind: z.enum(POST_KINDS),
  acceptsComplaints: z.boolean().default(false),
  position: z.number().int().min(0).max(999).default(0),
})
export type NewPost = z.output<typeof NewPost>
export const ChangePost = NewPost.extend({ version: z.number().int().min(1), active: z.boolean() })
export type ChangePost = z.output<typeof ChangePost>

export const listPosts = route({
  id: 'listPosts',
  method: 'GET',
  path: '/api/v1/estates/:estateId/posts',
  access: 'duty.read',
  tag: 'duty',
  summary: 'The posts of an estate',
  params: EstateParams,
  response: z.object({ rows: z.array(PostView) }),
})
export const createPost = route({
  id: 'createPost',
  method: 'POST',
  path: '/api/v1/estates/:estateId/posts',
  access: 'duty.edit',
  tag: 'duty',
  summary: 'A new post',
  params: EstateParams,
  body: NewPost,
  response: PostView,
  status: 201,
})
export const changePost = route({
  id: 'changePost',
  method: 'PUT',
  path: '/api/v1/estates/:estateId/posts/:id',
  access: 'duty.edit',
  tag: 'duty',
  summary: 'Change or close a post; refused when the published roster would get a gap (CP-033)',
  params: StaffParams,
  body: ChangePost,
  response: PostView,
})

export const ShiftView = z.object({
  id: Uuid,
  name: z.string(),
  from: LocalTime,
  to: LocalTime,
  overMidnight: z.boolean(),
  active: z.boolean(),
  version: z.number().int(),
})
export type ShiftView = z.infer<typeof ShiftView>
export const NewShift = z.strictObject({
  name: text(40),
  from: LocalTime,
  /** `00:00` over midnight is 24:00; the same time as `from` is a whole day. */
  to: LocalTime,
  overMidnight: z.boolean(),
})
export type NewShift = z.output<typeof NewShift>
export const ChangeShift = NewShift.extend({ version: z.number().int().min(1), active: z.boolean() })
export type ChangeShift = z.output<typeof ChangeShift>

export const listShifts = route({
  id: 'listShifts',
  method: 'GET',
  path: '/api/v1/estates/:estateId/shifts',
  access: 'duty.read',
  tag: 'duty',
  summary: 'The shift definitions of an estate',
  params: EstateParams,
  response: z.object({ rows: z.array(ShiftView) }),
})
export const createShift = route({
  id: 'createShift',
  method: 'POST',
  path: '/api/v1/estates/:estateId/shifts',
  access: 'duty.edit',
  tag: 'duty',
  summary: 'A new shift definition',
  params: EstateParams,
  body: NewShift,
  response: ShiftView,
  status: 201,
})
export const changeShift = route({
  id: 'changeShift',
  method: 'PUT',
  path: '/api/v1/estates/:estateId/shifts/:id',
  access: 'duty.edit',
  tag: 'duty',
  summary: 'Change or close a shift definition; duties already planned keep their times',
  params: StaffParams,
  body: ChangeShift,
  response: ShiftView,
})

/** One cell of the roster, in the words of the estate’s own clock. */
export const RosterRow = z.object({
  /** The day on which the duty begins. */
  date: LocalDate,
  postId: Uuid,
  staffId: Uuid,
  shiftId: Uuid.nullable(),
  from: LocalTime,
  to: LocalTime,
  overMidnight: z.boolean(),
})
export type RosterRow = z.infer<typeof RosterRow>

const RosterGap = z.object({ from: Instant, to: Instant })
const ROSTER_STATES = ['empty', 'draft', 'published', 'changed'] as const
export const RosterView = z.object({
  weekStart: LocalDate,
  version: z.number().int(),
  /** `changed`: published, and a newer draft waits. */
  state: z.enum(ROSTER_STATES),
  days: z.array(LocalDate),
  timeZone: z.string(),
  /** The draft when there is one, else what is in force. */
  rows: z.array(RosterRow.extend({ staffName: z.string(), fromAt: Instant, toAt: Instant })),
  /** What would stop the publishing: hours of the week in which no post accepts complaints (CP-033). */
  gaps: z.array(RosterGap),
  overlaps: z.array(z.object({ staffId: Uuid, staffName: z.string(), from: Instant, to: Instant })),
  publishedAt: Instant.nullable(),
  publishedBy: Person.nullable(),
})
export type RosterView = z.infer<typeof RosterView>

const RosterParams = z.object({ estateId: Uuid, weekStart: TradeDate })
const Version = z.strictObject({
  /** 0 for a week that has no roster yet. */
  version: z.number().int().min(0),
})

export const getRoster = route({
  id: 'getRoster',
  method: 'GET',
  path: '/api/v1/estates/:estateId/rosters/:weekStart',
  access: 'duty.read',
  tag: 'duty',
  summary: 'The roster of the week that begins on this Monday',
  params: RosterParams,
  response: RosterView,
})
export const SaveRoster = Version.extend({
  rows: z
    .array(z.strictObject({ ...RosterRow.shape, date: TradeDate, shiftId: Uuid.nullable().default(null) }))
    .max(2_000),
})
export type SaveRoster = z.output<typeof SaveRoster>
export const saveRoster = route({
  id: 'saveRoster',
  method: 'PUT',
  path: '/api/v1/estates/:estateId/rosters/:weekStart',
  access: 'duty.edit',
  tag: 'duty',
  summary: 'Save the whole week as a draft',
  params: RosterParams,
  body: SaveRoster,
  response: RosterView,
})
export const publishRoster = route({
  id: 'publishRoster',
  method: 'POST',
  path: '/api/v1/estates/:estateId/rosters/:weekStart/publish',
  access: 'duty.edit',
  tag: 'duty',
  summary:
    'Put the draft in force; refused with the gaps when complaints could not be accepted around the clock (CP-033)',
  params: RosterParams,
  body: Version,
  response: RosterView,
})
export const copyRoster = route({
  id: 'copyRoster',
  method: 'POST',
  path: '/api/v1/estates/:estateId/rosters/:weekStart/copy-last-week',
  access: 'duty.edit',
  tag: 'duty',
  summary: 'Draft this week from the week before; people and posts that are gone are left out and named',
  params: RosterParams,
  body: Version,
  response: z.object({
    roster: RosterView,
    leftOut: z.array(z.object({ date: LocalDate, staffName: z.string(), postName: z.string() })),
  }),
})
export const discardDraft = route({
  id: 'discardRosterDraft',
  method: 'POST',
  path: '/api/v1/estates/:estateId/rosters/:weekStart/discard-draft',
  access: 'duty.edit',
  tag: 'duty',
  summary: 'Throw the draft away; what is published stays in force',
  params: RosterParams,
  body: Version,
  response: RosterView,
})

export const DutyView = z.object({
  id: Uuid,
  post: z.object({ id: Uuid, name: z.string(), acceptsComplaints: z.boolean() }),
  staff: Person.extend({ phone: z.string().nullable() }),
  date: LocalDate,
  from: Instant,
  to: Instant,
  shift: z.string().nullable(),
  endedAt: Instant.nullable(),
  /** Still answerable after the planned end, because nobody has accepted the handover (FD-701). */
  waitsForHandover: z.boolean(),
})
export type DutyView = z.infer<typeof DutyView>

const DutyFilter = z.object({
  from: TradeDate.optional(),
  to: TradeDate.optional(),
  postId: Uuid.optional(),
  staffId: Uuid.optional(),
})
export const DutyQuery = DutyFilter.extend(PageQuery.shape)
export type DutyQuery = z.output<typeof DutyQuery>
export const listDuties = route({
  id: 'listDuties',
  method: 'GET',
  path: '/api/v1/estates/:estateId/duties',
  access: 'duty.read',
  tag: 'duty',
  summary: 'Published duties by time, of a post or a person',
  params: EstateParams,
  query: DutyQuery,
  response: pageOf(DutyView),
})
export const exportDuties = route({
  id: 'exportDuties',
  method: 'GET',
  path: '/api/v1/estates/:estateId/duties.xlsx',
  access: 'duty.read',
  tag: 'duty',
  summary: 'The same list as an Excel workbook',
  params: EstateParams,
  query: DutyFilter.extend({ lang: ExportLang }),
  response: z.unknown(),
})
export const listMyDuties = route({
  id: 'listMyDuties',
  method: 'GET',
  path: '/api/v1/estates/:estateId/my-duties',
  access: 'signed-in',
  tag: 'duty',
  summary: 'My own duties, from today on unless said otherwise',
  params: EstateParams,
  query: z.object({ from: TradeDate.optional(), to: TradeDate.optional(), ...PageQuery.shape }),
  response: pageOf(DutyView),
})
export const onDuty = route({
  id: 'onDuty',
  method: 'GET',
  path: '/api/v1/estates/:estateId/on-duty',
  access: 'duty.read',
  tag: 'duty',
  summary: 'Who is on duty now (or at a time), post by post',
  params: EstateParams,
  query: z.object({ at: InstantInput.optional() }),
  response: z.object({
    at: Instant,
    rows: z.array(DutyView),
    emptyPosts: z.array(z.object({ id: Uuid, name: z.string() })),
  }),
})
export const endDuty = route({
  id: 'endDuty',
  method: 'POST',
  path: '/api/v1/estates/:estateId/duties/:id/end',
  access: ['duty.read', 'duty.edit'],
  tag: 'duty',
  summary: 'Go off duty without a handover; refused while there is something to hand over (FD-400, FD-701)',
  params: StaffParams,
  body: z.strictObject({}),
  response: DutyView,
})
