export type Spread = { count: number; p50: number; p95: number; p99: number; most: number }

/** Nearest rank: the smallest value that at least `share` of all values do not exceed. Throws when there is none. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new Error('no values to take a percentile of')
  return value
}

export const spreadOf = (values: readonly number[]): Spread => ({
  count: values.length,
  p50: percentile(values, 0.5),
  p95: percentile(values, 0.95),
  p99: percentile(values, 0.99),
  most: percentile(values, 1),
})

/** `part` of `whole`; throws where nothing was measured, so that an empty run never counts as a good one. */
export const ratio = (part: number, whole: number): number => {
  if (!(whole > 0) || !Number.isFinite(part)) throw new Error(`no ratio of ${part} to ${whole}`)
  return part / whole
}
