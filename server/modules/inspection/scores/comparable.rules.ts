import type { VersionPart } from '#contract/scores.ts'
import type { CheckItem } from '#contract/touchpoints.ts'
import { inHundredths, type ScoreModel, scoreOf, tallyOf } from '../score.rules.ts'
import { inPoints, meanOf, type PlaceScores, type RollUp, scoresOf } from './roll-up.rules.ts'
import type { AnswerRow, VersionRow } from './score.store.ts'

/** Which versions they are. */
export const versionRef = (v: VersionRow): Pick<VersionPart, 'standard' | 'variant'> => ({
  standard: { id: v.standard_id, number: v.standard_number, name: v.standard_name },
  variant: v.variant_id === null ? null : { id: v.variant_id, number: v.variant_number ?? 0 },
})

/** The versions that came into use in a month; the first of all (in the order of their use) replaces nothing that is known here. */
export const versionsNewIn = (month: string, used: readonly VersionRow[]) =>
  used
    .slice(1)
    .filter((v) => v.from_on.startsWith(month))
    .map(versionRef)

const asksTheSame = (a: CheckItem, b: CheckItem | undefined): boolean =>
  b !== undefined && a.zh === b.zh && JSON.stringify(a.threshold) === JSON.stringify(b.threshold)

/** The items that every version asks in the same words and with the same limit, as the last of them weighs them: one measure for all. */
export const commonItems = (versions: readonly (readonly CheckItem[])[]): ReadonlyMap<string, CheckItem> => {
  const last = versions.at(-1) ?? []
  const others = versions.slice(0, -1).map((items) => new Map(items.map((i) => [i.id, i])))
  return new Map(last.filter((i) => others.every((items) => asksTheSame(i, items.get(i.id)))).map((i) => [i.id, i]))
}

type Answered = Pick<AnswerRow, 'inspection_id' | 'place_id' | 'touchpoint' | 'item_id' | 'answer'>
type Measure = { common: ReadonlyMap<string, CheckItem>; model: ScoreModel; rollUp: RollUp }

/** What each place would have had on the common items alone; places of which none was answered are left out. */
const placesOn = (answers: readonly Answered[], { common, model }: Measure): PlaceScores[] =>
  [...Map.groupBy(answers, (a) => a.place_id)].flatMap(([place_id, own]) => {
    const scores = [...Map.groupBy(own, (a) => a.inspection_id).values()].flatMap((look) => {
      const held = look.flatMap(({ item_id, answer }) => {
        const item = common.get(item_id)
        return item ? [{ item, answer }] : []
      })
      return inHundredths(scoreOf(tallyOf(held), model).score) ?? []
    })
    const touchpoint = own[0]?.touchpoint ?? ''
    return scores.length === 0
      ? []
      : [{ place_id, touchpoint, looks: scores.length, mean: meanOf(scores), latest: scores.at(-1) ?? null }]
  })

/**
 * The scores that these parts (each the oldest look first) would have on one measure: the common items, at the places that
 * were looked at in every part, put together as scores always are. Points; null where no place was.
 */
export const onOneMeasure = (
  parts: readonly (readonly Answered[])[],
  measure: Measure,
): { scores: (number | null)[]; places: number } => {
  const rows = parts.map((answers) => placesOn(answers, measure))
  const [first = [], ...others] = rows.map((own) => new Set(own.map((p) => p.place_id)))
  const everywhere = new Set([...first].filter((id) => others.every((ids) => ids.has(id))))
  const scores = rows.map((own) =>
    inPoints(
      scoresOf(
        own.filter((p) => everywhere.has(p.place_id)),
        measure.rollUp,
      ).score,
    ),
  )
  return { scores, places: everywhere.size }
}
