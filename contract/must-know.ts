import { z } from 'zod'
import { EstateParams, MatterAnswer, MatterParams, Person, RegisterMatter, Warnings } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { ROLE_CODES } from './permissions.ts'
import { route } from './route.ts'
import { Instant, InstantInput, LocalDate, optionalText, text, Uuid } from './values.ts'

const base = '/api/v1/estates/:estateId/must-know'

/* ---- the sheet (FD-020, KN-002) ---- */

const Area = z.number().min(0).max(100_000_000).multipleOf(0.01).nullable()
const Count = z.number().int().min(0).max(1_000_000).nullable()
const Line = text(500).nullable()
const named = <T extends z.ZodRawShape>(shape: T) =>
  z
    .array(z.strictObject({ name: text(60), ...shape }))
    .max(60)
    .superRefine((rows, context) => {
      const seen = new Set<string>()
      for (const [i, row] of rows.entries()) {
        const { name } = row as { name: string }
        if (seen.has(name)) context.addIssue({ code: 'custom', path: [i, 'name'], message: 'duplicate' })
        seen.add(name)
      }
    })
const Fees = named({ price: text(100), note: optionalText(300) }).default([])

export const SheetContent = z.strictObject({
  overview: z
    .strictObject({
      address: Line,
      landArea: Area.meta({ description: 'square metres' }),
      floorArea: Area.meta({ description: 'square metres' }),
      plotRatio: z.number().min(0).max(100).multipleOf(0.001).nullable(),
      households: Count,
      parkingSpaces: Count,
      buildingTypes: Line,
    })
    .partial()
    .default({}),
  fees: z
    .strictObject({ property: Fees, housekeeping: Fees, passThrough: Fees, parking: Fees, clubhouse: Fees })
    .partial()
    .default({}),
  facilities: z
    .strictObject({
      parking: Line,
      education: Line,
      commerce: Line,
      medical: Line,
      leisure: Line,
      security: Line,
      transport: Line,
      other: Line,
    })
    .partial()
    .default({}),
  phones: named({ number: text(60), note: optionalText(300) }).default([]),
  /** Beyond the minimum: questions that customers ask, with their answers. */
  more: named({ answer: text(1000), keywords: optionalText(200) }).default([]),
})
export type SheetContent = z.output<typeof SheetContent>

export const SHEET_GROUPS = ['overview', 'fees', 'facilities', 'phones', 'more'] as const
export type SheetGroup = (typeof SHEET_GROUPS)[number]
/** `key` names the field (`overview.address`, `fees.property`, `phones`); `name` the entry in it, where there are several. */
export const SheetField = z.object({
  key: z.string(),
  group: z.enum(SHEET_GROUPS),
  name: z.string().nullable(),
  value: z.string(),
  note: z.string().nullable(),
})
export type SheetField = z.infer<typeof SheetField>

