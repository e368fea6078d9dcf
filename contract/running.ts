import { z } from 'zod'
import { EstateParams, Warnings } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'
import { SETTING_GROUPS } from './settings.ts'
import { ExportLang, StaffParams, TradeDate } from './staff.ts'
import { Instant, LocalDate, optionalText, text, Uuid } from './values.ts'

// ---- settings ----

export const SettingView = z.object({
  key: z.string(),
  group: z.enum(SETTING_GROUPS),
  rule: z.string(),
  /** A `company` setting cannot differ between estates. */
  scope: z.enum(['estate', 'company']),
  default: z.unknown(),
  company: z.unknown().nullable(),
  estate: z.unknown().nullable(),
  value: z.unknown(),
  source: z.enum(['default', 'company', 'estate']),
  changedAt: Instant.nullable(),
  changedBy: z.string().nullable(),
})
export type SettingView = z.infer<typeof SettingView>
const SettingList = z.object({ rows: z.array(SettingView), companyEditable: z.boolean() })
const SettingValueBody = z.strictObject({ value: z.unknown() })
const SettingKeyParam = z.string().max(80)

export const listSettings = route({
  id: 'listSettings',
  method: 'GET',
  path: '/api/v1/estates/:estateId/settings',
  access: 'settings.read',
  tag: 'settings',
  summary: 'Every setting with its default, the company’s and the estate’s value, and which of them is in force',
  params: EstateParams,
  response: SettingList,
})
export const exportSettings = route({
  id: 'exportSettings',
  method: 'GET',
  path: '/api/v1/estates/:estateId/settings.xlsx',
  access: 'settings.read',
  tag: 'settings',
  summary: 'The same list as an Excel workbook',
  params: EstateParams,
  query: z.object({ lang: ExportLang }),
  response: z.unknown(),
})
export const changeSetting = route({
  id: 'changeSetting',
  method: 'PUT',
  path: '/api/v1/estates/:estateId/settings/:key',
  access: 'settings.edit',
  tag: 'settings',
  summary: 'A value for this estate',
  params: z.object({ estateId: Uuid, key: SettingKeyParam }),
  body: SettingValueBody,
  response: SettingView,
})
export const resetSetting = route({
  id: 'resetSetting',
  method: 'POST',
  path: '/api/v1/estates/:estateId/settings/:key/reset',
  access: 'settings.edit',
  tag: 'settings',
  summary: 'Back to the company’s value, or to the default',
  params: z.object({ estateId: Uuid, key: SettingKeyParam }),
  body: z.strictObject({}),
  response: SettingView,
})
export const listCompanySettings = route({
  id: 'listCompanySettings',
  method: 'GET',
  path: '/api/v1/company/settings',
  access: 'settings.read',
  tag: 'settings',
  summary: 'The values of the company that hold wherever an estate has none of its own',
  response: SettingList,
})
export const changeCompanySetting = route({
  id: 'changeCompanySetting',
  method: 'PUT',
  path: '/api/v1/company/settings/:key',
  access: 'settings.edit',
  tag: 'settings',
  summary: 'A value for the whole company; only with a company-wide role',
  params: z.object({ key: SettingKeyParam }),
  body: SettingValueBody,
  response: SettingView,
})
export const resetCompanySetting = route({
  id: 'resetCompanySetting',
  method: 'POST',
  path: '/api/v1/company/settings/:key/reset',
  access: 'settings.edit',
  tag: 'settings',
  summary: 'Back to the default for the whole company',
  params: z.object({ key: SettingKeyParam }),
  body: z.strictObject({}),
  response: SettingView,
})

// ---- calendar ----

export const DAY_KINDS = ['off', 'work'] as const
export const CalendarDay = z.object({
  date: LocalDate,
  kind: z.enum(DAY_KINDS),
  name: z.string(),
  /** Whose word it is; an estate’s own wins over the country’s. */
  level: z.enum(['country', 'estate']),
  countryKind: z.enum(DAY_KINDS).nullable(),
})
const CalendarYear = z.object({
  year: z.number().int(),
  /** Whether somebody has entered this year’s public holidays. */
  known: z.boolean(),
  source: z.string().nullable(),
  knownThrough: LocalDate.nullable(),
  countryEditable: z.boolean(),
  days: z.array(CalendarDay),
  warnings: Warnings,
})
const Year = z.coerce.number().int().min(2000).max(2100)
const DayParams = z.object({ estateId: Uuid, date: TradeDate })

