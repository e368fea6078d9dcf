import { KIND_OF_CONTACT } from '#contract/channels.ts'
import { isRefusal, type Refusal, type WarningCode } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { numberKeys, putSearchKeys } from '#modules/estate/index.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { monthScope, wordsIn } from '#platform/search/scoped-words.ts'
import { tokensOf } from '#platform/search/tokens.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { insertClocks } from './clock.store.ts'
import { type Matter, matterKind, type Registration } from './matter-kind.ts'
import { checkTimes, flagsOf, titleOf } from './register.rules.ts'
import { insertLinks, insertMatter, linkFiles, referencesOf } from './register.store.ts'
import { type ClockStart, planClocks } from './start-clocks.ts'
import { tellPeople } from './tell-people.ts'
import { appendTimeline } from './timeline.store.ts'

export type Registered = {
  matter: Matter
  warnings: { code: WarningCode; field?: string; details?: Record<string, unknown> }[]
}

/**
 * Registers what a customer said (CP-039: nothing stays unregistered). The owner is the one who received it first
 * (OS-010, OS-013, FD-400): the caller, or the colleague on site who collected it. Clocks start at the receipt.
 */
export const registerMatter = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  input: Registration,
): Promise<Registered | Refusal> => {
  const kind = matterKind(KIND_OF_CONTACT[input.contactType])
  const context = { settings: await settingsOf(tx, estateId), calendar: await calendarOf(tx, estateId) }
  const times = checkTimes(input, tx.now)
  if (isRefusal(times)) return times
  const refused = kind.birth.check?.(input, tx.now, context)
  if (refused) return refused
  const references = await referencesOf(tx, estateId, input)
  if (isRefusal(references)) return references

  const { inside = false } = kind.birth
  const atDesk = !inside && (actor.kind === 'system' || may(actor, 'desk.use', estateId))
  const toTake = !inside && !atDesk
  const ownerId = input.collectedById ?? actor.id
  const late = !inside && localDateOf(context.calendar, times.collectedAt) !== localDateOf(context.calendar, tx.now)
  const flags = [...flagsOf(input, context.settings), ...(late ? (['lateReport'] as const) : [])]
  const starts: ClockStart[] = [
    ...(kind.birth.clocks?.(input, tx.now, context) ?? []),
    ...(toTake ? [{ name: 'desk.take' }] : []),
  ]
  const clocks = await planClocks(tx, estateId, starts)
  const due = clocks.map((c) => c.due_at).sort()[0] ?? null
  const id = newId()
  const said = [input.title, input.customerSaid, input.staffSaw, input.place, input.customerName]
    .filter(Boolean)
    .join(' ')
  const month = localDateOf(context.calendar, times.receivedAt).slice(0, 7)
  const matter = await insertMatter(tx, {
    ...kind.birth.set?.(input, tx.now, context),
    estate_id: estateId,
    id,
    year: localDateOf(context.calendar, tx.now).slice(2, 4),
    kind: kind.shape.name,
    contact_type: input.contactType,
    channel: input.channel,
    state: kind.shape.initial,
    title: titleOf(input),
    customer_said: input.customerSaid,
    staff_saw: input.staffSaw ?? null,
    details: {
      ...(input.message ? { message: input.message } : {}),
      ...(input.complaint ? { complaint: input.complaint } : {}),
    },
    customer_id: input.customerId ?? null,
    customer_name: input.customerName ?? null,
    contact_phone: input.contactPhone ?? null,
    contactable: input.contactable,
    anonymous: input.anonymous,
    unit_id: input.unitId ?? null,
    place: input.place ?? null,
    line: input.line ?? null,
    urgent: input.urgent || input.contactType === 'emergency',
    flags,
    owner_id: ownerId,
    // OS-015: what a guard collected and the desk logs is owned by both
    co_owner_id: atDesk && ownerId !== actor.id ? actor.id : null,
    handler_id: atDesk ? actor.id : null,
    closure_controller_id: atDesk ? actor.id : null,
    accused_staff_id: input.complaint?.accusedStaffId ?? null,
    collected_at: times.collectedAt,
    received_at: times.receivedAt,
    registered_at: tx.now,
    next_due_at: due,
    search: tokensOf(said),
    words: wordsIn(said, [
      `estate ${estateId}`,
      ...(kind.birth.foundInCompany ? [monthScope(kind.shape.name, month)] : []),
    ]),
  })
  await insertClocks(tx, estateId, id, clocks)
  await putSearchKeys(tx, estateId, 'matter', id, numberKeys(matter.number), `${matter.number} ${matter.title}`)
  await insertLinks(tx, actor, matter, input.links)
  await linkFiles(tx, actor, matter, input.fileIds)
  await appendTimeline(tx, actor, matter, [
    {
      type: 'registered',
      to: matter.state,
      data: {
        channel: input.channel,
        contactType: input.contactType,
        // as the phone sent it: the true time and how far its clock was ahead
        ...(input.clockOffMs === undefined ? {} : { collectedAt: input.collectedAt, clockOffMs: input.clockOffMs }),
        started: clocks.map((c) => ({ name: c.name, dueAt: c.due_at, calendarMissing: c.calendar_missing })),
      },
    },
  ])
  await tellPeople(tx, matter, [
    ...(kind.birth.tells?.(input, actor) ?? []),
    ...(toTake ? ([{ to: 'desk', template: 'matter.toTake' }] as const) : []),
  ])
  const stopped =
    (await kind.birth.also?.(tx, actor, matter, input)) ?? (await emit(tx, actor, 'matter.registered', { matter }))
  if (stopped) return stopped
  tx.tell({ estateId, topic: 'matters', ids: { matterId: id } })
  return {
    matter,
    warnings: warningsOf(
      late,
      clocks.some((c) => c.calendar_missing),
      times.collectedAt,
    ),
  }
}

const warningsOf = (late: boolean, calendarMissing: boolean, collectedAt: string): Registered['warnings'] => [
  ...(late ? [{ code: 'W_LATE_REPORT' as const, field: 'body.collectedAt', details: { collectedAt } }] : []),
  ...(calendarMissing ? [{ code: 'W_CALENDAR_MISSING' as const }] : []),
]
