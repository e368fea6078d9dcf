import type { VersionPart } from '#contract/scores.ts'
import type { CheckItem } from '#contract/touchpoints.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { estateItems } from '../checklist.rules.ts'
import type { ScoreModel } from '../score.rules.ts'
import { itemsOfVersion } from '../standards/checklists.ts'
import { variantsOf } from '../standards/variant.store.ts'
import { commonItems, comparableScore, versionRef } from './comparable.rules.ts'
import { inPoints } from './roll-up.rules.ts'
import { answersOf, type Span, type VersionRow, versionsUsed } from './score.store.ts'

export type Versions = {
  versions: VersionPart[]
  comparableItems: number | null
  items: ReadonlyMap<string, CheckItem>
}

/**
 * The versions that the looks of a month were held to, each with its own score. When there was more than one, each look
 * is scored again on the items that all of them have, as the last one weighs them, so that before and after the change
 * stand on one measure. `items` are the words of whatever was asked.
 */
export const readVersions = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  span: Span,
  model: ScoreModel,
): Promise<Versions> => {
  const used = await versionsUsed(tx, actor, estateId, span)
  const held: (readonly CheckItem[])[] = []
  for (const version of used) held.push(await itemsHeld(tx, estateId, version))
  const items = new Map(held.flat().map((item) => [item.id, item]))
  if (used.length < 2) return { versions: used.map((v) => present(v, null)), comparableItems: null, items }
  const common = commonItems(held)
  const answers = await answersOf(tx, actor, estateId, span)
  const versions = used.map((v) => {
    const own = answers.filter((a) => a.standard_id === v.standard_id && a.variant_id === v.variant_id)
    return present(v, comparableScore(own, common, model))
  })
  return { versions, comparableItems: common.size, items }
}

/** The items of the versions that a look was held to, as they were worded then. */
export const itemsHeld = async (
  tx: Tx,
  estateId: Uuid,
  version: Pick<VersionRow, 'standard_id' | 'variant_id'>,
): Promise<readonly CheckItem[]> => {
  const company = (await itemsOfVersion(tx, estateId, version.standard_id)) ?? []
  const variant =
    version.variant_id === null ? undefined : (await variantsOf(tx, estateId)).find((v) => v.id === version.variant_id)
  return estateItems(company, variant)
}

const present = (v: VersionRow, comparable: number | null): VersionPart => ({
  ...versionRef(v),
  from: v.from_on,
  to: v.to_on,
  looks: v.looks,
  score: inPoints(v.score),
  comparable,
})
