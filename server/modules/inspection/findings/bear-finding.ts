import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import {
  findMatter,
  leadOfLine,
  type Matter,
  moveMatter,
  registerMatter,
  tellPeople,
  touchMatter,
} from '#modules/matters/index.ts'
import { carriesOut, onBehalfOf, staffOfLine } from '#modules/workorders/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { dueAt } from '#platform/calendar/due.rules.ts'
import { earlierOf, plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { addSighting } from './add-sighting.ts'
import { alarm } from './finding.moves.ts'
import { spanOf, suggestedLine } from './finding.rules.ts'
import { insertFinding, lastClosed } from './finding.store.ts'
import type { Failed, Look, Proposed } from './look.ts'

/** A new finding; a critical one has its handler at once and alarms (quality-model.md 8.1). Who saw it owns it. */
export const bearFinding = async (
  tx: Tx,
  actor: Actor,
  look: Look,
  { item, note }: Failed,
): Promise<Proposed | Refusal> => {
  const { estateId, place } = look
  const settings = await settingsOf(tx, estateId)
  const before = await lastClosed(
    tx,
    { estateId, placeId: place.id, itemId: item.id },
    { at: look.at, months: settings.get('finding.repeatMonths') },
  )
  const critical = item.severity === 'critical'
  const registered = await registerMatter(tx, actor, estateId, {
    contactType: 'finding',
    channel: 'inspection',
    // the standard says how it should be
    title: `${place.name} 不合格：${item.zh}`,
    customerSaid: null,
    staffSaw: note ?? undefined,
    place: place.name,
    line: suggestedLine(place.touchpoint, item.id, item.aspect),
    contactable: false,
    anonymous: false,
    urgent: critical,
    noCallbackWish: false,
    // a phone's clock may run ahead; nothing was found in the future
    receivedAt: earlierOf(look.at, tx.now),
    fileIds: [],
    links: [
      ...(before ? [{ kind: 'repeatOf' as const, matterId: before }] : []),
      ...(look.becauseOf ? [{ kind: 'becauseOf' as const, matterId: look.becauseOf }] : []),
    ],
  })
  if (isRefusal(registered)) return registered
  const { matter } = registered
  const lead = matter.line === null ? undefined : await leadOfLine(tx, estateId, matter.line)
  // a suggestion: whoever confirms it may name another
  if (lead !== undefined) await touchMatter(tx, matter, { handler_id: lead })
  await insertFinding(tx, {
    estate_id: estateId,
    matter_id: matter.id,
    place_id: place.id,
    touchpoint: place.touchpoint,
    item_id: item.id,
    severity: item.severity,
    statement_zh: item.zh,
    statement_en: item.en,
    inspection_id: look.inspectionId,
    found_on: localDateOf(await calendarOf(tx, estateId), look.at),
    last_found_at: look.at,
    repeat_of: before ?? null,
  })
  await addSighting(tx, actor, matter, { inspectionId: look.inspectionId, seenAt: look.at, note })
  const refused = critical ? await atOnce(tx, actor, matter, lead) : undefined
  return (
    refused ?? { itemId: item.id, matterId: matter.id, number: matter.number, joined: false, severity: item.severity }
  )
}

/** Assigned at birth to who leads the line, with a work order whatever it is about, and told to everybody who must know. */
const atOnce = async (tx: Tx, actor: Actor, born: Matter, lead: Uuid | undefined): Promise<Refusal | undefined> => {
  const settings = await settingsOf(tx, born.estate_id)
  if (lead !== undefined) {
    const refused =
      (await byItself(tx, actor, born, 'confirm', { line: born.line, handlerId: lead })) ??
      (settings.get('finding.orderForCritical') ? await orderAtOnce(tx, actor, born, lead) : undefined)
    if (refused) return refused
  }
  const matter = await findMatter(tx, born.estate_id, born.id)
  if (matter) await tellPeople(tx, matter, alarm(settings))
  return undefined
}

/**
 * Who leads the line carries it out or passes it on; one who carries out no orders has people of the line who do. For a
 * line that has nobody here the repair line secures the place.
 */
const executorFor = async (tx: Tx, { estate_id, line }: Matter, lead: Uuid): Promise<Uuid | undefined> => {
  if (await carriesOut(tx, estate_id, lead)) return lead
  const own = line === null ? [] : await staffOfLine(tx, estate_id, line)
  return (own[0] ?? (await staffOfLine(tx, estate_id, 'repair'))[0])?.id
}

/** Where nobody carries out orders everybody is alarmed and no more. */
const orderAtOnce = async (tx: Tx, actor: Actor, born: Matter, lead: Uuid): Promise<Refusal | undefined> => {
  const executorId = await executorFor(tx, born, lead)
  if (executorId === undefined) return undefined
  const span = spanOf('critical', await settingsOf(tx, born.estate_id))
  const due = dueAt(await calendarOf(tx, born.estate_id), tx.now, span).due
  const to = earlierOf(due, plusMilliseconds(tx.now, MOST_MS))
  return byItself(tx, actor, born, 'openOrder', { executorId, from: tx.now, to })
}

/** The hours within which somebody comes are a day at the most (service.rules.ts). */
const MOST_MS = 86_400_000

const byItself = async (
  tx: Tx,
  actor: Actor,
  { estate_id, id }: { estate_id: Uuid; id: Uuid },
  verb: 'confirm' | 'openOrder',
  input: object,
): Promise<Refusal | undefined> => {
  const moved = await moveMatter(tx, onBehalfOf(actor), {
    estateId: estate_id,
    id,
    kind: 'finding',
    verb,
    input,
    bySystem: true,
  })
  return isRefusal(moved) ? moved : undefined
}
