import { z } from 'zod'
import { defineKind } from './kind.ts'
import { EstateParams, Person } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'
import { ExportLang, StaffParams, TradeDate } from './staff.ts'
import { Fen, Instant, LocalDate, optionalText, text, Uuid } from './values.ts'

/** FD-700: the groups of the shift handover record, in the order of the form. */
export const HANDOVER_GROUPS = [
  'openItems',
  'keysOut',
  'cash',
  'slips',
  'cards',
  'notices',
  'specialCustomers',
] as const
export type HandoverGroup = (typeof HANDOVER_GROUPS)[number]

export const HandoverEntry = z.object({
  text: text(300),
  count: z.number().int().min(0).max(1_000_000).optional(),
  amountFen: Fen.optional(),
})
export type HandoverEntry = z.output<typeof HandoverEntry>

const entries = z.array(z.strictObject(HandoverEntry.shape)).max(100).default([])
/** What the giver writes; the open items beside it are taken from the matters themselves. */
export const HandoverEntries = z.strictObject({
  openItems: entries,
  keysOut: entries,
  cash: entries,
  slips: entries,
  cards: entries,
  notices: entries,
  specialCustomers: entries,
})
export type HandoverEntries = z.output<typeof HandoverEntries>

export const GroupConfirmation = z.strictObject({
  group: z.enum(HANDOVER_GROUPS),
  agrees: z.boolean(),
  /** Written remark; needed when the group does not agree. */
  difference: optionalText(1_000),
})
export type GroupConfirmation = z.output<typeof GroupConfirmation>

/** The drawing of a handover (FD-400, FD-700, FD-701). */
export const handover = defineKind({
  name: 'handover',
  plural: 'handovers',
  states: ['OPEN', 'ACCEPTED', 'WITHDRAWN'],
  initial: 'OPEN',
  final: ['ACCEPTED', 'WITHDRAWN'],
  verbs: {
    /** The giver completes the record while nobody has accepted it. */
    amend: {
      from: ['OPEN'],
      to: 'same',
      by: 'handover.use',
      needs: z.object({ groups: HandoverEntries, toStaffId: Uuid.nullable() }),
    },
    accept: {
      from: ['OPEN'],
      to: 'ACCEPTED',
      by: 'handover.use',
      needs: z.object({ confirmations: z.array(GroupConfirmation).max(HANDOVER_GROUPS.length) }),
      tone: 'main',
      rules: ['FD-400', 'FD-701', 'OS-014'],
    },
    withdraw: {
      from: ['OPEN'],
      to: 'WITHDRAWN',
      by: 'handover.use',
      needs: z.object({ reason: text(300) }),
      tone: 'danger',
    },
  },
})
export const HANDOVER_VERBS = ['amend', 'accept', 'withdraw'] as const

export const HandoverLine = z.object({
  id: Uuid,
  number: z.string(),
  post: z.object({ id: Uuid, name: z.string() }),
  shift: z.string().nullable(),
  from: Person,
  /** The named taker, and after the acceptance the one who took it. */
  to: Person.nullable(),
  state: z.enum(handover.states),
  openedAt: Instant,
  acceptedAt: Instant.nullable(),
  withdrawnAt: Instant.nullable(),
  openItems: z.number().int(),
  differences: z.number().int(),
  version: z.number().int(),
})
export type HandoverLine = z.infer<typeof HandoverLine>

/**
 * How an item stands: as it was, come since the opening, closed meanwhile, gone to somebody else, moved to the taker, or
 * kept with the giver because the taker is concerned in it (CP-046).
 */
export const ITEM_MARKS = ['listed', 'new', 'closed', 'elsewhere', 'moved', 'kept'] as const
export const HandoverItem = z.object({
  matterId: Uuid,
  number: z.string(),
  title: z.string(),
  kind: z.string(),
  state: z.string(),
  dueAt: Instant.nullable(),
  overdue: z.boolean(),
  mark: z.enum(ITEM_MARKS),
})
export type HandoverItem = z.infer<typeof HandoverItem>

export const HandoverView = HandoverLine.extend({
  items: z.array(HandoverItem),
  groups: z.array(
    z.object({
      group: z.enum(HANDOVER_GROUPS),
      entries: z.array(HandoverEntry),
      agrees: z.boolean().nullable(),
      difference: z.string().nullable(),
      confirmedAt: Instant.nullable(),
    }),
  ),
  withdrawReason: z.string().nullable(),
  moves: z.array(z.enum(HANDOVER_VERBS)),
})
export type HandoverView = z.infer<typeof HandoverView>

