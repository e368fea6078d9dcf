import type { EstateScores } from '../scores.ts'

export const BANDS = ['low', 'middle', 'good', 'top', 'none'] as const
/** Which shade a score has. */
export type Band = (typeof BANDS)[number]
/** Where a shade begins; the limits are those at which the model's gates lie. */
export const BAND_FROM = { middle: 60, good: 80, top: 95 } as const

export const bandOf = (score: number | null): Band => {
  if (score === null) return 'none'
  if (score < BAND_FROM.middle) return 'low'
  if (score < BAND_FROM.good) return 'middle'
  return score < BAND_FROM.top ? 'good' : 'top'
}

export const scoreText = (score: number | null): string => (score === null ? '—' : score.toFixed(1))

/** More or fewer points than before, to a tenth; null where one of the two is missing. */
export const scoreChange = (score: number | null, before: number | null): number | null =>
  score === null || before === null ? null : Math.round((score - before) * 10) / 10

/** A change with its sign. */
export const changeText = (by: number | null): string => (by === null ? '—' : `${by > 0 ? '+' : ''}${by.toFixed(1)}`)

/** Two months on one measure, as the words about them say it. */
export const measureWords = ({ before, now, items, places }: NonNullable<EstateScores['sinceBefore']>) => ({
  before: scoreText(before),
  now: scoreText(now),
  items,
  places,
})
