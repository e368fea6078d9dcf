import { LINES } from '#contract/permissions.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { findMatter, leadOfLine, type Matter, registerMatter, tellPeople, touchMatter } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { earlierOf } from '#platform/calendar/instants.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { addSighting } from './add-sighting.ts'
import { moveFinding } from './by-itself.ts'
import { alarm } from './finding.moves.ts'
import { suggestedLine } from './finding.rules.ts'
import { insertFinding, lastClosed } from './finding.store.ts'
import type { Failed, Look, Proposed } from './look.ts'
import { orderAtOnce } from './order-at-once.ts'

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
  const line = LINES.find((one) => one === born.line)
  if (line !== undefined && lead !== undefined) {
    const order = await orderAtOnce(tx, born, lead)
    const refused =
      (await moveFinding(tx, actor, born, 'confirm', { line, handlerId: lead })) ??
      (order && (await moveFinding(tx, actor, born, 'openOrder', order)))
    if (refused) return refused
  }
  const matter = await findMatter(tx, born.estate_id, born.id)
  if (matter) await tellPeople(tx, matter, alarm(await settingsOf(tx, born.estate_id)))
  return undefined
}
