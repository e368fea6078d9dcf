import type { EstateScores, VersionPart } from '#contract/scores.ts'
import type { CheckItem } from '#contract/touchpoints.ts'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { estateItems } from '../checklist.rules.ts'
import type { ScoreModel } from '../score.rules.ts'
import { itemsOfVersion } from '../standards/checklists.ts'
import { variantsOf } from '../standards/variant.store.ts'
import { commonItems, onOneMeasure, versionRef } from './comparable.rules.ts'
import { inPoints, type RollUp } from './roll-up.rules.ts'
import { type AnswerRow, answersOf, type Span, type VersionRow, versionsUsed } from './score.store.ts'

export type Versions = Pick<EstateScores, 'versions' | 'comparableItems' | 'comparablePlaces' | 'sinceBefore'> & {
  items: ReadonlyMap<string, CheckItem>
}

const keyOf = (v: VersionRow): string => `${v.standard_id} ${v.variant_id}`

/**
 * The versions that the looks of a month were held to, each with its own score. When there was more than one, each is
 * scored again on one measure, so that before and after the change can be compared; and when the month before was held to
 * others, so are the two months. `items` are the words of whatever was asked.
 */
export const readVersions = async (
  tx: Tx,
  estateId: Uuid,
  { now, before }: { now: Span; before: Span },
  scoring: { model: ScoreModel; rollUp: RollUp },
): Promise<Versions> => {
  const used = await versionsUsed(tx, estateId, now)
  const earlier = await versionsUsed(tx, estateId, before)
  const held = new Map<string, readonly CheckItem[]>()
  for (const version of [...earlier, ...used])
    if (!held.has(keyOf(version))) held.set(keyOf(version), await itemsHeld(tx, estateId, version))
  const commonOf = (versions: readonly VersionRow[]) => commonItems(versions.map((v) => held.get(keyOf(v)) ?? []))
  const items = new Map(used.flatMap((v) => held.get(keyOf(v)) ?? []).map((item) => [item.id, item]))
  const others = earlier.filter((v) => !used.some((u) => keyOf(u) === keyOf(v)))
  const changed = earlier.length > 0 && used.length > 0 && (others.length > 0 || earlier.length !== used.length)
  const answers = used.length > 1 || changed ? await answersOf(tx, estateId, now) : []

  const common = commonOf(used)
  const parts = used.map((v) => answers.filter((a) => a.standard_id === v.standard_id && a.variant_id === v.variant_id))
  const measured = used.length > 1 ? onOneMeasure(parts, { common, ...scoring }) : undefined
  return {
    versions: used.map((v, i) => present(v, measured?.scores[i] ?? null)),
    comparableItems: measured ? common.size : null,
    comparablePlaces: measured?.places ?? null,
    sinceBefore: changed
      ? sinceBefore([await answersOf(tx, estateId, before), answers], commonOf([...others, ...used]), scoring)
      : null,
    items,
  }
}

const sinceBefore = (
  months: readonly AnswerRow[][],
  common: ReadonlyMap<string, CheckItem>,
  scoring: { model: ScoreModel; rollUp: RollUp },
): Versions['sinceBefore'] => {
  const { scores, places } = onOneMeasure(months, { common, ...scoring })
  return { before: scores[0] ?? null, now: scores[1] ?? null, items: common.size, places }
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
