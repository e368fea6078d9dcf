/** The same list with the one at `from` standing at `to`; beyond the ends it stands at the end. */
export const moved = <T>(list: readonly T[], from: number, to: number): T[] => {
  const next = [...list]
  const [one] = next.splice(from, 1)
  if (one === undefined) return next
  next.splice(Math.max(0, Math.min(to, next.length)), 0, one)
  return next
}

/** Where a key takes the one at `at` in a list of `count`; undefined for keys that move nothing. */
export const keyMove = (key: string, at: number, count: number): number | undefined => {
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: count - 1 }[key]
  return to === undefined || to < 0 || to >= count || to === at ? undefined : to
}

/** Where the row at `at` stands when the hand that drags it is at `y`, by the middles of the rows from the top down. */
export const dropAt = (middles: readonly number[], at: number, y: number): number => {
  const above = middles.filter((middle) => middle <= y).length
  // its own middle is one of those above the hand when it is dragged down
  return above > at ? above - 1 : above
}
