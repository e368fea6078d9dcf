import { z } from 'zod'
import { EstateParams, Person } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { LINES, ROLE_CODES } from './permissions.ts'
import { route } from './route.ts'
import { Instant, LocalDate, optionalText, text, Uuid } from './values.ts'

/** A day that a roster or a role may name; far-off years are slips of the hand. */
export const TradeDate = LocalDate.refine((d) => d >= '2000-01-01' && d <= '2100-12-31', { message: 'date_range' })

/** The language of an exported workbook. */
export const ExportLang = z.enum(['zh', 'en']).default('zh')

export const StaffParams = z.object({ estateId: Uuid, id: Uuid })
const AccountParams = z.object({ id: Uuid })

const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9_.]{2,29}$/)
  .meta({ description: 'what the person types to sign in', example: 'lin.xiaoyu' })
const Phone = z
  .string()
  .trim()
  .regex(/^\+?[0-9][0-9 -]{4,24}$/)

export const RoleGrant = z.object({
  id: Uuid,
  role: z.enum(ROLE_CODES),
  /** null: every estate of the company. */
  estate: z.object({ id: Uuid, code: z.string(), name: z.string() }).nullable(),
  line: z.enum(LINES).nullable(),
  from: LocalDate,
  until: LocalDate.nullable(),
  inForce: z.boolean(),
})
export type RoleGrant = z.infer<typeof RoleGrant>

export const AccountView = z.object({
  id: Uuid,
  username: z.string(),
  staffNo: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  /** The outside company a person works for; null for our own people. */
  provider: z.string().nullable(),
  active: z.boolean(),
  leftOn: LocalDate.nullable(),
  affairOfficer: z.boolean(),
  /** false until a first password was issued, and after the person has left. */
  hasPassword: z.boolean(),
  secondFactor: z.boolean(),
  roles: z.array(RoleGrant),
  /** Whether the caller may change this account: their own never, and only when they manage every estate it works in. */
  manageable: z.boolean(),
  version: z.number().int(),
})
export type AccountView = z.infer<typeof AccountView>

const AccountFilter = z.object({
  /** Name, pinyin initials, user name or staff number, from the beginning. */
  q: optionalText(50),
  role: z.enum(ROLE_CODES).optional(),
  line: z.enum(LINES).optional(),
  estateId: Uuid.optional(),
  active: z.enum(['true', 'false']).optional(),
})
export const AccountQuery = AccountFilter.extend(PageQuery.shape)
export type AccountQuery = z.output<typeof AccountQuery>

export const listAccounts = route({
  id: 'listAccounts',
  method: 'GET',
  path: '/api/v1/accounts',
  access: 'staff.manage',
  tag: 'accounts',
  summary: 'Accounts of the company (of the caller’s estates, unless they manage the whole company), by staff number',
  query: AccountQuery,
  response: pageOf(AccountView),
})

export const exportAccounts = route({
  id: 'exportAccounts',
  method: 'GET',
  path: '/api/v1/accounts.xlsx',
  access: 'staff.manage',
  tag: 'accounts',
  summary: 'The same list as an Excel workbook',
  query: AccountFilter.extend({ lang: ExportLang }),
  response: z.unknown(),
})

export const getAccount = route({
  id: 'getAccount',
  method: 'GET',
  path: '/api/v1/accounts/:id',
  access: 'staff.manage',
  tag: 'accounts',
  summary: 'One account with all its roles, past and future',
  params: AccountParams,
  response: AccountView,
})

export const NewAccount = z.strictObject({
  username: Username,
  staffNo: text(40),
  name: text(60),
  phone: Phone.optional(),
  provider: optionalText(100),
})
export type NewAccount = z.output<typeof NewAccount>
export const createAccount = route({
  id: 'createAccount',
  method: 'POST',
  path: '/api/v1/accounts',
  access: 'staff.manage',
  tag: 'accounts',
  summary: 'A new member of staff; the first password is issued by a call of its own',
  body: NewAccount,
  response: AccountView,
  status: 201,
})

