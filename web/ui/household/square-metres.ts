const HUNDRED = 100

/** Hundredths of a square metre to `89.50`. */
export const areaText = (areaX100: number): string => (areaX100 / HUNDRED).toFixed(2)

/** `89.5` or `89.50㎡` to hundredths; undefined when it is no area with at most two decimals. */
export const areaOf = (typed: string): number | undefined => {
  const bare = typed
    .replaceAll(',', '')
    .replace(/(平方米|平米|平方|㎡|m2|m²|sqm)$/i, '')
    .trim()
  const found = /^(\d{1,6})(?:[.．](\d{1,2}))?$/.exec(bare)
  return found ? Number(found[1]) * HUNDRED + Number((found[2] ?? '').padEnd(2, '0')) : undefined
}
