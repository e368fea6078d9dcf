import type { CheckItem } from '#contract/touchpoints.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { companyOf } from '#platform/settings/setting.store.ts'
import { estateItems, placeItems, type Variant } from '../checklist.rules.ts'
import { itemsOfVersion, standardOn } from '../standards/checklists.ts'
import { findVersion } from '../standards/standard.store.ts'
import { findVariant } from '../standards/variant.store.ts'
import type { PlaceRow } from './checklist.store.ts'

/** What an estate is held to on a day: the company's version (the product's while it has none) under the estate's own. */
export type Held = {
  standardId: Uuid
  standardName: string
  variantId: Uuid | null
  variant: Variant | undefined
  /** Of the whole estate; `itemsAt` cuts them down to a place. */
  items: readonly CheckItem[]
}

/** The versions in force on a day. */
export const heldOn = async (tx: Tx, estateId: Uuid, on: LocalDate): Promise<Held> => {
  const { standard, variant, items } = await standardOn(tx, estateId, on)
  return {
    standardId: standard.id,
    standardName: standard.name,
    variantId: variant?.id ?? null,
    variant,
    items,
  }
}

/** The versions that a phone says it used; undefined when there are none such for this estate by that day. */
export const heldAs = async (
  tx: Tx,
  estateId: Uuid,
  sent: { standardId: Uuid; variantId: Uuid | null },
  on: LocalDate,
): Promise<Held | undefined> => {
  const begun = (row: { state: string; effective_from: LocalDate | null }) =>
    row.state === 'published' && row.effective_from !== null && row.effective_from <= on
  const standard = await findVersion(tx, await companyOf(tx, estateId), sent.standardId)
  const company = standard && begun(standard) ? await itemsOfVersion(tx, estateId, standard.id) : undefined
  if (!standard || !company) return undefined
  const variant = sent.variantId === null ? undefined : await findVariant(tx, estateId, sent.variantId)
  if (sent.variantId !== null && (!variant || !begun(variant))) return undefined
  return {
    standardId: standard.id,
    standardName: standard.name,
    variantId: sent.variantId,
    variant,
    items: estateItems(company, variant),
  }
}

export const itemsAt = ({ items, variant }: Held, place: Pick<PlaceRow, 'touchpoint' | 'traits'>): CheckItem[] =>
  placeItems(items, place, variant)
