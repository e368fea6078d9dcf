const MOST_BYTES = 64 * 1024 * 1024
/** More than any camera of a phone makes: opening it could end the app with everything that is being filled in. */
export const isTooLarge = (bytes: number): boolean => bytes > MOST_BYTES

export type Size = { width: number; height: number }

/** Within a longest side; never made larger. */
export const scaled = ({ width, height }: Size, longest: number): Size => {
  const factor = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) }
}

export type Taken = { time: string; inspector: string; estate: string; place: string }
/** What stands on every photo: when it was taken and by whom, and where. */
export const stampLines = ({ time, inspector, estate, place }: Taken): readonly string[] => [
  `${time}  ${inspector}`,
  `${estate}  ${place}`,
]

/** The stamp stands on a band at the lower edge; its letters grow with the picture. */
export const stampLayout = ({ width, height }: Size, lines: number): { font: number; band: number; pad: number } => {
  const font = Math.max(14, Math.round(Math.min(width, height) / 28))
  const pad = Math.round(font * 0.6)
  return { font, pad, band: Math.round(lines * font * 1.35 + 2 * pad) }
}
