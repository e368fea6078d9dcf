const MOST = 99

/**
 * `T08-X-01`: the number of the next own item at a touchpoint, above all that were ever given to one: findings and figures
 * go by it. Undefined when none is left.
 */
export const nextOwnId = (ids: readonly string[], touchpoint: string): string | undefined => {
  const stem = `${touchpoint}-X-`
  const taken = ids.filter((id) => id.startsWith(stem)).map((id) => Number(id.slice(stem.length)))
  const next = Math.max(0, ...taken) + 1
  return next > MOST ? undefined : `${stem}${String(next).padStart(2, '0')}`
}