export const OpenHandover = z.strictObject({
  postId: Uuid,
  /** Left out: whoever of the next shift accepts first. */
  toStaffId: Uuid.optional(),
  /** For somebody who had to leave; only those who edit rosters. */
  fromStaffId: Uuid.optional(),
  groups: HandoverEntries.prefault({}),
})
export type OpenHandover = z.output<typeof OpenHandover>
export const openHandover = route({
  id: 'openHandover',
  method: 'POST',
  path: '/api/v1/estates/:estateId/handovers',
  access: 'handover.use',
  tag: 'handovers',
  summary: 'Open the handover of a post; the giver’s open matters are listed by the system (FD-700)',
  params: EstateParams,
  body: OpenHandover,
  response: HandoverView,
  status: 201,
})

const HandoverFilter = z.object({
  state: z.enum(handover.states).optional(),
  postId: Uuid.optional(),
  staffId: Uuid.optional(),
  withDifference: z.enum(['true', 'false']).optional(),
  from: TradeDate.optional(),
  to: TradeDate.optional(),
})
export const HandoverQuery = HandoverFilter.extend(PageQuery.shape)
export type HandoverQuery = z.output<typeof HandoverQuery>
export const listHandovers = route({
  id: 'listHandovers',
  method: 'GET',
  path: '/api/v1/estates/:estateId/handovers',
  access: 'handover.use',
  tag: 'handovers',
  summary: 'Handover records, newest first',
  params: EstateParams,
  query: HandoverQuery,
  response: pageOf(HandoverLine),
})
export const exportHandovers = route({
  id: 'exportHandovers',
  method: 'GET',
  path: '/api/v1/estates/:estateId/handovers.xlsx',
  access: 'handover.use',
  tag: 'handovers',
  summary: 'The same list as an Excel workbook',
  params: EstateParams,
  query: HandoverFilter.extend({ lang: ExportLang }),
  response: z.unknown(),
})
export const getHandover = route({
  id: 'getHandover',
  method: 'GET',
  path: '/api/v1/estates/:estateId/handovers/:id',
  access: 'handover.use',
  tag: 'handovers',
  summary: 'One record; while it is open its items are held against what the giver has in hand now',
  params: StaffParams,
  response: HandoverView,
})

const moved = { params: StaffParams, response: HandoverView } as const
const body = <T extends z.ZodRawShape>(needs: z.ZodObject<T>) =>
  z.strictObject({ version: z.number().int().min(1), ...needs.shape })
export const amendHandover = route({
  id: 'handover.amend',
  method: 'POST',
  path: '/api/v1/estates/:estateId/handovers/:id/amend',
  access: handover.verbs.amend.by,
  tag: 'handovers',
  summary: 'Complete the record while it is open; by the giver or a lead',
  body: body(handover.verbs.amend.needs),
  ...moved,
})
export const acceptHandover = route({
  id: 'handover.accept',
  method: 'POST',
  path: '/api/v1/estates/:estateId/handovers/:id/accept',
  access: handover.verbs.accept.by,
  tag: 'handovers',
  summary: 'Confirm every group and take over: the handler of the listed matters changes, their owner stays (OS-014)',
  body: body(handover.verbs.accept.needs),
  ...moved,
})
export const withdrawHandover = route({
  id: 'handover.withdraw',
  method: 'POST',
  path: '/api/v1/estates/:estateId/handovers/:id/withdraw',
  access: handover.verbs.withdraw.by,
  tag: 'handovers',
  summary: 'Take back a handover opened by mistake; by the giver or a lead',
  body: body(handover.verbs.withdraw.needs),
  ...moved,
})

/** One line of the printed record; `group` and `mark` are put into words by the form. */
export const FormRow = z.object({
  group: z.enum(HANDOVER_GROUPS),
  no: z.number().int(),
  text: z.string(),
  number: z.string().nullable(),
  count: z.number().int().nullable(),
  amountFen: Fen.nullable(),
  mark: z.enum(ITEM_MARKS).nullable(),
  agrees: z.boolean().nullable(),
  difference: z.string().nullable(),
})
export const getHandoverForm = route({
  id: 'getHandoverForm',
  method: 'GET',
  path: '/api/v1/estates/:estateId/handovers/:id/form',
  access: 'handover.use',
  tag: 'handovers',
  summary: 'The shift handover record as rows for print (FD-700)',
  params: StaffParams,
  response: z.object({
    number: z.string(),
    estate: z.string(),
    centre: z.string(),
    post: z.string(),
    shift: z.string().nullable(),
    date: LocalDate,
    givenBy: z.string(),
    takenBy: z.string().nullable(),
    openedAt: Instant,
    acceptedAt: Instant.nullable(),
    rows: z.array(FormRow),
  }),
})
