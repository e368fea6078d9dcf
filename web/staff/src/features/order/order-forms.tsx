import { z } from 'zod'
import { CAPACITIES, type OrderVerb, order as shape } from '#contract/kinds/order.ts'
import type { OrderView } from '#contract/orders.ts'
import { text } from '#contract/values.ts'
import { ApiError } from '#ui/api-error.ts'
import type { FieldSpec } from '#ui/form/widget.ts'
import type { T } from '#ui/i18n.ts'
import type { MoveLook } from '#ui/moves/move-form.tsx'
import { EntryDraft } from './entry-widget.tsx'
import { countFiles, entryIsOpen, finishSlots, isSigned } from './order-body.rules.ts'
import { latestQuote, QuoteCard } from './quotes.tsx'
import { SignatureDraft } from './signature-widget.tsx'

type Values = Record<string, unknown>
type Purpose = Parameters<typeof countFiles>[1]

const photos = (
  t: T,
  order: OrderView,
  purposes: readonly (Purpose | { purpose: Purpose; required: boolean; have: number })[],
): FieldSpec => ({
  label: t('field.files'),
  widget: 'orderPhotos',
  span: 2,
  extra: {
    slots: purposes.map((one) =>
      typeof one === 'string' ? { purpose: one, required: false, have: countFiles(order, one) } : one,
    ),
  },
})
const entry = (t: T, order: OrderView): FieldSpec | null =>
  order.unit === null
    ? null
    : { label: t('field.entry'), widget: 'orderEntry', span: 2, extra: order.urgent || order.emergency ? 'urgent' : '' }
const signature = (t: T, when?: FieldSpec['when']): FieldSpec => ({
  label: t('field.signature'),
  widget: 'orderSignature',
  span: 2,
  ...(when ? { when } : {}),
})

const unsignedRefusal = () => new ApiError({ code: 'E_SIGNATURE_MISSING', status: 0, field: 'signature' })
/** An entry that was not touched is not sent: the server says whether one is needed. */
const withEntry = (values: Values): Values => {
  const { entry: given, ...rest } = values
  const read = EntryDraft.safeParse(given)
  return read.success && read.data.ground ? { ...rest, entry: read.data } : rest
}

/** FD-713: how the customer said yes; a signature carries the name and the capacity itself. */
const Acceptance = z.object({
  acceptedHow: shape.verbs.acceptPrice.needs.shape.acceptedHow,
  signature: SignatureDraft.optional(),
  acceptedWho: text(100).optional(),
  capacity: z.enum(CAPACITIES).optional(),
})
const acceptance = (t: T, order: OrderView, atDesk: boolean): MoveLook => {
  const quote = latestQuote(order)
  const drawn: NonNullable<FieldSpec['when']> = (values) => values.acceptedHow === 'signature'
  const told: NonNullable<FieldSpec['when']> = (values) => values.acceptedHow !== undefined && !drawn(values)
  const hows = atDesk
    ? (['phone', 'inPerson', 'message', 'signature'] as const)
    : (['signature', 'inPerson', 'phone', 'message'] as const)
  return {
    schema: Acceptance,
    above: quote ? <QuoteCard quote={quote} toTell /> : null,
    initial: {
      acceptedHow: hows[0],
      ...(order.customerName ? { acceptedWho: order.customerName, signature: { signer: order.customerName } } : {}),
    },
    fields: {
      acceptedHow: {
        label: t('field.acceptedHow'),
        widget: 'radio',
        span: 2,
        options: hows.map((value) => ({ value, label: t(`choice.${value}`) })),
      },
      signature: signature(t, drawn),
      acceptedWho: { label: t('field.acceptedWho'), when: told },
      capacity: {
        label: t('field.capacity'),
        when: told,
        options: CAPACITIES.map((value) => ({ value, label: t(`choice.${value}`) })),
      },
    },
    toBody: (values) => {
      const { signature: signed, ...rest } = Acceptance.parse(values)
      if (rest.acceptedHow !== 'signature') {
        if (!rest.acceptedWho) throw missing('acceptedWho')
        if (!rest.capacity) throw missing('capacity')
        return rest
      }
      if (!signed || !isSigned(signed)) throw unsignedRefusal()
      return { acceptedHow: 'signature', acceptedWho: signed.signer, capacity: signed.capacity, signature: signed }
    },
  }
}
const missing = (field: string) =>
  new ApiError({
    code: 'E_INPUT',
    status: 0,
    field,
    issues: [{ path: field, code: 'invalid_type', params: { missing: true, expected: 'string' } }],
  })

