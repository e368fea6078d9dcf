import type { CheckItem } from '#contract/touchpoints.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { companyOf } from '#platform/settings/setting.store.ts'
import { type CompanyItem, estateItems, inForce, placeItems } from '../checklist.rules.ts'
import { itemsOf, type VersionRow, versionsOf } from './standard.store.ts'
import { type VariantRow, variantsOf } from './variant.store.ts'

/** Published versions never change, so their items are read from the database once. */
const kept = new Map<Uuid, readonly CheckItem[]>()
const KEPT_MOST = 50

const activeItems = async (tx: Tx, version: Pick<VersionRow, 'id' | 'state'>): Promise<readonly CheckItem[]> => {
  const known = kept.get(version.id)
  if (known) return known
  const items = (await itemsOf(tx, version.id)).filter((i) => i.active).map((i) => i.item)
  if (version.state === 'published') {
    if (kept.size >= KEPT_MOST) kept.clear()
    kept.set(version.id, items)
  }
  return items
}

/** The company standard that holds on this day. Throws when there is none: the product brings one. */
const companyVersionOn = async (tx: Tx, estateId: Uuid, day: LocalDate): Promise<VersionRow> => {
  const version = inForce(await versionsOf(tx, await companyOf(tx, estateId)), day)
  if (!version) throw new Error(`no standard holds on ${day}`)
  return version
}

/** All that the company standard of this day has, also what it has switched off. */
export const companyItemsOn = async (tx: Tx, estateId: Uuid, day: LocalDate): Promise<readonly CompanyItem[]> =>
  itemsOf(tx, (await companyVersionOn(tx, estateId, day)).id)

/** The items of a version by its id, also of one that is no longer in force; undefined for one of another company. */
export const itemsOfVersion = async (
  tx: Tx,
  estateId: Uuid,
  versionId: Uuid,
): Promise<readonly CheckItem[] | undefined> => {
  const version = (await versionsOf(tx, await companyOf(tx, estateId))).find((v) => v.id === versionId)
  return version && version.state === 'published' ? activeItems(tx, version) : undefined
}

export type EstateStandardOn = {
  standard: Pick<VersionRow, 'id' | 'number' | 'name'>
  variant: VariantRow | undefined
  items: readonly CheckItem[]
  /** The checklist of a place, in order. */
  of(place: { touchpoint: string; traits: readonly string[] }): CheckItem[]
}

/** What an estate is held to on a day: the company's standard with what the estate does otherwise. */
export const standardOn = async (tx: Tx, estateId: Uuid, day: LocalDate): Promise<EstateStandardOn> => {
  const version = await companyVersionOn(tx, estateId, day)
  const company = await activeItems(tx, version)
  const variant = inForce(await variantsOf(tx, estateId), day)
  const items = estateItems(company, variant)
  return { standard: version, variant, items, of: (place) => placeItems(items, place, variant) }
}
