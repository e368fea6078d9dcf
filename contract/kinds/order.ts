import { z } from 'zod'
import { defineKind } from '../kind.ts'
import { ClockOff, Fen, InstantInput, LocalDate, optionalText, text, Uuid } from '../values.ts'

/** What a picture or paper on an order shows. */
export const ORDER_FILE_PURPOSES = ['before', 'during', 'after', 'entry', 'authority', 'signature', 'other'] as const
export const CHARGES = ['included', 'paid', 'warranty'] as const
export const ENTRY_GROUNDS = ['residentPresent', 'writtenAuthority', 'emergency', 'outside'] as const
export const CAPACITIES = ['owner', 'family', 'tenant', 'shop', 'proxy', 'colleague', 'other'] as const

/** FD-013: a signature is a fact: who, as what, when, on what. Drawn (a file) or typed on the screen. */
export const SignatureFact = z.object({
  signer: text(100),
  capacity: z.enum(CAPACITIES),
  medium: z.enum(['screen', 'paper']),
  fileId: Uuid.optional(),
  signedAt: InstantInput.optional(),
})
export type SignatureFact = z.output<typeof SignatureFact>

/** FD-775: on what ground somebody went into a home, and what was kept to. */
export const EntryFact = z.object({
  /** `outside`: no home is entered, the work is in common parts. */
  ground: z.enum(ENTRY_GROUNDS),
  /** The adult resident who let us in, or who gave the written authority. */
  consentBy: optionalText(100),
  badgeShown: z.boolean().default(false),
  shoeCovers: z.boolean().default(false),
  secondPerson: optionalText(100),
  approvedById: Uuid.optional().meta({ widget: 'staff', role: 'centreHead' }),
  witness: optionalText(200),
})
export type EntryFact = z.output<typeof EntryFact>

export const OrderFileRef = z.object({ fileId: Uuid, purpose: z.enum(ORDER_FILE_PURPOSES) })

/** Amounts like 1.5 m: at most two decimals. */
const quantity = z
  .number()
  .min(0.01)
  .max(100_000)
  .refine((n) => Math.abs(n * 100 - Math.round(n * 100)) < 1e-6, { message: 'two_decimals' })
export const QuoteItem = z.object({ name: text(100), qty: quantity, unit: text(20), unitFen: Fen })
export type QuoteItem = z.output<typeof QuoteItem>
export const MaterialItem = z.object({ name: text(100), qty: quantity, unit: text(20), unitFen: Fen.optional() })
export type MaterialItem = z.output<typeof MaterialItem>

const acceptance = {
  acceptedWho: text(100),
  capacity: z.enum(CAPACITIES),
  acceptedHow: z.enum(['signature', 'inPerson', 'phone', 'message']),
  acceptedAt: InstantInput.optional(),
  signature: SignatureFact.optional(),
}
const files = z.array(OrderFileRef).max(20).default([])

/**
 * A work order: what one executor (a member of staff or a provider's account) does under a matter. The matter leads and
 * the order follows; which state of FD-714 stands where: server/modules/workorders/README.md.
 */
