import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import type { PlaceScore } from '#contract/scores.ts'
import type { LocalDate } from '#contract/values.ts'
import { daysBetween } from '#platform/calendar/dates.rules.ts'
import { inPoints, type RollUp } from './roll-up.rules.ts'
import type { PlaceMonth, PlaceState } from './score.store.ts'

/** Every place with its score of the month, and how long ago it was seen as of `until`. */
export const placeScoresOf = (
  places: readonly PlaceState[],
  month: readonly PlaceMonth[],
  { placeScore }: RollUp,
  until: LocalDate,
): PlaceScore[] => {
  const looks = new Map(month.map((row) => [row.place_id, row]))
  return places.flatMap((p): PlaceScore[] => {
    const touchpoint = TOUCHPOINTS.find((code) => code === p.touchpoint)
    if (touchpoint === undefined) return []
    const own = looks.get(p.id)
    return [
      {
        place: { id: p.id, code: p.code, name: p.name },
        touchpoint,
        score: inPoints(own?.[placeScore] ?? null),
        looks: own?.looks ?? 0,
        lastSeenOn: p.last_seen_on,
        unseenDays: p.last_seen_on === null ? null : daysBetween(p.last_seen_on, until),
        openFindings: p.open_findings,
      },
    ]
  })
}

/** What is lowest, highest or longest unseen first; what has no score comes last, what was never seen first. */
export const sortPlaces = (places: readonly PlaceScore[], by: 'lowest' | 'highest' | 'unseen'): PlaceScore[] => {
  const value = (p: PlaceScore) =>
    by === 'unseen'
      ? -(p.unseenDays ?? Number.MAX_SAFE_INTEGER)
      : by === 'lowest'
        ? (p.score ?? 1_000)
        : -(p.score ?? -1_000)
  return [...places].sort((a, b) => value(a) - value(b) || (a.place.id < b.place.id ? -1 : 1))
}
