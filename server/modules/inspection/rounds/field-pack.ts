import type { FieldPack } from '#contract/field.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { endOfDate, localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { fieldFindings } from '../findings/field-findings.ts'
import { roundsOfMine } from '../inspection.policy.ts'
import { type PlaceRow, placesOf } from '../looks/checklist.store.ts'
import { heldOn, itemsAt } from '../looks/checklists.ts'
import { phoneRounds } from './phone-rounds.ts'
import { estateNames, roundsToGo } from './round.store.ts'

/** What was missed stays in the pack so long, to be made up for. */
const MISSED_KEPT_MS = 48 * 3_600_000
const MINUTE = 60_000

const placeOf = (p: PlaceRow): FieldPack['places'][number] => ({
  id: p.id,
  code: p.code,
  name: p.name,
  touchpoint: p.touchpoint as FieldPack['places'][number]['touchpoint'],
  building: p.building,
  floor: p.floor,
  labelToken: p.label_token,
  scanNeeded: p.scan_needed,
  positionNeeded: p.position_needed,
  position: p.latitude !== null && p.longitude !== null ? { latitude: p.latitude, longitude: p.longitude } : null,
})

type Ground = Pick<FieldPack, 'rounds' | 'places' | 'items' | 'checklists' | 'findings'>
/** A provider carries out orders and no more: what labels say is not for people from outside. */
const NO_GROUND: Ground = { rounds: [], places: [], items: [], checklists: [], findings: [] }

/**
 * Everything that a shift without signal needs: the person's rounds of today and tomorrow and what they missed of late,
 * all places with their checklists (any label may be scanned), each item once.
 */
export const fieldPack = async (tx: Tx, actor: Actor, estateId: Uuid): Promise<FieldPack | Refusal> => {
  const estate = await estateNames(tx, estateId)
  if (!estate) return refuse('E_NOT_FOUND')
  const calendar = await calendarOf(tx, estateId)
  const settings = await settingsOf(tx, estateId)
  const ground = may(actor, 'inspection.do', estateId) ? await groundFor(tx, actor, estateId) : NO_GROUND
  return {
    asOf: tx.now,
    estate: { id: estateId, code: estate.code, name: estate.name, timeZone: calendar.timeZone },
    me: { id: actor.id, name: actor.name },
    ...ground,
    rules: {
      photoMaxPx: settings.get('inspection.photoMaxPx'),
      photosPerItem: settings.get('inspection.photosPerItem'),
      clockWarnMs: settings.get('inspection.clockWarnMinutes') * MINUTE,
    },
  }
}

const groundFor = async (tx: Tx, actor: Actor, estateId: Uuid): Promise<Ground> => {
  const calendar = await calendarOf(tx, estateId)
  const today = localDateOf(calendar, tx.now)
  const held = await heldOn(tx, estateId, today)
  const places = await placesOf(tx, estateId)
  const within = { since: plusMilliseconds(tx.now, -MISSED_KEPT_MS), until: endOfDate(calendar, addDays(today, 1)) }
  const rounds = await roundsToGo(tx, estateId, within, roundsOfMine(actor, estateId))
  const checklists = places.map((place) => ({
    placeId: place.id,
    touchpoint: place.touchpoint as FieldPack['checklists'][number]['touchpoint'],
    standardId: held.standardId,
    variantId: held.variantId,
    itemIds: itemsAt(held, place).map((i) => i.id),
  }))
  const asked = new Set(checklists.flatMap((c) => c.itemIds))
  return {
    rounds: await phoneRounds(tx, estateId, rounds, held),
    places: places.map(placeOf),
    items: held.items.filter((i) => asked.has(i.id)),
    checklists,
    findings: await fieldFindings(tx, actor, estateId),
  }
}
