import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

export type PlaceRow = {
  id: Uuid
  code: string
  name: string
  touchpoint: string
  building_id: Uuid | null
  building: string | null
  floor: number | null
  traits: string[]
  label_token: string
  latitude: number | null
  longitude: number | null
  scan_needed: boolean
  position_needed: boolean
}
/** The places of an estate that are in use, in the order of their touchpoints. */
export const placesOf = (tx: Tx, estateId: Uuid): Promise<PlaceRow[]> => placesInUse(tx, estateId).execute()

export const findPlace = (tx: Tx, estateId: Uuid, id: Uuid): Promise<PlaceRow | undefined> =>
  placesInUse(tx, estateId).where('p.id', '=', id).executeTakeFirst()

/** Also one that was switched off since: a phone took it along in a round. */
export const findPlaceOfRound = (tx: Tx, estateId: Uuid, id: Uuid): Promise<PlaceRow | undefined> =>
  placeRows(tx, estateId).where('p.id', '=', id).executeTakeFirst()

export const placeOfLabel = (tx: Tx, estateId: Uuid, token: string): Promise<PlaceRow | undefined> =>
  placesInUse(tx, estateId).where('p.label_token', '=', token).executeTakeFirst()

const placesInUse = (tx: Tx, estateId: Uuid) => placeRows(tx, estateId).where('p.active', '=', true)

const placeRows = (tx: Tx, estateId: Uuid) =>
  tx.db
    .selectFrom('place as p')
    .leftJoin('building as b', (join) =>
      join.onRef('b.estate_id', '=', 'p.estate_id').onRef('b.id', '=', 'p.building_id'),
    )
    .select([
      'p.id',
      'p.code',
      'p.name',
      'p.touchpoint',
      'p.building_id',
      'b.name as building',
      'p.floor',
      'p.traits',
      'p.label_token',
      'p.latitude',
      'p.longitude',
      'p.scan_needed',
      'p.position_needed',
    ])
    .where('p.estate_id', '=', estateId)
    .orderBy('p.touchpoint')
    .orderBy('p.sort')
    .orderBy('p.id')
