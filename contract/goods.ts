import { z } from 'zod'
import { DayRange } from './desk.ts'
import { Picture } from './files.ts'
import { PageQuery, pageOf } from './paging.ts'
import { EstateParams, MatterParams, Person } from './parts.ts'
import { route } from './route.ts'
import { ClockOff, Instant, InstantInput, LocalDate, optionalText, text, Uuid } from './values.ts'

/* ---- FD-506 … FD-508: goods that leave the estate, as the guard at the gate checks them ---- */

const base = '/api/v1/estates/:estateId'

/** `match` lets the goods out; with anything else they stay, and the desk is told at once. */
export const GATE_RESULTS = ['match', 'differs', 'noSlip', 'slipUsed'] as const
export type GateResult = (typeof GATE_RESULTS)[number]

const GoodsLine = z.object({
  category: z.string(),
  quantity: z.number(),
  unit: z.string(),
  remark: z.string().nullable(),
})
export type GoodsLine = z.output<typeof GoodsLine>
/** What is not exact is refused by its own codes (FD-504), not by the form. */
const GoodsLineInput = z.strictObject({
  category: optionalText(60).default(''),
  quantity: z.number().max(99_999).default(0),
  unit: optionalText(20).default(''),
  remark: optionalText(200),
})
const Lines = z.array(GoodsLineInput).max(60)

const Unit = z.object({ id: Uuid, display: z.string() })
const Gate = z.object({ id: Uuid, code: z.string(), name: z.string() })
/** The passage for which a slip was used. */
const Passage = z.object({ id: Uuid, at: Instant, gate: z.string(), guard: z.string() })

export const GateCheck = z.object({
  id: Uuid,
  at: Instant,
  receivedAt: Instant,
  /** How far the phone's clock was ahead; its times were set right by it. */
  clockOffMs: z.number().int(),
  gate: Gate,
  scanned: z.boolean(),
  guard: Person,
  result: z.enum(GATE_RESULTS),
  slipNumber: z.string().nullable(),
  unit: Unit.nullable(),
  unitSaid: z.string().nullable(),
  carrierName: z.string().nullable(),
  /** Masked like every telephone number and plate; the whole one is an unmasking of its own. */
  carrierPhone: z.string().nullable(),
  plate: z.string().nullable(),
  lines: z.array(GoodsLine),
  slipCollected: z.boolean(),
  photos: z.number().int(),
  difference: z.string().nullable(),
  /** FD-507: the first passage on the same slip; goods were let out on it a second time. */
  secondOf: Passage.nullable(),
  /** What the desk was told, and what it answered. */
  matter: z.object({ id: Uuid, number: z.string(), open: z.boolean(), answer: z.string().nullable() }).nullable(),
  corrections: z.number().int(),
  voidedAt: Instant.nullable(),
  voidedBy: Person.nullable(),
  voidReason: z.string().nullable(),
  mayCorrect: z.boolean(),
  version: z.number().int(),
})
export type GateCheck = z.output<typeof GateCheck>

/** What may be put right: what was written down, never what was done. */
const facts = {
  slipNumber: optionalText(60),
  /** As said; the unit it names, if there is one, is found by the server. */
  unitSaid: optionalText(60),
  carrierName: optionalText(60),
  carrierPhone: optionalText(40),
  plate: optionalText(20),
  difference: optionalText(1000),
  lines: Lines.optional(),
}
export const GATE_FACTS = [
  'slipNumber',
  'unitSaid',
  'carrierName',
  'carrierPhone',
  'plate',
  'difference',
  'lines',
] as const

export const GateCheckDetail = GateCheck.extend({
  photoMissing: z.string().nullable(),
  slipPhotos: z.array(Picture),
  goodsPhotos: z.array(Picture),
  /** Each correction with what stood there before it. */
  changes: z.array(
    z.object({
      id: Uuid,
      at: Instant,
      by: Person,
      reason: z.string(),
      before: z.array(z.object({ what: z.enum(GATE_FACTS), value: z.string().nullable() })),
    }),
  ),
})
export type GateCheckDetail = z.output<typeof GateCheckDetail>
export type GateFact = (typeof GATE_FACTS)[number]

export const SentGateCheck = z.strictObject({
  id: Uuid,
  /** When it was done, set right by the phone. */
  at: InstantInput,
  clockOffMs: ClockOff.optional(),
  placeId: Uuid,
  labelToken: text(40).optional(),
  result: z.enum(GATE_RESULTS),
  ...facts,
  lines: Lines.default([]),
  /** FD-506: the guard has the slip. */
  slipCollected: z.boolean().default(false),
  slipPhotoIds: z.array(Uuid).max(9).default([]),
  goodsPhotoIds: z.array(Uuid).max(9).default([]),
  /** Why there is no photo where one is asked for. */
  photoMissing: optionalText(200),
  /** The goods have left already: what a phone tells afterwards is kept, also of a slip that was used (FD-507). */
  gone: z.boolean().default(false),
})
export type SentGateCheck = z.output<typeof SentGateCheck>
const TakenGateCheck = z.object({ id: Uuid, secondOf: Passage.nullable(), matterNumber: z.string().nullable() })
export type TakenGateCheck = z.output<typeof TakenGateCheck>

