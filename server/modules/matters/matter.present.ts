import { startsOf } from '#contract/kind.ts'
import type { MatterLine, MatterView, TimelineEntry } from '#contract/matters.ts'
import { ClockView } from '#contract/matters.ts'
import type { Refusal } from '#contract/refusal.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import { maskPhone } from '#platform/privacy/mask.ts'
import type { MatterListRow } from './list.store.ts'
import { matterKind } from './matter-kind.ts'
import type { Parts, TimelineRow } from './view.store.ts'

const person = (id: string | null, name: string | null) => (id ? { id, name: name ?? '' } : null)

export const presentLine = (row: MatterListRow): MatterLine => ({
  id: row.id,
  number: row.number,
  kind: row.kind as MatterLine['kind'],
  contactType: row.contact_type as MatterLine['contactType'],
  channel: row.channel as MatterLine['channel'],
  state: row.state,
  open: row.open,
  title: row.title,
  line: row.line as MatterLine['line'],
  urgent: row.urgent,
  flags: row.flags as MatterLine['flags'],
  unit: row.unit_id ? { id: row.unit_id, display: row.unit_display ?? '' } : null,
  customer: row.customer_id ? { id: row.customer_id, name: row.linked_customer_name ?? '' } : null,
  customerName: row.customer_name,
  owner: { id: row.owner_id, name: row.owner_name ?? '' },
  handler: person(row.handler_id, row.handler_name),
  receivedAt: row.received_at,
  nextDueAt: row.next_due_at,
  overdue: row.overdue,
  appointmentFrom: row.appointment_from,
  satisfaction: row.satisfaction as MatterLine['satisfaction'],
  closedAt: row.closed_at,
  version: row.version,
})

/** The moves that this person may make on this matter now, drawn from its kind's table; those that are barred beside them. */
const movesOffered = (
  actor: Actor,
  row: MatterListRow,
  clocks: MatterView['clocks'],
  barred: ReadonlyMap<string, Refusal>,
): Pick<MatterView, 'moves' | 'barred'> => {
  const open = new Set(clocks.filter((clock) => clock.endedAt === null).map((clock) => clock.name))
  const { shape, moves } = matterKind(row.kind)
  const drawn = Object.entries(shape.verbs).filter(([verb, v]) => {
    if (v.system || !may(actor, v.by, row.estate_id) || !startsOf(shape, v).includes(row.state)) return false
    if (row.accused_staff_id === actor.id && verb !== 'note') return false
    return moves[verb]?.offered?.(actor, row, open) !== false
  })
  return {
    moves: drawn
      .filter(([verb]) => !barred.has(verb))
      .map(([verb, v]) => ({ verb, tone: v.tone ?? ('plain' as const), to: v.to === 'same' ? row.state : v.to })),
    barred: drawn.flatMap(([verb]) => {
      const refused = barred.get(verb)
      return refused ? [{ verb, code: refused.code, details: refused.details ?? {} }] : []
    }),
  }
}

export const presentMatter = (
  actor: Actor,
  row: MatterListRow,
  parts: Parts,
  barred: ReadonlyMap<string, Refusal>,
): MatterView => {
  const clocks = parts.clocks.map((c) => ClockView.parse(c))
  const named = (id: string | null) => person(id, parts.people.find((p) => p.id === id)?.name ?? '')
  return {
    ...presentLine(row),
    customerSaid: row.customer_said,
    staffSaw: row.staff_saw,
    details: isRecord(row.details) ? row.details : {},
    contactPhone: maskPhone(row.contact_phone),
    contactable: row.contactable,
    anonymous: row.anonymous,
    place: row.place,
    coOwner: named(row.co_owner_id),
    closureController: named(row.closure_controller_id),
    dedicated: named(row.dedicated_id),
    collectedAt: row.collected_at,
    registeredAt: row.registered_at,
    appointmentTo: row.appointment_to,
    result: row.result,
    feedback: row.feedback,
    attempt: row.attempt,
    reopenedCount: row.reopened_count,
    mergedInto: parts.merged,
    clocks,
    duties: parts.duties.map((d) => ({
      duty: d.duty as MatterView['duties'][number]['duty'],
      doneAt: d.done_at,
      doneBy: { id: d.by_id, name: d.by_name },
    })),
    promises: parts.promises.map((p) => ({
      id: p.id,
      text: p.text,
      dueAt: p.due_at,
      madeBy: { id: p.by_id, name: p.by_name },
      keptAt: p.kept_at,
      brokenAt: p.broken_at,
    })),
    links: parts.links.map((l) => ({
      kind: l.kind,
      direction: l.direction as 'to' | 'from',
      id: l.id,
      number: l.number,
      title: l.title,
      state: l.state,
      matterKind: l.matter_kind as MatterLine['kind'],
    })),
    files: parts.files,
    ...movesOffered(actor, row, clocks, barred),
  }
}

export const presentTimeline = (row: TimelineRow): TimelineEntry => ({
  id: row.id,
  at: row.at,
  type: row.type,
  verb: row.verb,
  fromState: row.from_state,
  toState: row.to_state,
  actorName: row.actor_name,
  actorRole: row.actor_role,
  text: row.text,
  forCustomer: row.for_customer,
  data: withoutPhones(row.data),
})

// a form's phone number stands in the move's input; it is shown masked like everywhere else
const withoutPhones = (data: Record<string, unknown>): Record<string, unknown> => {
  const { input } = data
  if (!isRecord(input) || typeof input.contactPhone !== 'string') return data
  return { ...data, input: { ...input, contactPhone: maskPhone(input.contactPhone) } }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
