type Position = { latitude: number; longitude: number }

/** Latitude first, as maps give it; five digits are a metre. */
export const positionText = (position: Position | null): string =>
  position === null ? '' : `${position.latitude.toFixed(5)}, ${position.longitude.toFixed(5)}`

/** Two numbers, parted by a comma of either width or by blanks; undefined for anything else. */
export const positionOf = (typed: string): Position | undefined => {
  const [latitude, longitude, ...more] = typed.trim().split(/[\s,，]+/)
  const isNumber = (part: string | undefined): part is string => part !== undefined && /^-?\d{1,3}(\.\d+)?$/.test(part)
  return isNumber(latitude) && isNumber(longitude) && more.length === 0
    ? { latitude: Number(latitude), longitude: Number(longitude) }
    : undefined
}