export const getCalendarYear = route({
  id: 'getCalendarYear',
  method: 'GET',
  path: '/api/v1/estates/:estateId/calendar/:year',
  access: 'estate.read',
  tag: 'calendar',
  summary:
    'Days off and make-up working days of a year; W_CALENDAR_MISSING when this or the next year has no data (FD-005)',
  params: z.object({ estateId: Uuid, year: Year }),
  response: CalendarYear,
})
export const setCalendarDay = route({
  id: 'setCalendarDay',
  method: 'PUT',
  path: '/api/v1/estates/:estateId/calendar/days/:date',
  access: 'calendar.edit',
  tag: 'calendar',
  summary: 'A day off or a working day of this estate alone; open clocks are reckoned anew',
  params: DayParams,
  body: z.strictObject({ kind: z.enum(DAY_KINDS), name: text(60) }),
  response: CalendarYear,
})
export const removeCalendarDay = route({
  id: 'removeCalendarDay',
  method: 'POST',
  path: '/api/v1/estates/:estateId/calendar/days/:date/remove',
  access: 'calendar.edit',
  tag: 'calendar',
  summary: 'Take the estate’s own word about a day back; open clocks are reckoned anew',
  params: DayParams,
  body: z.strictObject({}),
  response: CalendarYear,
})
export const setCountryYear = route({
  id: 'setCountryYear',
  method: 'PUT',
  path: '/api/v1/calendar/:year',
  access: 'calendar.edit',
  tag: 'calendar',
  summary: 'Enter a year of public holidays by hand, as a whole; only with a company-wide role',
  params: z.object({ year: Year }),
  body: z.strictObject({
    days: z
      .array(z.strictObject({ date: TradeDate, kind: z.enum(DAY_KINDS), name: text(60) }))
      .min(1)
      .max(120),
  }),
  response: z.object({ year: z.number().int(), days: z.number().int() }),
})
export const seedCountryCalendar = route({
  id: 'seedCountryCalendar',
  method: 'POST',
  path: '/api/v1/calendar/seed',
  access: 'calendar.edit',
  tag: 'calendar',
  summary:
    'Take last, this and next year from the holiday table that came with the product; only with a company-wide role',
  body: z.strictObject({}),
  response: z.object({ known: z.array(z.number().int()), missing: z.array(z.number().int()), warnings: Warnings }),
})

// ---- outbox ----

export const MESSAGE_CHANNELS = ['sms', 'wechat', 'app', 'phone_task', 'notice', 'staff'] as const
export const MESSAGE_STATES = ['waiting', 'sent', 'failed', 'held'] as const
const MESSAGE_VERBS = ['hold', 'release', 'markRead'] as const
export const OutboxMessage = z.object({
  id: Uuid,
  channel: z.enum(MESSAGE_CHANNELS),
  template: z.string(),
  language: z.enum(['zh', 'en']),
  to: z.object({
    kind: z.enum(['customer', 'staff', 'public']),
    id: Uuid.nullable(),
    name: z.string().nullable(),
    address: z.string().nullable(),
  }),
  body: z.string(),
  matter: z.object({ id: Uuid, number: z.string() }).nullable(),
  urgent: z.boolean(),
  state: z.enum(MESSAGE_STATES),
  /** How it left; `shown` means that it stands on this page and nowhere else. */
  via: z.string().nullable(),
  notBefore: Instant,
  attempts: z.number().int(),
  error: z.string().nullable(),
  createdAt: Instant,
  sentAt: Instant.nullable(),
  readAt: Instant.nullable(),
  moves: z.array(z.enum(MESSAGE_VERBS)),
})
export type OutboxMessage = z.infer<typeof OutboxMessage>

const OutboxFilter = z.object({
  channel: z.enum(MESSAGE_CHANNELS).optional(),
  state: z.enum(MESSAGE_STATES).optional(),
  customerId: Uuid.optional(),
  staffId: Uuid.optional(),
  matterId: Uuid.optional(),
  from: TradeDate.optional(),
  to: TradeDate.optional(),
})
export const OutboxQuery = OutboxFilter.extend(PageQuery.shape)
export type OutboxQuery = z.output<typeof OutboxQuery>
export const listOutbox = route({
  id: 'listOutbox',
  method: 'GET',
  path: '/api/v1/estates/:estateId/outbox',
  access: 'outbox.read',
  tag: 'outbox',
  summary: 'What was sent, waits, failed or is held, newest first',
  params: EstateParams,
  query: OutboxQuery,
  response: pageOf(OutboxMessage),
})
export const exportOutbox = route({
  id: 'exportOutbox',
  method: 'GET',
  path: '/api/v1/estates/:estateId/outbox.xlsx',
  access: 'outbox.read',
  tag: 'outbox',
  summary: 'The same list as an Excel workbook',
  params: EstateParams,
  query: OutboxFilter.extend({ lang: ExportLang }),
  response: z.unknown(),
})
const messageMove = {
  method: 'POST',
  access: 'outbox.edit',
  tag: 'outbox',
  params: StaffParams,
  body: z.strictObject({}),
  response: OutboxMessage,
} as const
export const holdMessage = route({
  id: 'holdMessage',
  path: '/api/v1/estates/:estateId/outbox/:id/hold',
  summary: 'Keep a waiting message back',
  ...messageMove,
})
export const releaseMessage = route({
  id: 'releaseMessage',
  path: '/api/v1/estates/:estateId/outbox/:id/release',
  summary: 'Let a held message go, or try a failed one again',
  ...messageMove,
})
export const markMessageRead = route({
  id: 'markMessageRead',
  path: '/api/v1/estates/:estateId/outbox/:id/read',
  summary: 'An operator has seen it, or has made the call it asks for',
  ...messageMove,
})

