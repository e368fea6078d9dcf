import type { OrderLine, OrderView } from '#contract/orders.ts'
import type { Instant } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { maskPhone } from '#platform/privacy/mask.ts'
import type { OrderListRow } from './list.store.ts'
import { orderMoves } from './order.moves.ts'
import { maySeePhone, type Sight, sightOf, verbsFor } from './order.policy.ts'
import { withoutNumbers } from './order.rules.ts'
import type { OrderMove } from './order-move.ts'
import type { OrderParts, Overlap } from './view.store.ts'

type Viewer = { actor: Actor; now: Instant; ownSightDays: number }

const titleFor = (sight: Sight, title: string): string | null => {
  if (sight === 'none') return null
  return sight === 'offer' ? withoutNumbers(title) : title
}

/** A line as this person may read it: what lies beyond their sight is null (OS-005). */
export const presentOrderLine = (row: OrderListRow, { actor, now, ownSightDays }: Viewer): OrderLine => {
  const sight = sightOf(actor, row, now, ownSightDays)
  const knows = sight === 'all' || sight === 'work'
  return {
    id: row.id,
    number: row.number,
    state: row.state as OrderLine['state'],
    open: row.open,
    line: row.line as OrderLine['line'],
    emergency: row.emergency,
    urgent: row.urgent,
    matter: { id: row.matter_id, number: row.matter_number, state: row.matter_state },
    title: titleFor(sight, row.title),
    unit: knows && row.unit_id ? { id: row.unit_id, display: row.unit_display ?? '' } : null,
    place: knows ? row.place : null,
    customerName: knows ? (row.customer_name ?? row.linked_customer_name) : null,
    executor: row.executor_id
      ? { id: row.executor_id, name: row.executor_name ?? '', provider: row.executor_provider }
      : null,
    appointmentFrom: row.appointment_from,
    appointmentTo: row.appointment_to,
    charge: row.charge as OrderLine['charge'],
    totalFen: row.total_fen,
    reworkCount: row.rework_count,
    absentCount: row.absent_count,
    createdAt: row.created_at,
    endedAt: row.ended_at,
    version: row.version,
  }
}

/** The buttons of this person on this order now. */
const movesOffered = (actor: Actor, row: OrderListRow): OrderView['moves'] => {
  const table: Readonly<Record<string, OrderMove<never>>> = orderMoves
  return verbsFor(actor, row).flatMap(([verb, v]) =>
    table[verb]?.offered?.(actor, row) === false
      ? []
      : [{ verb, tone: v.tone ?? ('plain' as const), to: v.to === 'same' ? row.state : v.to }],
  )
}

export const presentOrder = (
  row: OrderListRow,
  parts: OrderParts,
  conflicts: readonly Overlap[],
  viewer: Viewer,
): OrderView => {
  const { actor, now, ownSightDays } = viewer
  const sight = sightOf(actor, row, now, ownSightDays)
  const knows = sight === 'all' || sight === 'work'
  return {
    ...presentOrderLine(row, viewer),
    customerSaid: knows ? row.customer_said : null,
    phone: knows ? maskPhone(row.contact_phone) : null,
    maySeePhone: maySeePhone(actor, row),
    cautions: knows ? parts.cautions : [],
    chargeReason: row.charge_reason,
    acceptedAt: row.accepted_at,
    arrivedAt: row.arrived_at,
    doneAt: row.done_at,
    result: knows ? row.result : null,
    unsigned: row.unsigned,
    reason: knows ? row.reason : null,
    look: knows ? lookOf(row.look) : null,
    quotes: parts.quotes.map((q) => presentQuote(q, knows)),
    materials: parts.materials.map((m) => ({
      id: m.id,
      name: m.name,
      qty: m.qty,
      unit: m.unit,
      unitFen: m.unit_fen,
      voidReason: m.void_reason,
    })),
    signatures: knows ? parts.signatures.map(presentSignature) : [],
    entries: knows ? parts.entries.map(presentEntry) : [],
    files: knows
      ? parts.files.map((f) => ({
          id: f.id,
          purpose: f.purpose as OrderView['files'][number]['purpose'],
          name: f.name,
          mime: f.mime,
          addedAt: f.added_at,
        }))
      : [],
    previous: parts.previous,
    conflicts: conflicts.map(presentConflict),
    moves: movesOffered(actor, row),
  }
}

export const presentConflict = ({ id, number, from, to }: Overlap) => ({ id, number, from, to })

// who accepted is a name of the customer; sums and dates are the executor's own account
const presentQuote = (q: OrderParts['quotes'][number], knows: boolean): OrderView['quotes'][number] => ({
  id: q.id,
  items: q.items,
  totalFen: q.total_fen,
  chargeTo: q.charge_to as 'customer' | 'company',
  note: q.note,
  madeBy: q.made_by,
  madeAt: q.made_at,
  needsApproval: q.needs_approval,
  approvedBy: q.approved_by,
  acceptedAt: q.accepted_at,
  acceptedWho: knows ? q.accepted_who : null,
  acceptedCapacity: q.accepted_capacity,
  acceptedHow: q.accepted_how,
  refusedAt: q.refused_at,
  refusedReason: knows ? q.refused_reason : null,
  voidedAt: q.voided_at,
})

const presentSignature = (s: OrderParts['signatures'][number]): OrderView['signatures'][number] => ({
  id: s.id,
  about: s.about as 'price' | 'done',
  signer: s.signer,
  capacity: s.capacity as OrderView['signatures'][number]['capacity'],
  medium: s.medium as 'screen' | 'paper',
  fileId: s.file_id,
  signedAt: s.signed_at,
})

const presentEntry = (n: OrderParts['entries'][number]): OrderView['entries'][number] => ({
  id: n.id,
  at: n.at,
  ground: n.ground as OrderView['entries'][number]['ground'],
  consentBy: n.consent_by,
  secondPerson: n.second_person,
  approvedBy: n.approved_by,
  witness: n.witness,
})

const lookOf = (look: OrderListRow['look']): OrderView['look'] => {
  if (typeof look !== 'object' || look === null || Array.isArray(look)) return null
  const { findings, work, material } = look
  return typeof findings === 'string' && typeof work === 'string'
    ? { findings, work, material: typeof material === 'string' ? material : null }
    : null
}