export const ChangeAccount = z.strictObject({
  version: z.number().int().min(1),
  username: Username,
  staffNo: text(40),
  name: text(60),
  phone: Phone.nullable(),
  provider: text(100).nullable(),
})
export type ChangeAccount = z.output<typeof ChangeAccount>
export const changeAccount = route({
  id: 'changeAccount',
  method: 'PUT',
  path: '/api/v1/accounts/:id',
  access: 'staff.manage',
  tag: 'accounts',
  summary: 'Name, numbers and user name of an account',
  params: AccountParams,
  body: ChangeAccount,
  response: AccountView,
})

/** Why a person stands beside a matter. */
export const MATTER_PARTS = ['owner', 'coOwner', 'handler', 'closureController', 'dedicated', 'executor'] as const
export type MatterPart = (typeof MATTER_PARTS)[number]

export const deactivateAccount = route({
  id: 'deactivateAccount',
  method: 'POST',
  path: '/api/v1/accounts/:id/deactivate',
  access: 'staff.manage',
  tag: 'accounts',
  summary:
    'End of employment: sessions end at once, future duties are void, the leads are told what must be transferred (OS-014)',
  params: AccountParams,
  body: z.strictObject({ version: z.number().int().min(1), leftOn: TradeDate.optional() }),
  response: z.object({
    account: AccountView,
    /** Numbers only: an administrator does not read matters (SD-13). */
    openMatters: z.array(z.object({ estateId: Uuid, number: z.string(), parts: z.array(z.enum(MATTER_PARTS)) })),
    voidedDuties: z.number().int(),
    rosterGaps: z.array(z.object({ estateId: Uuid, from: Instant, to: Instant })),
  }),
})

export const reactivateAccount = route({
  id: 'reactivateAccount',
  method: 'POST',
  path: '/api/v1/accounts/:id/reactivate',
  access: 'staff.manage',
  tag: 'accounts',
  summary: 'A person who comes back; roles and a password are given anew',
  params: AccountParams,
  body: z.strictObject({ version: z.number().int().min(1) }),
  response: AccountView,
})

export const issuePassword = route({
  id: 'issuePassword',
  method: 'POST',
  path: '/api/v1/accounts/:id/password',
  access: 'staff.manage',
  tag: 'accounts',
  summary: 'A new password, shown in this answer and nowhere else; sessions of the person end',
  params: AccountParams,
  body: z.strictObject({}),
  response: z.object({ password: z.string() }),
})

export const resetSecondFactor = route({
  id: 'resetSecondFactor',
  method: 'POST',
  path: '/api/v1/accounts/:id/second-factor/reset',
  access: 'staff.manage',
  tag: 'accounts',
  summary: 'Forget the second factor of a person who lost it; sessions end and it is set up anew at the next sign-in',
  params: AccountParams,
  body: z.strictObject({ reason: text(300) }),
  response: AccountView,
})

export const NewGrant = z.strictObject({
  role: z.enum(ROLE_CODES),
  /** Without an estate the role holds in the whole company. */
  estateId: Uuid.nullable(),
  line: z.enum(LINES).optional(),
  from: TradeDate.optional(),
  until: TradeDate.optional(),
})
export type NewGrant = z.output<typeof NewGrant>
export const grantRole = route({
  id: 'grantRole',
  method: 'POST',
  path: '/api/v1/accounts/:id/roles',
  access: 'staff.manage',
  tag: 'accounts',
  summary: 'Give a role in an estate or company-wide; nobody changes their own (SD-13)',
  params: AccountParams,
  body: NewGrant,
  response: AccountView,
  status: 201,
})

export const endRole = route({
  id: 'endRole',
  method: 'POST',
  path: '/api/v1/accounts/:id/roles/:roleId/end',
  access: 'staff.manage',
  tag: 'accounts',
  summary: 'End a role, at once or after a last day',
  params: z.object({ id: Uuid, roleId: Uuid }),
  body: z.strictObject({ lastDay: TradeDate.optional() }),
  response: AccountView,
})

