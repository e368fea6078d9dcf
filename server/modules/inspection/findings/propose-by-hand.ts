import type { z } from 'zod'
import type { listFindable, proposeFinding } from '#contract/findings.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { BodyOf, QueryOf } from '#contract/route.ts'
import type { CheckItem } from '#contract/touchpoints.ts'
import type { Uuid } from '#contract/values.ts'
import { canSee, findMatter } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { ownFiles } from '../looks/file.store.ts'
import { findPlace, listPlaceRows, type PlaceRow } from '../places/place.store.ts'
import { standardOn } from '../standards/checklists.ts'
import { proposeFindings } from './propose-findings.ts'

/** What a place is held to today: by its touchpoint, its traits and what the estate does otherwise. */
const itemsToday = async (tx: Tx, estateId: Uuid, place: PlaceRow): Promise<readonly CheckItem[]> =>
  (await standardOn(tx, estateId, localDateOf(await calendarOf(tx, estateId), tx.now))).of(place)

/** Something seen to fail outside of a checklist; a complaint may have made somebody look there. */
export const proposeByHand = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  { placeId, itemId, note, fileIds, complaintId }: BodyOf<typeof proposeFinding>,
): Promise<{ id: Uuid; number: string; joined: boolean } | Refusal> => {
  const place = await findPlace(tx, estateId, placeId)
  if (!place?.active) return refuse('E_NOT_FOUND', { field: 'body.placeId' })
  const item = (await itemsToday(tx, estateId, place)).find((one) => one.id === itemId)
  if (!item) return refuse('E_NOT_FOUND', { field: 'body.itemId' })
  const files = await ownFiles(tx, estateId, actor.id, fileIds)
  if (files.missing.length > 0) return refuse('E_FILE_FOREIGN', { field: 'body.fileIds' })
  if (files.pictures.size === 0)
    return refuse('E_PHOTO_MISSING', { field: 'body.fileIds', details: { missing: ['before'] } })
  const complaint = complaintId ? await findMatter(tx, estateId, complaintId) : undefined
  if (complaintId && !(complaint?.kind === 'complaint' && canSee(actor, complaint)))
    return refuse('E_NOT_FOUND', { field: 'body.complaintId' })
  const look = {
    estateId,
    inspectionId: null,
    place: { id: place.id, name: place.name, touchpoint: item.touchpoint },
    at: tx.now,
    becauseOf: complaintId,
  }
  const proposed = await proposeFindings(tx, actor, look, [{ item, note: note ?? null, fileIds }])
  if (isRefusal(proposed)) return proposed
  const [one] = proposed
  if (!one) throw new Error('nothing was proposed')
  return { id: one.matterId, number: one.number, joined: one.joined }
}

const MOST_PLACES = 30
/** What a finding by hand may be about: the first places that fit the words, and the items that the chosen place has. */
export const findable = async (
  tx: Tx,
  estateId: Uuid,
  { touchpoint, q, placeId }: QueryOf<typeof listFindable>,
): Promise<z.output<typeof listFindable.response>> => {
  const places = await listPlaceRows(tx, estateId, { touchpoint, q, active: 'true' }, { limit: MOST_PLACES })
  const place = placeId ? await findPlace(tx, estateId, placeId) : undefined
  const items = place?.touchpoint === touchpoint ? await itemsToday(tx, estateId, place) : []
  return {
    places: places.slice(0, MOST_PLACES).map(({ id, code, name }) => ({ id, code, name })),
    items: items.map(({ id, zh, en, severity }) => ({ id, statement: { zh, en }, severity })),
  }
}
