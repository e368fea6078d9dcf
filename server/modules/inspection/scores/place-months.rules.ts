import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import type { PlaceMonthScore } from '#contract/scores.ts'
import { versionsNewIn } from './comparable.rules.ts'
import { inPoints, type RollUp } from './roll-up.rules.ts'
import type { PlaceMonth, VersionRow } from './score.store.ts'

type Place = { id: string; code: string; name: string; touchpoint: string }

/** A place month by month; the first of `months` is there for the change of the one after it and is not shown. */
export const placeMonthsOf = (
  { touchpoint, ...place }: Place,
  months: readonly string[],
  looks: readonly PlaceMonth[],
  versions: readonly VersionRow[],
  { placeScore }: RollUp,
): PlaceMonthScore[] => {
  const of = TOUCHPOINTS.find((code) => code === touchpoint)
  if (of === undefined) return []
  const by = new Map(looks.map((row) => [row.month, row]))
  const scoreIn = (month: string | undefined) => inPoints(by.get(month ?? '')?.[placeScore] ?? null)
  return months.slice(1).map((month, i) => ({
    month,
    place: { id: place.id, code: place.code, name: place.name },
    touchpoint: of,
    score: scoreIn(month),
    before: scoreIn(months[i]),
    looks: by.get(month)?.looks ?? 0,
    newVersions: versionsNewIn(month, versions),
  }))
}
