import type { changePlace, createPlace, Place, proposePlaces } from '#contract/places.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf, BodyOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { refuseDuplicate } from '#platform/db/duplicate.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { newLabel } from './label.ts'
import { buildingsOf, codesOf, findPlace, insertPlaces, type NewPlace, savePlace } from './place.store.ts'
import { presenterOf } from './read-places.ts'
import { usualPlaces } from './usual-places.rules.ts'

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
  if (before.touchpoint !== body.touchpoint && before.last_seen_at !== null)
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

/** Makes the usual places that are not there yet; pressed again it makes nothing twice. */
export const makeUsualPlaces = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  body: BodyOf<typeof proposePlaces>,
): Promise<AnswerOf<typeof proposePlaces> | Refusal> => {
  const buildings = await buildingsOf(tx, estateId, body.buildingIds)
  const strange = body.buildingIds.find((id) => !buildings.some((b) => b.id === id))
  if (strange) return refuse('E_NOT_FOUND', { field: `body.buildingIds.${body.buildingIds.indexOf(strange)}` })
  const wanted = usualPlaces(buildings, body.touchpoints, body.everyFloors)
  const codes = await codesOf(tx, estateId)
  const missing = wanted
    .filter((w) => !codes.has(w.code))
    .map(({ buildingId, ...place }) => ({
      ...place,
      id: newId(),
      building_id: buildingId,
      traits: [],
      label_token: newLabel(),
    }))
  const written = await refuseDuplicate({ place_code_key: 'body.buildingIds' }, () =>
    insertPlaces(tx, estateId, missing),
  )
  if (isRefusal(written)) return written
  await audit(tx, actor, { estateId, action: 'place.usual', subjectKind: 'place', after: { made: missing.length } })
  const made = await Promise.all(missing.map(({ id }) => shown(tx, estateId, id)))
  return { made, there: wanted.length - missing.length }
}
