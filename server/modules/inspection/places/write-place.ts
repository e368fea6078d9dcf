import type { changePlace, createPlace, makePlaces, Place, ProposedPlace, proposePlaces } from '#contract/places.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf, BodyOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { refuseDuplicate } from '#platform/db/duplicate.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { newLabel } from './label.ts'
import {
  addMissingPlaces,
  buildingsOf,
  findPlace,
  insertPlaces,
  type NewPlace,
  placesThere,
  savePlace,
  wasLookedAt,
} from './place.store.ts'
import { presenterOf } from './read-places.ts'
import { placesOfEstate, usualPlaces } from './usual-places.rules.ts'

const UNIQUE = { place_code_key: 'body.code' }

const shown = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<Place> => {
  const row = await findPlace(tx, estateId, id)
  if (!row) throw new Error('a place is gone')
  return (await presenterOf(tx, estateId))(row)
}

const columns = (body: BodyOf<typeof createPlace>): Omit<NewPlace, 'id' | 'label_token'> => ({
  code: body.code,
  touchpoint: body.touchpoint,
  name: body.name,
  building_id: body.buildingId,
  floor: body.floor,
  traits: [...body.traits],
  scan_needed: body.scanNeeded,
  position_needed: body.positionNeeded,
  latitude: body.position?.latitude ?? null,
  longitude: body.position?.longitude ?? null,
  sort: body.sort,
})

const buildingThere = async (tx: Tx, estateId: Uuid, id: Uuid | null): Promise<Refusal | undefined> =>
  id === null || (await buildingsOf(tx, estateId, [id])).length > 0
    ? undefined
    : refuse('E_NOT_FOUND', { field: 'body.buildingId' })

/** E_DUPLICATE for a code there is, E_NOT_FOUND for a building of another estate. */
export const addPlace = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  body: BodyOf<typeof createPlace>,
): Promise<Place | Refusal> => {
  const refused = await buildingThere(tx, estateId, body.buildingId)
  if (refused) return refused
  const id = newId()
  const written = await refuseDuplicate(UNIQUE, () =>
    insertPlaces(tx, estateId, [{ ...columns(body), id, label_token: newLabel() }]),
  )
  if (isRefusal(written)) return written
  await audit(tx, actor, { estateId, action: 'place.create', subjectKind: 'place', subjectId: id, after: body })
  return shown(tx, estateId, id)
}

/** E_VERSION_STALE for an old view of it. Its touchpoint stays: what was seen there was seen as that. */
export const editPlace = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  { active, version, ...body }: BodyOf<typeof changePlace>,
): Promise<Place | Refusal> => {
  const before = await findPlace(tx, estateId, id)
  if (!before) return refuse('E_NOT_FOUND')
  if (before.touchpoint !== body.touchpoint && (await wasLookedAt(tx, estateId, id)))
    return refuse('E_FIXED', { field: 'body.touchpoint' })
  const refused = await buildingThere(tx, estateId, body.buildingId)
  if (refused) return refused
  const saved = await refuseDuplicate(UNIQUE, () =>
    savePlace(tx, estateId, { id, version }, { ...columns(body), active }),
  )
  if (isRefusal(saved)) return saved
  if (!saved) return refuse('E_VERSION_STALE')
  const { label_token: _, ...known } = before
  await audit(tx, actor, {
    estateId,
    action: 'place.change',
    subjectKind: 'place',
    subjectId: id,
    before: known,
    after: { ...body, active },
  })
  return shown(tx, estateId, id)
}

/** The old label opens nothing any more; the new one has to be printed. */
export const renewLabelOf = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  version: number,
): Promise<Place | Refusal> => {
  if (!(await findPlace(tx, estateId, id))) return refuse('E_NOT_FOUND')
  if (!(await savePlace(tx, estateId, { id, version }, { label_token: newLabel() }))) return refuse('E_VERSION_STALE')
  await audit(tx, actor, { estateId, action: 'place.label', subjectKind: 'place', subjectId: id })
  return shown(tx, estateId, id)
}

const buildingsThere = async (tx: Tx, estateId: Uuid, ids: readonly Uuid[], field: (at: number) => string) => {
  const buildings = await buildingsOf(tx, estateId, ids)
  const known = new Set(buildings.map((b) => b.id))
  const strange = ids.findIndex((id) => !known.has(id))
  return strange < 0 ? buildings : refuse('E_NOT_FOUND', { field: field(strange) })
}

/** What the estate and these buildings usually have, and what of it is there. */
export const proposeUsualPlaces = async (
  tx: Tx,
  estateId: Uuid,
  body: BodyOf<typeof proposePlaces>,
): Promise<AnswerOf<typeof proposePlaces> | Refusal> => {
  const buildings = await buildingsThere(tx, estateId, body.buildingIds, (at) => `body.buildingIds.${at}`)
  if (isRefusal(buildings)) return buildings
  const there = await placesThere(tx, estateId)
  const codes = new Set(there.map((place) => place.code))
  const ofBuildings = usualPlaces(buildings, body.touchpoints, body.everyFloors).map(({ sort: _, ...place }) => ({
    ...place,
    kind: null,
    traits: [],
    there: codes.has(place.code),
  }))
  return { rows: [...placesOfEstate(body.counts, there), ...ofBuildings] }
}

/** Makes the chosen ones; pressed again, or by two people at once, nothing is made twice. E_DUPLICATE for a code given twice. */
export const makeUsualPlaces = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  { places }: BodyOf<typeof makePlaces>,
): Promise<AnswerOf<typeof makePlaces> | Refusal> => {
  const firstAt = new Map(places.map(({ code }, at) => [code, at] as const).reverse())
  const twice = places.findIndex(({ code }, at) => firstAt.get(code) !== at)
  if (twice >= 0) return refuse('E_DUPLICATE', { field: `body.places.${twice}.code` })
  const ids = [...new Set(places.flatMap(({ buildingId }) => (buildingId === null ? [] : [buildingId])))]
  const known = await buildingsThere(
    tx,
    estateId,
    ids,
    (at) => `body.places.${places.findIndex(({ buildingId }) => buildingId === ids[at])}.buildingId`,
  )
  if (isRefusal(known)) return known
  const made = await insertMissing(tx, estateId, places)
  await audit(tx, actor, { estateId, action: 'place.usual', subjectKind: 'place', after: { made } })
  return { made, there: places.length - made }
}

/** How many of these were new; those whose code is there stay as they are. */
const insertMissing = (
  tx: Tx,
  estateId: Uuid,
  places: readonly Pick<ProposedPlace, 'code' | 'touchpoint' | 'name' | 'buildingId' | 'floor' | 'traits'>[],
): Promise<number> =>
  addMissingPlaces(
    tx,
    estateId,
    places.map(({ buildingId, ...place }, at) => ({
      ...place,
      traits: [...place.traits],
      id: newId(),
      building_id: buildingId,
      label_token: newLabel(),
      sort: at + 1,
    })),
  )
