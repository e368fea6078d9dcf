import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Dot, labelBox, placeLabels } from './label-places.ts'

const FRAME = { left: 44, top: 16, right: 334, bottom: 376 }
const dot = (x: number, y: number, label = '12'): Dot => ({ x, y, label })
const meet = (a: ReturnType<typeof labelBox>, b: ReturnType<typeof labelBox>) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

test('a label stands at the right of its dot, at the left where the picture ends', () => {
  expect(placeLabels([dot(100, 100)], FRAME)).toEqual([{ position: 'right', offset: [0, 0] }])
  expect(placeLabels([dot(330, 100)], FRAME)).toEqual([{ position: 'left', offset: [0, 0] }])
})

test('QM 6 labels of points that lie close cover neither each other nor a dot, on a phone too', () => {
  // a row of dots closer than a label is wide, and three in a heap
  const dots = [dot(200, 100), dot(216, 102), dot(231, 104), dot(100, 300, '3'), dot(107, 301, '4'), dot(103, 309, '1')]
  const places = placeLabels(dots, FRAME)
  const boxes = dots.map((d, i) => labelBox(d, places[i] ?? { position: 'right', offset: [0, 0] }))
  for (const [i, box] of boxes.entries()) {
    for (const other of boxes.slice(i + 1)) expect(meet(box, other), `${i}`).toBe(false)
    for (const { x, y } of dots)
      expect(meet(box, { left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }), `${i} on ${x}`).toBe(false)
  }
})

test('every dot has its label, whatever the heap', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ x: fc.nat(300), y: fc.nat(300), label: fc.constant('7') }), { maxLength: 60 }),
      (dots) => {
        expect(placeLabels(dots, FRAME)).toHaveLength(dots.length)
      },
    ),
  )
})
