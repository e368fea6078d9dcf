import type { CheckItem } from '#contract/touchpoints.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { estateItems, inForce, placeItems, type Variant } from '../checklist.rules.ts'
import { itemsOfStandard, type PlaceRow, standardsOf, type VariantRow, variantsOf } from './checklist.store.ts'

/** What an estate is held to on a day: the company's version (the product's while it has none) under the estate's own. */
export type Held = {
  standardId: Uuid
  standardName: string
  variantId: Uuid | null
  variant: Variant | undefined
  /** Of the whole estate; `itemsAt` cuts them down to a place. */
  items: readonly CheckItem[]
}

const variantOf = (row: VariantRow): Variant => ({
  traits: row.traits,
  standing: row.standing,
  off: row.off as Variant['off'],
  added: row.added as Variant['added'],
  changed: row.changed as Variant['changed'],
})

const held = async (tx: Tx, standard: { id: Uuid; name: string }, row: VariantRow | undefined): Promise<Held> => {
  const variant = row ? variantOf(row) : undefined
  return {
    standardId: standard.id,
    standardName: standard.name,
    variantId: row?.id ?? null,
    variant,
    items: estateItems(await itemsOfStandard(tx, standard.id), variant),
  }
}

/** The versions in force on a day. */
export const heldOn = async (tx: Tx, estateId: Uuid, on: LocalDate): Promise<Held> => {
  const standards = await standardsOf(tx, estateId)
  const standard =
    inForce(
      standards.filter((s) => s.own),
      on,
    ) ?? standards.find((s) => !s.own)
  if (!standard) throw new Error('no standard of touchpoints is there, not even that of the product')
  return held(tx, standard, inForce(await variantsOf(tx, estateId), on))
}

/** The versions that a phone says it used; undefined when there are none such for this estate by that day. */
export const heldAs = async (
  tx: Tx,
  estateId: Uuid,
  sent: { standardId: Uuid; variantId: Uuid | null },
  on: LocalDate,
): Promise<Held | undefined> => {
  const begun = (row: { effective_from: LocalDate | null }) => row.effective_from !== null && row.effective_from <= on
  const standard = (await standardsOf(tx, estateId)).find((s) => s.id === sent.standardId)
  if (!standard || (standard.own && !begun(standard))) return undefined
  if (sent.variantId === null) return held(tx, standard, undefined)
  const variant = (await variantsOf(tx, estateId)).find((v) => v.id === sent.variantId)
  return variant && begun(variant) ? held(tx, standard, variant) : undefined
}

export const itemsAt = ({ items, variant }: Held, place: Pick<PlaceRow, 'touchpoint' | 'traits'>): CheckItem[] =>
  placeItems(items, place, variant)