/** A colleague as everybody of the estate may see them. */
export const StaffLine = z.object({
  id: Uuid,
  name: z.string(),
  staffNo: z.string(),
  phone: z.string().nullable(),
  provider: z.string().nullable(),
  active: z.boolean(),
  affairOfficer: z.boolean(),
  roles: z.array(z.enum(ROLE_CODES)),
  lines: z.array(z.enum(LINES)),
  version: z.number().int(),
})
export type StaffLine = z.infer<typeof StaffLine>

const StaffFilter = z.object({
  q: optionalText(50),
  role: z.enum(ROLE_CODES).optional(),
  line: z.enum(LINES).optional(),
  active: z.enum(['true', 'false']).default('true'),
})
export const StaffQuery = StaffFilter.extend(PageQuery.shape)
export type StaffQuery = z.output<typeof StaffQuery>
export const listStaff = route({
  id: 'listStaff',
  method: 'GET',
  path: '/api/v1/estates/:estateId/staff',
  access: 'staff.read',
  tag: 'staff',
  summary: 'The people who work in an estate, by staff number',
  params: EstateParams,
  query: StaffQuery,
  response: pageOf(StaffLine),
})

export const exportStaff = route({
  id: 'exportStaff',
  method: 'GET',
  path: '/api/v1/estates/:estateId/staff.xlsx',
  access: 'staff.read',
  tag: 'staff',
  summary: 'The same list as an Excel workbook',
  params: EstateParams,
  query: StaffFilter.extend({ lang: ExportLang }),
  response: z.unknown(),
})

export const PickLine = z.object({
  id: Uuid,
  name: z.string(),
  staffNo: z.string(),
  phone: z.string().nullable(),
  provider: z.string().nullable(),
  affairOfficer: z.boolean(),
  roles: z.array(z.enum(ROLE_CODES)),
  lines: z.array(z.enum(LINES)),
  onDuty: z.object({ post: z.string(), until: Instant }).nullable(),
})
export type PickLine = z.infer<typeof PickLine>
export const PickQuery = z.object({
  q: optionalText(50),
  role: z.enum(ROLE_CODES).optional(),
  line: z.enum(LINES).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export type PickQuery = z.output<typeof PickQuery>
export const pickStaff = route({
  id: 'pickStaff',
  method: 'GET',
  path: '/api/v1/estates/:estateId/staff-picker',
  access: ['staff.read', 'duty.read', 'matter.write'],
  tag: 'staff',
  summary: 'People for a form’s choice, those on duty now first',
  params: EstateParams,
  query: PickQuery,
  response: z.object({ rows: z.array(PickLine) }),
})

export const setAffairOfficer = route({
  id: 'setAffairOfficer',
  method: 'PUT',
  path: '/api/v1/estates/:estateId/staff/:id/affair-officer',
  access: 'duty.edit',
  tag: 'staff',
  summary: 'Whether a person is trained to own orders to providers (OS-004)',
  params: StaffParams,
  body: z.strictObject({ version: z.number().int().min(1), affairOfficer: z.boolean() }),
  response: StaffLine,
})

const WorkToTransfer = z.object({
  matterId: Uuid,
  number: z.string(),
  title: z.string(),
  kind: z.string(),
  state: z.string(),
  dueAt: Instant.nullable(),
  overdue: z.boolean(),
  people: z.array(Person.extend({ part: z.enum(MATTER_PARTS) })),
})
export const WorkToTransferQuery = PageQuery.extend({
  /** One person’s open matters; without it those of everybody who has left. */
  staffId: Uuid.optional(),
})
export type WorkToTransferQuery = z.output<typeof WorkToTransferQuery>
export const listWorkToTransfer = route({
  id: 'listWorkToTransfer',
  method: 'GET',
  path: '/api/v1/estates/:estateId/work-to-transfer',
  access: 'matter.transfer_owner',
  tag: 'staff',
  summary: 'Open matters of people who have left (or of one person), for the lead to transfer (OS-014)',
  params: EstateParams,
  query: WorkToTransferQuery,
  response: pageOf(WorkToTransfer),
})