// ---- a person’s own messages ----

export const MyMessage = z.object({
  id: Uuid,
  template: z.string(),
  body: z.string(),
  matter: z.object({ id: Uuid, number: z.string(), kind: z.string() }).nullable(),
  urgent: z.boolean(),
  createdAt: Instant,
  readAt: Instant.nullable(),
})
export type MyMessage = z.infer<typeof MyMessage>
export const MyMessageQuery = PageQuery.extend({
  unread: z.enum(['true', 'false']).optional(),
  lang: z.enum(['zh', 'en']).default('zh'),
})
export type MyMessageQuery = z.output<typeof MyMessageQuery>
export const listMyMessages = route({
  id: 'listMyMessages',
  method: 'GET',
  path: '/api/v1/estates/:estateId/my-messages',
  access: 'signed-in',
  tag: 'messages',
  summary: 'My messages, unread ones first',
  params: EstateParams,
  query: MyMessageQuery,
  response: pageOf(MyMessage),
})
export const readMyMessages = route({
  id: 'readMyMessages',
  method: 'POST',
  path: '/api/v1/estates/:estateId/my-messages/read',
  access: 'signed-in',
  tag: 'messages',
  summary: 'Mark messages of mine as read; without ids all of them',
  params: EstateParams,
  body: z.strictObject({ ids: z.array(Uuid).max(500).optional() }),
  response: z.object({ unread: z.number().int() }),
})
export const countMyMessages = route({
  id: 'countMyMessages',
  method: 'GET',
  path: '/api/v1/my-messages/unread',
  access: 'signed-in',
  tag: 'messages',
  summary: 'How many unread messages wait for me, in all my estates',
  response: z.object({
    unread: z.number().int(),
    estates: z.array(z.object({ estateId: Uuid, unread: z.number().int() })),
  }),
})

// ---- audit ----

export const AuditLine = z.object({
  id: Uuid,
  at: Instant,
  actor: z.object({ id: Uuid.nullable(), name: z.string() }),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: Uuid.nullable(),
  purpose: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
})
export type AuditLine = z.infer<typeof AuditLine>
const AuditFilter = z.object({
  actorId: Uuid.optional(),
  action: optionalText(60),
  subjectKind: optionalText(60),
  subjectId: Uuid.optional(),
  from: TradeDate.optional(),
  to: TradeDate.optional(),
})
export const AuditQuery = AuditFilter.extend(PageQuery.shape)
export type AuditQuery = z.output<typeof AuditQuery>
export const listAudit = route({
  id: 'listAudit',
  method: 'GET',
  path: '/api/v1/estates/:estateId/audit',
  access: 'audit.read',
  tag: 'audit',
  summary: 'Who did what in this estate, newest first (FD-012)',
  params: EstateParams,
  query: AuditQuery,
  response: pageOf(AuditLine),
})
export const exportAudit = route({
  id: 'exportAudit',
  method: 'GET',
  path: '/api/v1/estates/:estateId/audit.xlsx',
  access: 'audit.read',
  tag: 'audit',
  summary: 'The same list as an Excel workbook',
  params: EstateParams,
  query: AuditFilter.extend({ lang: ExportLang }),
  response: z.unknown(),
})
export const exportCompanyAudit = route({
  id: 'exportCompanyAudit',
  method: 'GET',
  path: '/api/v1/company/audit.xlsx',
  access: 'audit.read',
  tag: 'audit',
  summary: 'The same list as an Excel workbook',
  query: AuditFilter.extend({ lang: ExportLang }),
  response: z.unknown(),
})
export const listCompanyAudit = route({
  id: 'listCompanyAudit',
  method: 'GET',
  path: '/api/v1/company/audit',
  access: 'audit.read',
  tag: 'audit',
  summary: 'What was done to accounts, company settings and the country’s calendar; only with a company-wide role',
  query: AuditQuery,
  response: pageOf(AuditLine),
})
