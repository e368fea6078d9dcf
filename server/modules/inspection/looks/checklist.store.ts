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
export const placesOf = (tx: Tx, estateId: Uuid): Promise<PlaceRow[]> => placeRows(tx, estateId).execute()

export const findPlace = (tx: Tx, estateId: Uuid, id: Uuid): Promise<PlaceRow | undefined> =>
  placeRows(tx, estateId).where('p.id', '=', id).executeTakeFirst()

export const placeOfLabel = (tx: Tx, estateId: Uuid, token: string): Promise<PlaceRow | undefined> =>
  placeRows(tx, estateId).where('p.label_token', '=', token).executeTakeFirst()

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
    .where('p.active', '=', true)
    .orderBy('p.touchpoint')
    .orderBy('p.sort')
    .orderBy('p.id')
