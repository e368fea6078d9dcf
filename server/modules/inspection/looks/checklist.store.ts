import type { CheckItem } from '#contract/touchpoints.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

export type StandardRow = {
  id: Uuid
  name: string
  number: number
  own: boolean
  state: string
  effective_from: LocalDate | null
}
/** The standards that an estate may be held to: those of its company, and the one that the product brings. */
export const standardsOf = async (tx: Tx, estateId: Uuid): Promise<StandardRow[]> => {
  const { company_id } = await tx.db
    .selectFrom('estate')
    .select('company_id')
    .where('estate_id', '=', estateId)
    .executeTakeFirstOrThrow()
  const rows = await tx.db
    .selectFrom('standard_version')
    .select(['id', 'name', 'number', 'company_id', 'state', 'effective_from'])
    .where((eb) => eb.or([eb('company_id', 'is', null), eb('company_id', '=', company_id)]))
    .where('state', '=', 'published')
    .execute()
  return rows.map(({ company_id: own, ...row }) => ({ ...row, own: own !== null }))
}

// a published version never changes, so what was read once is true for as long as the process lives
const kept = new Map<Uuid, readonly CheckItem[]>()
export const itemsOfStandard = async (tx: Tx, standardId: Uuid): Promise<readonly CheckItem[]> => {
  const known = kept.get(standardId)
  if (known) return known
  const rows = await tx.db
    .selectFrom('standard_item')
    .select('item')
    .where('version_id', '=', standardId)
    .where('active', '=', true)
    .orderBy('seq')
    .execute()
  const items = rows.map((r) => r.item as unknown as CheckItem)
  kept.set(standardId, items)
  return items
}

export type VariantRow = {
  id: Uuid
  number: number
  state: string
  effective_from: LocalDate | null
  traits: string[]
  standing: string[]
  off: unknown
  added: unknown
  changed: unknown
}
export const variantsOf = (tx: Tx, estateId: Uuid): Promise<VariantRow[]> =>
  tx.db
    .selectFrom('estate_standard')
    .select(['id', 'number', 'state', 'effective_from', 'traits', 'standing', 'off', 'added', 'changed'])
    .where('estate_id', '=', estateId)
    .where('state', '=', 'published')
    .execute()

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
    ])
    .where('p.estate_id', '=', estateId)
    .where('p.active', '=', true)
    .orderBy('p.touchpoint')
    .orderBy('p.sort')
    .orderBy('p.id')
