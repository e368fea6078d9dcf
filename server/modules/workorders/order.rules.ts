import type { EntryFact, SignatureFact } from '#contract/kinds/order.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { FilePurpose, Order, OrderContext, Quote } from './order-move.ts'

type Files = readonly { purpose: FilePurpose }[]

/**
 * FD-713: paid work starts only when the customer has accepted the price; what we pay ourselves only when the spending
 * was decided (OS-012). An offer that is open keeps the work waiting whatever it is about.
 */
export const priceStands = (
  order: Pick<Order, 'charge'>,
  quote: Pick<Quote, 'accepted_at' | 'refused_at' | 'charge_to'> | undefined,
): Refusal | undefined => {
  if (order.charge === 'warranty') return undefined
  const accepted = quote?.accepted_at ? quote.charge_to : undefined
  const waiting = quote !== undefined && !quote.accepted_at && !quote.refused_at
  if (waiting) return refuse('E_PRICE_NOT_ACCEPTED', { details: { quote: 'waiting' } })
  if (order.charge === 'paid' && accepted !== 'customer')
    return refuse('E_PRICE_NOT_ACCEPTED', { details: { quote: quote ? 'refused' : 'missing' } })
  return undefined
}

/** FD-713: developer-warranty work is not charged to the customer, so there is nothing to offer. */
export const mayQuote = (
  order: Pick<Order, 'charge' | 'charge_reason'>,
  chargeTo: 'customer' | 'company',
): Refusal | undefined =>
  order.charge === 'warranty' && chargeTo === 'customer'
    ? refuse('E_INPUT', { field: 'body.chargeTo', details: { charge: 'warranty', reason: order.charge_reason } })
    : undefined

/** OS-012: above the owner's limit our own spending needs the customer-service lead. */
export const aboveLimit = (chargeTo: 'customer' | 'company', totalFen: number, limitFen: number): boolean =>
  chargeTo === 'company' && totalFen > limitFen

export const spendingDecided = (
  quote: Pick<Quote, 'needs_approval' | 'approved_at' | 'total_fen'> | undefined,
  limitFen: number,
): Refusal | undefined =>
  quote?.needs_approval && !quote.approved_at
    ? refuse('E_PRICE_NOT_ACCEPTED', { details: { needs: 'csLead', totalFen: quote.total_fen, limitFen } })
    : undefined

/** FD-013: an acceptance by signature carries the signature. */
export const acceptanceSigned = (input: {
  acceptedHow: string
  signature?: SignatureFact | undefined
}): Refusal | undefined =>
  input.acceptedHow === 'signature' && !input.signature
    ? refuse('E_SIGNATURE_MISSING', { field: 'body.signature' })
    : undefined

/** FD-775: consent of an adult resident; or written authority and two of us; or the head's approval and a witness. */
export const checkEntry = (entry: EntryFact, urgent: boolean): Refusal | undefined => {
  const missing = entryGaps(entry, urgent)
  return missing === undefined
    ? undefined
    : refuse('E_ENTRY_MISSING', { field: `body.entry.${missing}`, details: { ground: entry.ground, missing } })
}

const entryGaps = (entry: EntryFact, urgent: boolean): keyof EntryFact | undefined => {
  switch (entry.ground) {
    case 'outside':
      return undefined
    case 'residentPresent':
      if (!entry.consentBy) return 'consentBy'
      return entry.badgeShown ? (entry.shoeCovers ? undefined : 'shoeCovers') : 'badgeShown'
    case 'writtenAuthority':
      if (!entry.consentBy) return 'consentBy'
      return entry.secondPerson ? undefined : 'secondPerson'
    case 'emergency':
      if (!urgent) return 'ground'
      return entry.approvedById ? (entry.witness ? undefined : 'witness') : 'approvedById'
  }
}

/** FD-775: whoever begins work in a home has recorded on what ground they went in, once for each arrival. */
export const entryStands = (
  entry: EntryFact | undefined,
  context: Pick<OrderContext, 'matter' | 'enteredSinceArrival'>,
): Refusal | undefined => {
  const { matter } = context
  if (entry) return checkEntry(entry, matter.urgent)
  return matter.unit_id === null || context.enteredSinceArrival
    ? undefined
    : refuse('E_ENTRY_MISSING', { field: 'body.entry' })
}

/**
 * FD-713, FD-775: pictures before and after; of an emergency only the one after, because nobody waits for a picture
 * while water runs. A home entered without its resident is proven by what was recorded there.
 */
export const photosThere = (
  order: Pick<Order, 'emergency'>,
  context: Pick<OrderContext, 'settings' | 'files' | 'filesSinceReturn' | 'grounds'>,
  given: Files,
): Refusal | undefined => {
  const has = (kept: ReadonlyMap<FilePurpose, number>, purpose: FilePurpose) =>
    (kept.get(purpose) ?? 0) > 0 || given.some((f) => f.purpose === purpose)
  const wanted: FilePurpose[] = context.settings.get('orders.photosRequired')
    ? order.emergency
      ? ['after']
      : ['before', 'after']
    : []
  const missing = wanted.filter(
    (purpose) => !has(purpose === 'after' ? context.filesSinceReturn : context.files, purpose),
  )
  if (context.grounds.has('emergency') && !has(context.files, 'entry')) missing.push('entry')
  if (context.grounds.has('writtenAuthority') && !has(context.files, 'authority')) missing.push('authority')
  return missing.length > 0 ? refuse('E_PHOTO_MISSING', { field: 'body.files', details: { missing } }) : undefined
}

/** FD-713, FD-013: the customer signs for the work, unless nobody was there to sign; an emergency is not held up by it. */
export const signatureThere = (
  order: Pick<Order, 'emergency'>,
  context: Pick<OrderContext, 'settings' | 'signedSinceReturn'>,
  input: { signature?: SignatureFact | undefined; unsigned?: 'customerAbsent' | undefined },
): Refusal | undefined => {
  if (!context.settings.get('orders.signatureRequired') || order.emergency) return undefined
  return input.signature || context.signedSinceReturn || input.unsigned
    ? undefined
    : refuse('E_SIGNATURE_MISSING', { field: 'body.signature' })
}

/** FD-715: after so many visits to a closed door the order is put on hold; 0 never holds. */
export const holdsAfter = (absentCount: number, limit: number): boolean => limit > 0 && absentCount >= limit

/** OS-005: a room or telephone number inside a title is not told before acceptance. */
export const withoutNumbers = (title: string): string => title.replaceAll(/\d(?:[\s-]?\d){2,}/g, '***')

/** Who had the order before; whoever has it now is not among them. */
export const formerWith = (order: Pick<Order, 'executor_id' | 'former_executor_ids'>, next: string): string[] =>
  [...new Set([...order.former_executor_ids, ...(order.executor_id ? [order.executor_id] : [])])].filter(
    (id) => id !== next,
  )