const READERS = 'gate.read'
const GateFilter = DayRange.extend({
  placeId: Uuid.optional(),
  result: z.enum(GATE_RESULTS).optional(),
  unitId: Uuid.optional(),
  guardId: Uuid.optional(),
  second: z.enum(['true', 'false']).optional(),
  voided: z.enum(['true', 'false']).optional(),
  q: optionalText(60),
})

export const listGateChecks = route({
  id: 'listGateChecks',
  method: 'GET',
  path: `${base}/gate-checks`,
  access: READERS,
  tag: 'goods',
  summary: 'FD-508: the register of customer goods moved out, newest first',
  params: EstateParams,
  query: GateFilter.extend(PageQuery.shape),
  response: pageOf(GateCheck),
})
export const listGates = route({
  id: 'listGates',
  method: 'GET',
  path: `${base}/gates`,
  access: READERS,
  tag: 'goods',
  summary: 'The gates of an estate, and who has checked goods there: what the register is filtered by',
  params: EstateParams,
  response: z.object({ gates: z.array(Gate), guards: z.array(Person) }),
})
export const printGateChecks = route({
  id: 'printGateChecks',
  method: 'GET',
  path: `${base}/gate-checks/print.pdf`,
  access: READERS,
  tag: 'goods',
  summary: 'FD-508: the register of a day on paper',
  params: EstateParams,
  query: z.object({
    date: LocalDate.optional(),
    placeId: Uuid.optional(),
    lang: z.enum(['zh', 'en']).default('zh'),
  }),
  response: z.unknown(),
})
export const getGateCheck = route({
  id: 'getGateCheck',
  method: 'GET',
  path: `${base}/gate-checks/:id`,
  access: READERS,
  tag: 'goods',
  summary: 'One gate check with its photos and corrections',
  params: MatterParams,
  response: GateCheckDetail,
})
export const sendGateCheck = route({
  id: 'sendGateCheck',
  method: 'POST',
  path: `${base}/gate-checks`,
  access: 'gate.check',
  tag: 'goods',
  summary: 'FD-506: goods checked against their slip at the gate; the same id again gets the first answer',
  params: EstateParams,
  body: SentGateCheck,
  response: TakenGateCheck,
  status: 201,
})
export const correctGateCheck = route({
  id: 'correctGateCheck',
  method: 'POST',
  path: `${base}/gate-checks/:id/correct`,
  access: 'gate.correct',
  tag: 'goods',
  summary: 'What was written down wrongly is put right, with the reason; what stood there stays on the record',
  params: MatterParams,
  body: z.strictObject({ ...facts, reason: text(200), version: z.number().int() }),
  response: GateCheckDetail,
})
export const voidGateCheck = route({
  id: 'voidGateCheck',
  method: 'POST',
  path: `${base}/gate-checks/:id/void`,
  access: 'gate.correct',
  tag: 'goods',
  summary: 'A check that does not count, with the reason; its slip is free again',
  params: MatterParams,
  body: z.strictObject({ reason: text(200), version: z.number().int() }),
  response: GateCheckDetail,
})
export const unmaskGateCheck = route({
  id: 'unmaskGateCheck',
  method: 'POST',
  path: `${base}/gate-checks/:id/unmask`,
  access: 'customer.unmask',
  tag: 'goods',
  summary: 'A telephone number or plate in full; who looked, at what and why is kept (FD-015)',
  params: MatterParams,
  body: z.strictObject({ field: z.enum(['carrierPhone', 'plate']), purpose: text(200) }),
  response: z.object({ value: z.string() }),
})

/* ---- the phone ---- */

export const checkSlip = route({
  id: 'checkSlip',
  method: 'GET',
  path: `${base}/gate-slips`,
  access: ['gate.check', READERS],
  tag: 'goods',
  summary: 'FD-507: whether goods may still leave on this slip; E_SLIP_USED says when, where and by whom it was used',
  params: EstateParams,
  query: z.object({ number: text(60) }),
  response: z.object({ number: z.string() }),
})

/** What the phone of a guard takes along beside the places: units to choose from, slips that were used, checks of today. */
const GatePack = z.object({
  /** As they are called; the server knows them by that. */
  units: z.array(z.string()),
  used: z.array(Passage.extend({ slipNumber: z.string() })),
  checks: z.array(
    z.object({
      id: Uuid,
      at: Instant,
      placeId: Uuid,
      guard: z.string(),
      result: z.enum(GATE_RESULTS),
      slipNumber: z.string().nullable(),
      unit: z.string().nullable(),
      second: z.boolean(),
      matter: GateCheck.shape.matter,
    }),
  ),
})
export type GatePack = z.output<typeof GatePack>
export const getGatePack = route({
  id: 'getGatePack',
  method: 'GET',
  path: `${base}/field/gate-pack`,
  access: 'gate.check',
  tag: 'goods',
  summary: 'What the phone of a guard takes along for checks at the gates',
  params: EstateParams,
  response: GatePack,
})