export const SHEET_STATES = ['draft', 'checked', 'approved', 'dropped'] as const
export const SheetVersion = z.object({
  id: Uuid,
  number: z.number().int(),
  state: z.enum(SHEET_STATES),
  inForce: z.boolean(),
  summary: z.string().nullable(),
  author: Person,
  editedAt: Instant,
  checker: Person.nullable(),
  checkedAt: Instant.nullable(),
  approver: Person.nullable(),
  approvedAt: Instant.nullable(),
  effectiveDate: LocalDate.nullable(),
  /** Required fields that are empty (FD-021); with any the sheet is incomplete. */
  missing: z.array(z.string()),
  version: z.number().int(),
})
export type SheetVersion = z.infer<typeof SheetVersion>
export const SheetChange = z.object({
  key: z.string(),
  name: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type SheetChange = z.infer<typeof SheetChange>
const SheetView = SheetVersion.extend({
  content: SheetContent,
  fields: z.array(SheetField),
  changes: z.array(SheetChange),
})
export type SheetView = z.infer<typeof SheetView>
const Saved = z.object({ sheet: SheetView, warnings: Warnings })

export const getMustKnow = route({
  id: 'getMustKnow',
  method: 'GET',
  path: base,
  access: 'mustknow.read',
  tag: 'must-know',
  summary: 'The sheet in force, what comes next, and what I still have to read and confirm',
  params: EstateParams,
  response: z.object({
    inForce: SheetView.nullable(),
    /** Approved for a later day. */
    next: SheetVersion.nullable(),
    draft: SheetVersion.nullable(),
    toRead: z.object({ changes: z.array(SheetChange), dueAt: Instant.nullable() }),
    quiz: z.object({ passed: z.boolean(), percent: z.number().int().nullable(), validUntil: LocalDate.nullable() }),
  }),
})
export const listSheetVersions = route({
  id: 'listSheetVersions',
  method: 'GET',
  path: `${base}/versions`,
  access: 'mustknow.read',
  tag: 'must-know',
  summary: 'All versions, newest first, with author, checker, approver and effective date',
  params: EstateParams,
  query: PageQuery,
  response: pageOf(SheetVersion),
})
export const getSheetVersion = route({
  id: 'getSheetVersion',
  method: 'GET',
  path: `${base}/versions/:id`,
  access: 'mustknow.read',
  tag: 'must-know',
  summary: 'One version and what changed in it',
  params: MatterParams,
  response: SheetView,
})
export const saveSheetDraft = route({
  id: 'saveSheetDraft',
  method: 'PUT',
  path: `${base}/draft`,
  access: 'mustknow.edit',
  tag: 'must-know',
  summary: 'Write the draft of the next version; a change after the check takes the check back',
  params: EstateParams,
  /** `version` 0 begins a new draft. */
  body: z.strictObject({ version: z.number().int().min(0), content: SheetContent, summary: optionalText(500) }),
  response: Saved,
})
const act = (verb: string, summary: string, extra: z.ZodRawShape = {}) =>
  route({
    id: `${verb}Sheet`,
    method: 'POST',
    path: `${base}/versions/:id/${verb}`,
    access: 'mustknow.edit',
    tag: 'must-know',
    summary,
    params: MatterParams,
    body: z.strictObject({ version: z.number().int().min(1), ...extra }),
    response: Saved,
  })
export const checkSheet = act('check', 'Checked, by somebody who has not written in it')
export const returnSheet = route({
  ...act('return', 'Back to the author, with the reason'),
  body: z.strictObject({ version: z.number().int().min(1), reason: text(500) }),
})
export const dropSheet = act('drop', 'Give the draft up')
export const approveSheet = route({
  ...act('approve', 'Approved, by somebody who has not written in it; in force from the day given'),
  body: z.strictObject({ version: z.number().int().min(1), effectiveDate: LocalDate }),
})

/** FD-021: sheets with empty fields, over all estates of the caller. */
export const listIncompleteSheets = route({
  id: 'listIncompleteSheets',
  method: 'GET',
  path: '/api/v1/must-know/incomplete',
  access: 'mustknow.edit',
  tag: 'must-know',
  summary: 'Estates whose sheet in force has empty fields, or that have none',
  response: z.object({
    rows: z.array(
      z.object({
        estate: z.object({ id: Uuid, code: z.string(), name: z.string() }),
        number: z.number().int().nullable(),
        missing: z.array(z.string()),
      }),
    ),
  }),
})

/* ---- asking it (FD-025, FD-705) ---- */

export const searchMustKnow = route({
  id: 'searchMustKnow',
  method: 'GET',
  path: `${base}/search`,
  access: 'mustknow.read',
  tag: 'must-know',
  summary: 'Answers of the sheet in force by keyword; never more than one screen',
  params: EstateParams,
  query: z.object({ q: text(100) }),
  response: z.object({ number: z.number().int().nullable(), rows: z.array(SheetField) }),
})
const { channel, customerId, customerName, contactPhone, contactable, anonymous, unitId } = RegisterMatter.shape
export const RecordConsultation = z.strictObject({
  question: text(2000),
  /** Without an answer the question becomes an open item, so that nobody is sent to ask elsewhere. */
  answer: optionalText(2000),
  source: z.enum(['mustKnow', 'colleague', 'document', 'ownKnowledge']).optional(),
  /** When the customer was told to expect the answer. */
  promisedAt: InstantInput.optional(),
  channel,
  customerId,
  customerName,
  contactPhone,
  contactable,
  anonymous,
  unitId,
})
export type RecordConsultation = z.output<typeof RecordConsultation>
export const recordConsultation = route({
  id: 'recordConsultation',
  method: 'POST',
  path: '/api/v1/estates/:estateId/consultations',
  access: 'desk.use',
  tag: 'must-know',
  summary: 'A question: answered at once it is closed at once, else it becomes an item flagged unknownAnswer',
  params: EstateParams,
  body: RecordConsultation,
  response: MatterAnswer,
  status: 201,
})

/* ---- reading and knowing it (FD-024, KN-003) ---- */

export const confirmReading = route({
  id: 'confirmReading',
  method: 'POST',
  path: `${base}/readings`,
  access: 'mustknow.read',
  tag: 'must-know',
  summary: 'I have read what changed in the version in force',
  params: EstateParams,
  body: z.strictObject({ versionId: Uuid }),
  response: z.object({ versionId: Uuid, confirmedAt: Instant }),
})
const StaffStanding = z.object({ staff: Person, roles: z.array(z.enum(ROLE_CODES)) })
export const listReaders = route({
  id: 'listReaders',
  method: 'GET',
  path: `${base}/readers`,
  access: ['mustknow.edit', 'dashboard.read'],
  tag: 'must-know',
  summary: 'Who of the customer-service staff has confirmed the version in force, who is late',
  params: EstateParams,
  query: z.object({ confirmed: z.enum(['true', 'false']).optional() }),
  response: z.object({
    number: z.number().int().nullable(),
    dueAt: Instant.nullable(),
    rows: z.array(StaffStanding.extend({ confirmedAt: Instant.nullable(), late: z.boolean() })),
  }),
})

/** A question names the field, never the answer: which choice is right comes with the result. */
const QuizQuestion = z.object({ key: z.string(), name: z.string().nullable(), choices: z.array(z.string()) })
export const Quiz = z.object({
  id: Uuid,
  number: z.number().int(),
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  questions: z.array(QuizQuestion.extend({ right: z.number().int().nullable(), given: z.number().int().nullable() })),
  percent: z.number().int().nullable(),
  passed: z.boolean().nullable(),
  passPercent: z.number().int(),
})
export type Quiz = z.infer<typeof Quiz>
export const startQuiz = route({
  id: 'startQuiz',
  method: 'POST',
  path: `${base}/quizzes`,
  access: 'mustknow.read',
  tag: 'must-know',
  summary: 'A quiz from the sheet in force, closed book; an unfinished one comes back',
  params: EstateParams,
  body: z.strictObject({}),
  response: Quiz,
  status: 201,
})
export const answerQuiz = route({
  id: 'answerQuiz',
  method: 'POST',
  path: `${base}/quizzes/:id/answers`,
  access: 'mustknow.read',
  tag: 'must-know',
  summary: 'All answers at once; the result with what would have been right',
  params: MatterParams,
  body: z.strictObject({ answers: z.array(z.number().int().min(0).max(9).nullable()).max(50) }),
  response: Quiz,
})
export const listQuizResults = route({
  id: 'listQuizResults',
  method: 'GET',
  path: `${base}/quizzes`,
  access: 'mustknow.read',
  tag: 'must-know',
  summary: 'Finished quizzes: mine, or (for those who keep the sheet) all',
  params: EstateParams,
  query: PageQuery.extend({ staffId: Uuid.optional(), passed: z.enum(['true', 'false']).optional() }),
  response: pageOf(
    z.object({
      id: Uuid,
      staff: Person,
      number: z.number().int(),
      finishedAt: Instant,
      percent: z.number().int(),
      passed: z.boolean(),
    }),
  ),
})
export const listQuizStanding = route({
  id: 'listQuizStanding',
  method: 'GET',
  path: `${base}/quiz-standing`,
  access: ['mustknow.edit', 'dashboard.read'],
  tag: 'must-know',
  summary: 'Customer-service staff and whether they have passed a quiz on the version in force',
  params: EstateParams,
  query: z.object({ passed: z.enum(['true', 'false']).optional() }),
  response: z.object({
    number: z.number().int().nullable(),
    rows: z.array(
      StaffStanding.extend({
        passed: z.boolean(),
        percent: z.number().int().nullable(),
        passedAt: Instant.nullable(),
        validUntil: LocalDate.nullable(),
      }),
    ),
  }),
})
