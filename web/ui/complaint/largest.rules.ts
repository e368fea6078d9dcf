export const OTHERS = 'others'
/** As many as the charts have colours that can be told apart; the last is for all that remain. */
const MOST = 6

type Month = readonly { category: string; count: number }[]

/** Categories month by month, the largest over all months first; what is beyond the colours stands as one. */
export const largestCategories = (months: readonly Month[]): { id: string; values: number[] }[] => {
  const names = [...new Set(months.flatMap((month) => month.map(({ category }) => category)))]
  const series = names
    .map((id) => ({ id, values: months.map((month) => month.find(({ category }) => category === id)?.count ?? 0) }))
    .map((one) => ({ ...one, sum: one.values.reduce((sum, value) => sum + value, 0) }))
    .filter(({ sum }) => sum > 0)
    .sort((a, b) => b.sum - a.sum)
  const named = series.length > MOST ? series.slice(0, MOST - 1) : series
  const rest = series.slice(named.length)
  const others = months.map((_, at) => rest.reduce((sum, { values }) => sum + (values[at] ?? 0), 0))
  return [
    ...named.map(({ id, values }) => ({ id, values })),
    ...(rest.length > 0 ? [{ id: OTHERS, values: others }] : []),
  ]
}
