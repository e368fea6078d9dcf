type Box = { left: number; top: number; right: number; bottom: number }
export type Dot = { x: number; y: number; label: string }
export type LabelPlace = { position: 'right' | 'left' | 'top' | 'bottom'; offset: [number, number] }

const DOT = 6
const GAP = 9
const LETTER = 7
const HALF_LINE = 7
const ASIDE = 9

/** Beside the dot first, then above and below, then in the corners. */
const PLACES: readonly LabelPlace[] = [
  { position: 'right', offset: [0, 0] },
  { position: 'left', offset: [0, 0] },
  { position: 'top', offset: [0, 0] },
  { position: 'bottom', offset: [0, 0] },
  { position: 'right', offset: [-3, -ASIDE] },
  { position: 'right', offset: [-3, ASIDE] },
  { position: 'left', offset: [3, -ASIDE] },
  { position: 'left', offset: [3, ASIDE] },
]

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))

const around = (x: number, y: number, halfWidth: number, halfHeight: number): Box => ({
  left: x - halfWidth,
  right: x + halfWidth,
  top: y - halfHeight,
  bottom: y + halfHeight,
})

/** The box that a label takes up at a place of its dot. */
export const labelBox = ({ x, y, label }: Dot, { position, offset }: LabelPlace): Box => {
  const half = (label.length * LETTER) / 2
  const side = { right: 1, left: -1, top: 0, bottom: 0 }[position]
  const level = { right: 0, left: 0, top: -1, bottom: 1 }[position]
  return around(x + side * (GAP + half) + offset[0], y + level * (GAP + HALF_LINE) + offset[1], half, HALF_LINE)
}

/** Where the label of each dot stands so that it covers no other dot and no other label, or as little of them as it can. */
export const placeLabels = (dots: readonly Dot[], frame: Box): LabelPlace[] => {
  const marks = dots.map(({ x, y }) => around(x, y, DOT, DOT))
  const labels: Box[] = []
  return dots.map((dot, i) => {
    const cost = (place: LabelPlace): number => {
      const box = labelBox(dot, place)
      const inside = overlap(box, frame)
      const outside = (box.right - box.left) * (box.bottom - box.top) - inside
      const onDots = marks.reduce((sum, mark, j) => (j === i ? sum : sum + overlap(box, mark)), 0)
      return outside + onDots + labels.reduce((sum, other) => sum + overlap(box, other), 0)
    }
    const best = PLACES.map((place) => ({ place, cost: cost(place) })).reduce((a, b) => (b.cost < a.cost ? b : a))
    labels.push(labelBox(dot, best.place))
    return best.place
  })
}
