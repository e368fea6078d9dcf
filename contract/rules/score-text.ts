import type { CompanyHeatRow, EstateScores, VersionPart } from '../scores.ts'

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

/** The change of this estate since the month before is one of its standard too. */
export const isMixed = ({ newStandardOn, score, before }: CompanyHeatRow): boolean =>
  newStandardOn !== null && score !== null && before !== null

type Said = NonNullable<EstateScores['sinceBefore']>
/** Two months on one measure, as the words about them say it. */
const measureWords = ({ before, now, items, places }: Said) => ({
  before: scoreText(before),
  now: scoreText(now),
  items,
  places,
})

/** How the texts say it; whoever shows it knows the language. Each key by itself, as the texts of the web are typed. */
type Words = ((key: 'score.sinceBeforeNone') => string) &
  ((key: 'score.sinceBefore', params: ReturnType<typeof measureWords>) => string) &
  ((key: 'score.variant', params: { number: number }) => string)

/** What is to be said of the change where the month before was held to another standard; null: nothing. */
export const sinceBeforeText = (t: Words, { sinceBefore: said }: Pick<EstateScores, 'sinceBefore'>): string | null => {
  if (said === null) return null
  return said.places === 0 ? t('score.sinceBeforeNone') : t('score.sinceBefore', measureWords(said))
}

/** The company's version that a look was held to, with that of the estate if there was one. */
export const versionName = (t: Words, { standard, variant }: Pick<VersionPart, 'standard' | 'variant'>): string => {
  const own = variant ? ` · ${t('score.variant', { number: variant.number })}` : ''
  return `${standard.number} ${standard.name}${own}`
}