const Finish = shape.verbs.finish.needs.extend({ signature: SignatureDraft.optional() })

/** What the page knows better than the drawing about the form of each verb. */
export const orderLook = (t: T, order: OrderView, verb: OrderVerb): MoveLook => {
  switch (verb) {
    case 'look':
      return {
        schema: shape.verbs.look.needs.extend({ entry: EntryDraft.optional() }),
        initial: { paid: order.charge === 'paid' },
        fields: {
          findings: { label: t('field.findings'), rows: 2 },
          work: { label: t('field.work'), rows: 2 },
          material: { label: t('field.material'), rows: 1 },
          paid: { label: t('field.paid'), help: t('order.paidHint') },
          entry: entry(t, order),
          files: photos(t, order, ['before', 'during']),
        },
        toBody: withEntry,
      }
    case 'startWork':
      return {
        schema: shape.verbs.startWork.needs.extend({ entry: EntryDraft.optional() }),
        fields: {
          entry: entryIsOpen(order) ? entry(t, order) : null,
          files: photos(t, order, [
            { purpose: 'before', required: !order.emergency, have: countFiles(order, 'before') },
          ]),
        },
        toBody: withEntry,
      }
    case 'continueWork':
      return {
        schema: shape.verbs.continueWork.needs.extend({ entry: EntryDraft.optional() }),
        fields: { entry: entry(t, order), note: { label: t('field.note') } },
        toBody: withEntry,
      }
    case 'quote':
      return {
        schema: shape.verbs.quote.needs.extend({ items: shape.verbs.quote.needs.shape.items.optional() }),
        toBody: (values) => {
          if (values.items === undefined) throw missing('items')
          return values
        },
        width: 720,
        initial: { chargeTo: order.charge === 'warranty' ? 'company' : 'customer' },
        fields: {
          items: { label: t('field.items'), widget: 'orderItems', span: 2, extra: { priced: true } },
          note: { label: t('field.note'), rows: 1 },
          chargeTo: {
            label: t('field.chargeTo'),
            help: t('order.chargeToHint'),
            options: (['customer', 'company'] as const).map((value) => ({ value, label: t(`choice.${value}`) })),
          },
        },
      }
    case 'acceptPrice':
    case 'acceptPriceAtDesk':
      return acceptance(t, order, verb === 'acceptPriceAtDesk')
    case 'finish':
      return {
        schema: Finish,
        width: 720,
        initial: order.customerName ? { signature: { signer: order.customerName } } : {},
        fields: {
          result: { label: t('field.result'), rows: 2, placeholder: t('order.resultHint') },
          files: photos(t, order, finishSlots(order)),
          materials: { label: t('field.materials'), widget: 'orderItems', span: 2, extra: { priced: false } },
          unsigned: {
            label: t('order.signing'),
            widget: 'orderSigning',
            span: 2,
          },
          signature: signature(t, (values) => values.unsigned === undefined),
        },
        toBody: ({ signature: signed, unsigned, ...rest }) => ({
          ...rest,
          ...(unsigned ? { unsigned } : isSigned(signed) ? { signature: signed } : {}),
        }),
      }
    case 'sign':
      return {
        schema: z.object({ signature: SignatureDraft.optional() }),
        initial: order.customerName ? { signature: { signer: order.customerName } } : {},
        fields: { signature: signature(t) },
        toBody: ({ signature: signed }) => {
          if (!isSigned(signed)) throw unsignedRefusal()
          return { signature: signed }
        },
      }
    case 'reportAbsent':
      return {
        fields: {
          cardLeft: { label: t('field.cardLeft'), help: t('order.cardHint'), span: 2 },
          note: { label: t('field.note'), placeholder: t('order.absentHint') },
          files: photos(t, order, ['other']),
        },
        initial: { cardLeft: false },
      }
    case 'attachFiles':
      return { fields: { files: photos(t, order, ['before', 'during', 'after', 'entry', 'authority', 'other']) } }
    case 'addMaterials':
      return {
        schema: z.object({ materials: shape.verbs.addMaterials.needs.shape.materials.optional() }),
        fields: {
          materials: { label: t('field.materials'), widget: 'orderItems', span: 2, extra: { priced: false } },
        },
        toBody: (values) => {
          if (values.materials === undefined) throw missing('materials')
          return values
        },
      }
    case 'reassign':
      return {
        fields: { executorId: { label: t('field.executorId'), widget: 'staff', extra: { line: order.line } } },
      }
    default:
      return {}
  }
}