export const order = defineKind({
  name: 'order',
  plural: 'orders',
  states: [
    'OFFERED',
    'ACCEPTED',
    'ON_THE_WAY',
    'ON_SITE',
    'LOOKED',
    'QUOTED',
    'PRICE_ACCEPTED',
    'WORKING',
    'MATERIAL_WAIT',
    'DONE',
    'RETURNED',
    'CUSTOMER_ABSENT',
    'ON_HOLD',
    'TO_APPOINT',
    'APPROVED',
    'DECLINED',
    'CANCELLED',
  ],
  initial: 'OFFERED',
  final: ['APPROVED', 'DECLINED', 'CANCELLED'],
  verbs: {
    accept: {
      from: ['OFFERED'],
      to: 'ACCEPTED',
      by: 'order.execute',
      needs: z.object({}),
      tone: 'main',
      rules: ['OS-005'],
    },
    /** The line says no after all: the matter has to be organised anew. */
    decline: {
      from: ['OFFERED', 'ACCEPTED', 'ON_THE_WAY', 'ON_SITE', 'LOOKED', 'QUOTED'],
      to: 'DECLINED',
      by: 'order.execute',
      needs: z.object({
        reason: z.enum(['noTime', 'wrongLine', 'notFeasible', 'unsafe', 'customerRefusedPrice', 'other']),
        explanation: text(500),
      }),
      tone: 'danger',
      rules: ['FD-714', 'OS-012'],
    },
    goOnTheWay: {
      from: ['ACCEPTED', 'RETURNED'],
      to: 'ON_THE_WAY',
      by: 'order.execute',
      needs: z.object({}),
      tone: 'main',
    },
    arrive: {
      from: ['ACCEPTED', 'ON_THE_WAY', 'RETURNED'],
      to: 'ON_SITE',
      by: 'order.execute',
      needs: z.object({ arrivedAt: InstantInput.optional(), clockOffMs: ClockOff.optional() }),
      tone: 'main',
      rules: ['FD-760'],
    },
    /** FD-711: the on-site look yields the work, the material, and whether it is paid. */
    look: {
      from: ['ON_SITE'],
      to: 'LOOKED',
      by: 'order.execute',
      needs: z.object({
        findings: text(2000),
        work: text(2000),
        material: optionalText(1000),
        paid: z.boolean(),
        entry: EntryFact.optional(),
        files,
      }),
      rules: ['FD-711', 'FD-775'],
    },
    /** FD-713: whether the customer pays; developer-warranty work is not charged. */
    setCharge: {
      from: [
        'OFFERED',
        'ACCEPTED',
        'ON_THE_WAY',
        'ON_SITE',
        'LOOKED',
        'QUOTED',
        'PRICE_ACCEPTED',
        'MATERIAL_WAIT',
        'RETURNED',
        'TO_APPOINT',
      ],
      to: 'same',
      by: 'order.quote',
      needs: z.object({ charge: z.enum(CHARGES), reason: text(300) }),
      rules: ['FD-713'],
    },
    quote: {
      from: ['ON_SITE', 'LOOKED', 'QUOTED', 'PRICE_ACCEPTED', 'WORKING'],
      to: 'QUOTED',
      by: 'order.quote',
      needs: z.object({
        items: z.array(QuoteItem).min(1).max(50),
        /** Who pays: the customer, or we ourselves (OS-012). */
        chargeTo: z.enum(['customer', 'company']).default('customer'),
        note: optionalText(500),
      }),
      rules: ['FD-711', 'FD-713'],
    },
    /** OS-012: what costs us more than the owner may spend needs the customer-service lead. */
    approveSpending: {
      from: ['QUOTED'],
      to: 'same',
      by: 'order.approve_spending',
      needs: z.object({ note: optionalText(500) }),
      rules: ['OS-012'],
    },
    acceptPrice: {
      from: ['QUOTED'],
      to: 'PRICE_ACCEPTED',
      by: 'order.execute',
      needs: z.object(acceptance),
      tone: 'main',
      rules: ['FD-713', 'FD-013'],
    },
    /** The customer says yes to the desk on the telephone, or the owner of the matter for what we pay ourselves. */
    acceptPriceAtDesk: {
      from: ['QUOTED'],
      to: 'PRICE_ACCEPTED',
      by: 'order.assign',
      needs: z.object(acceptance),
      tone: 'main',
      rules: ['FD-713', 'OS-012'],
    },
    refusePrice: { from: ['QUOTED'], to: 'LOOKED', by: 'order.execute', needs: z.object({ reason: text(500) }) },
    startWork: {
      from: ['ON_SITE', 'LOOKED', 'PRICE_ACCEPTED'],
      to: 'WORKING',
      by: 'order.execute',
      needs: z.object({ entry: EntryFact.optional(), files }),
      tone: 'main',
      rules: ['FD-713', 'FD-775'],
    },
    waitForMaterial: {
      from: ['LOOKED', 'PRICE_ACCEPTED', 'WORKING'],
      to: 'MATERIAL_WAIT',
      by: 'order.execute',
      needs: z.object({ material: text(500), expectedOn: LocalDate.optional() }),
      rules: ['FD-714'],
    },
    continueWork: {
      from: ['MATERIAL_WAIT'],
      to: 'WORKING',
      by: 'order.execute',
      needs: z.object({ entry: EntryFact.optional(), note: optionalText(500) }),
      tone: 'main',
    },
    finish: {
      from: ['WORKING'],
      to: 'DONE',
      by: 'order.execute',
      needs: z.object({
        result: text(2000),
        materials: z.array(MaterialItem).max(50).default([]),
        files,
        signature: SignatureFact.optional(),
        /** The only reason for work without the customer's signature. */
        unsigned: z.enum(['customerAbsent']).optional(),
        clockOffMs: ClockOff.optional(),
      }),
      tone: 'main',
      rules: ['FD-713', 'FD-013'],
    },
    /** FD-715: nobody opened; a card is left at the door. */
    reportAbsent: {
      from: ['ON_THE_WAY', 'ON_SITE'],
      to: 'CUSTOMER_ABSENT',
      by: 'order.execute',
      needs: z.object({ cardLeft: z.boolean(), note: optionalText(500), files }),
      rules: ['FD-715'],
    },
    /** The work goes on another day: a new time is agreed through the matter, with the line asked first. */
    needAppointment: {
      from: ['LOOKED', 'PRICE_ACCEPTED', 'WORKING', 'MATERIAL_WAIT', 'RETURNED'],
      to: 'TO_APPOINT',
      by: 'order.execute',
      needs: z.object({ reason: text(500) }),
      rules: ['FD-711'],
    },
    attachFiles: {
      from: 'open',
      to: 'same',
      by: 'order.execute',
      needs: z.object({ files: z.array(OrderFileRef).min(1).max(20) }),
    },
    addMaterials: {
      from: ['WORKING', 'MATERIAL_WAIT', 'DONE', 'RETURNED'],
      to: 'same',
      by: 'order.execute',
      needs: z.object({ materials: z.array(MaterialItem).min(1).max(50) }),
    },
    voidMaterial: {
      from: ['WORKING', 'MATERIAL_WAIT', 'DONE', 'RETURNED'],
      to: 'same',
      by: 'order.execute',
      needs: z.object({ materialId: Uuid, reason: text(300) }),
      rules: ['FD-011'],
    },
    sign: {
      from: ['WORKING', 'DONE'],
      to: 'same',
      by: 'order.execute',
      needs: z.object({ signature: SignatureFact }),
      rules: ['FD-013'],
    },
    note: { from: 'open', to: 'same', by: 'order.execute', needs: z.object({ text: text(2000) }) },
    reassign: {
      from: [
        'OFFERED',
        'ACCEPTED',
        'ON_THE_WAY',
        'ON_SITE',
        'LOOKED',
        'QUOTED',
        'PRICE_ACCEPTED',
        'WORKING',
        'MATERIAL_WAIT',
        'RETURNED',
      ],
      to: 'OFFERED',
      by: 'order.assign',
      needs: z.object({ executorId: Uuid.meta({ widget: 'staff' }), reason: text(500) }),
      rules: ['OS-012'],
    },
    /** The matter has agreed a new time with the customer. */
    appoint: {
      from: ['CUSTOMER_ABSENT', 'ON_HOLD', 'TO_APPOINT'],
      to: 'OFFERED',
      by: 'order.assign',
      needs: z.object({ executorId: Uuid, from: InstantInput, to: InstantInput }),
      system: true,
      rules: ['FD-410', 'FD-715'],
    },
    hold: {
      from: ['CUSTOMER_ABSENT'],
      to: 'ON_HOLD',
      by: 'order.execute',
      needs: z.object({}),
      system: true,
      rules: ['FD-715'],
    },
    /** The matter says what becomes of the work. */
    returnForRework: {
      from: ['DONE'],
      to: 'RETURNED',
      by: 'order.assign',
      needs: z.object({ reason: text(1000) }),
      system: true,
      rules: ['OS-018'],
    },
    approve: {
      from: ['DONE'],
      to: 'APPROVED',
      by: 'order.assign',
      needs: z.object({}),
      system: true,
      rules: ['OS-011'],
    },
    /** An emergency was declared over by somebody else than the executor. */
    conclude: {
      from: ['OFFERED', 'ACCEPTED', 'ON_THE_WAY', 'ON_SITE', 'LOOKED', 'WORKING', 'MATERIAL_WAIT', 'RETURNED'],
      to: 'DONE',
      by: 'order.assign',
      needs: z.object({ result: text(2000) }),
      system: true,
    },
    cancel: {
      from: 'open',
      to: 'CANCELLED',
      by: 'order.assign',
      needs: z.object({ reason: text(1000) }),
      system: true,
      rules: ['OS-018'],
    },
  },
})
export type OrderVerb = keyof typeof order.verbs & string
export type OrderState = (typeof order.states)[number]
