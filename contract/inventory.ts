import { z } from 'zod'
import { MATTER_TYPES } from './channels.ts'
import { DayRange } from './desk.ts'
import { KIND_NAMES } from './kinds/kinds.ts'
import { EstateParams, Person } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { LINES, ROLE_CODES } from './permissions.ts'
import { route } from './route.ts'
import { Instant, LocalDate, LocalTime, text, Uuid } from './values.ts'

const base = '/api/v1/estates/:estateId'

/* ---- reports of the lines at set times (FD-403, OS-042) ---- */

export const LineReport = z.object({
  id: Uuid,
  line: z.enum(LINES),
  date: LocalDate,
  slot: LocalTime,
  text: z.string(),
  items: z.array(z.object({ text: z.string(), matterId: Uuid.nullable() })),
  late: z.boolean(),
  reportedAt: Instant,
  reportedBy: Person,
})
export type LineReport = z.infer<typeof LineReport>
/** `due`: its time has not come, or not yet run out; `missing`: it has. */
export const SLOT_STATES = ['in', 'late', 'due', 'missing'] as const

export const sendLineReport = route({
  id: 'sendLineReport',
  method: 'POST',
  path: `${base}/line-reports`,
  access: 'line_report.send',
  tag: 'desk',
  summary: 'What the line has to report at one of the set times of today; a later one to the same time is a supplement',
  params: EstateParams,
  body: z.strictObject({
    line: z.enum(LINES),
    slot: LocalTime,
    text: text(4000),
    items: z
      .array(z.strictObject({ text: text(500), matterId: Uuid.optional() }))
      .max(50)
      .default([]),
  }),
  response: LineReport,
  status: 201,
})
export const getLineReportDay = route({
  id: 'getLineReportDay',
  method: 'GET',
  path: `${base}/line-reports/day`,
  access: ['inventory.read', 'line_report.send'],
  tag: 'desk',
  summary: 'Which line has reported at which time of a day, which was late, which is missing',
  params: EstateParams,
  query: z.object({ date: LocalDate.optional() }),
  response: z.object({
    date: LocalDate,
    slots: z.array(
      z.object({
        line: z.enum(LINES),
        slot: LocalTime,
        state: z.enum(SLOT_STATES),
        told: z.boolean(),
        reports: z.array(LineReport),
      }),
    ),
  }),
})
export const listLineReports = route({
  id: 'listLineReports',
  method: 'GET',
  path: `${base}/line-reports`,
  access: ['inventory.read', 'line_report.send'],
  tag: 'desk',
  summary: 'All reports of the lines, newest first',
  params: EstateParams,
  query: DayRange.extend({
    line: z.enum(LINES).optional(),
    late: z.enum(['true', 'false']).optional(),
    ...PageQuery.shape,
  }),
  response: pageOf(LineReport),
})

/* ---- the daily inventory (FD-404, OS-043) ---- */

export const InventoryItem = z.object({
  matterId: Uuid,
  number: z.string(),
  title: z.string(),
  kind: z.enum(KIND_NAMES),
  contactType: z.enum(MATTER_TYPES),
  state: z.string(),
  line: z.enum(LINES).nullable(),
  receivedAt: Instant,
  ageDays: z.number().int(),
  owner: Person,
  handler: Person.nullable(),
  overdue: z.boolean(),
  note: z.string().nullable(),
  notedAt: Instant.nullable(),
  notedBy: z.string().nullable(),
})
export type InventoryItem = z.infer<typeof InventoryItem>
/** INVENTORY_GAP: what the check of the night found wanting. */
const InventoryGap = z.object({
  date: LocalDate,
  unsigned: z.boolean(),
  items: z.number().int(),
  recordedAt: Instant,
})
export const InventoryDay = z.object({
  date: LocalDate,
  signed: z.object({ at: Instant, by: Person, role: z.enum(ROLE_CODES).nullable() }).nullable(),
  /** Of the signed list; null while unsigned. Nought is a nil day. */
  items: z.number().int().nullable(),
  gap: InventoryGap.nullable(),
})
export type InventoryDay = z.infer<typeof InventoryDay>

export const getInventory = route({
  id: 'getInventory',
  method: 'GET',
  path: `${base}/inventory`,
  access: 'inventory.read',
  tag: 'desk',
  summary:
    'The inventory of a day: the signed list, or the draft of what is open, oldest first; and the gap of the day before',
  params: EstateParams,
  query: PageQuery.extend({
    date: LocalDate.optional(),
    noted: z.enum(['true', 'false']).optional(),
    line: z.enum(LINES).optional(),
    ownerId: Uuid.optional(),
  }),
  response: pageOf(InventoryItem).extend({
    day: InventoryDay,
    counts: z.object({ items: z.number().int(), noted: z.number().int() }),
    /** From this local time on the draft is to be looked through. */
    due: LocalTime,
    dayBefore: InventoryDay,
  }),
})
export const noteInventory = route({
  id: 'noteInventory',
  method: 'POST',
  path: `${base}/inventory/notes`,
  access: ['inventory.sign', 'matter.write'],
  tag: 'desk',
  summary: 'The note of today on one open matter or on several at once; each gets its own row',
  params: EstateParams,
  body: z.strictObject({ matterIds: z.array(Uuid).min(1).max(200), text: text(1000) }),
  response: z.object({ date: LocalDate, noted: z.number().int(), duties: z.number().int() }),
  status: 201,
})
export const signInventory = route({
  id: 'signInventory',
  method: 'POST',
  path: `${base}/inventory/sign`,
  access: 'inventory.sign',
  tag: 'desk',
  summary:
    'Sign the inventory of today, also an empty one; refused with E_INVENTORY_GAP while an open matter lacks its note',
  params: EstateParams,
  body: z.strictObject({ date: LocalDate }),
  response: InventoryDay,
})
export const listInventoryDays = route({
  id: 'listInventoryDays',
  method: 'GET',
  path: `${base}/inventory/days`,
  access: 'inventory.read',
  tag: 'desk',
  summary: 'Days with their signatures and gaps, newest first',
  params: EstateParams,
  query: DayRange.extend({ gaps: z.enum(['true', 'false']).optional(), ...PageQuery.shape }),
  response: pageOf(InventoryDay),
})
export const listInventoryGap = route({
  id: 'listInventoryGap',
  method: 'GET',
  path: `${base}/inventory/gaps/:date`,
  access: 'inventory.read',
  tag: 'desk',
  summary: 'The open matters that had no note on a day',
  params: EstateParams.extend({ date: LocalDate }),
  query: PageQuery,
  response: pageOf(
    z.object({ matterId: Uuid, number: z.string(), title: z.string(), owner: Person, open: z.boolean() }),
  ).extend({ gap: InventoryGap.nullable() }),
})
