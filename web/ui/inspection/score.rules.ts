/** Which shade a score has; its limits are those at which the model's gates lie. */
export type Band = 'none' | 'low' | 'middle' | 'good' | 'top'
export const bandOf = (score: number | null): Band => {
  if (score === null) return 'none'
  if (score < 60) return 'low'
  if (score < 80) return 'middle'
  return score < 95 ? 'good' : 'top'
}
export const scoreText = (score: number | null): string => (score === null ? '—' : score.toFixed(1))
