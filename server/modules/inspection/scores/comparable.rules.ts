import type { VersionPart } from '#contract/scores.ts'
import type { CheckItem } from '#contract/touchpoints.ts'
import { type ScoreModel, scoreOf, tallyOf } from '../score.rules.ts'
import { meanOf } from './roll-up.rules.ts'
import type { VersionRow } from './score.store.ts'

type Answered = { inspection_id: string; item_id: string; answer: 'pass' | 'fail' | 'na' }

/** Which versions they are. */
export const versionRef = (v: VersionRow): Pick<VersionPart, 'standard' | 'variant'> => ({
  standard: { id: v.standard_id, number: v.standard_number, name: v.standard_name },
  variant: v.variant_id === null ? null : { id: v.variant_id, number: v.variant_number ?? 0 },
})

/** The items that every version has, as the last of them words and weighs them: one measure for all. */
export const commonItems = (versions: readonly (readonly CheckItem[])[]): ReadonlyMap<string, CheckItem> => {
  const last = versions.at(-1) ?? []
  const others = versions.slice(0, -1).map((items) => new Set(items.map((i) => i.id)))
  return new Map(last.filter((i) => others.every((ids) => ids.has(i.id))).map((i) => [i.id, i]))
}

/** What the looks of a version would have had on the common items alone, as a mean over looks; points from 0 to 100. */
export const comparableScore = (
  answers: readonly Answered[],
  common: ReadonlyMap<string, CheckItem>,
  model: ScoreModel,
): number | null => {
  const looks = Map.groupBy(answers, (a) => a.inspection_id)
  const scores = [...looks.values()].flatMap((own) => {
    const held = own.flatMap(({ item_id, answer }) => {
      const item = common.get(item_id)
      return item ? [{ item, answer }] : []
    })
    const { score } = scoreOf(tallyOf(held), model)
    return score === null ? [] : [score]
  })
  const mean = meanOf(scores)
  return mean === null ? null : Math.round(mean * 100) / 100
}
