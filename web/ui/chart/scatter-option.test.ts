import { expect, test } from 'vitest'
import { PALETTES } from '../palette.ts'
import { rangeOf, type ScatterData, scatterOption } from './scatter-option.ts'

const SIZE = { width: 900, height: 420 }
const DATA: ScatterData = {
  points: [
    { id: '1', label: '1', name: '电梯合格证', x: 0.9, y: 0.2 },
    { id: '2', label: '2', name: '借伞', x: 0.1, y: 0.8, faint: true },
  ],
  x: { name: 'Worse', min: 0, max: 1 },
  y: { name: 'Better', min: 0, max: 1 },
  cut: { x: 0.4, y: 0.5 },
  corners: ['魅力', '一维', '无关', '必要'],
}

test('QM 6 each point stands where its coefficients say, and the quadrants meet at the cut', () => {
  const { series } = scatterOption(DATA, PALETTES.light, '图', SIZE)
  const [points] = series
  expect(points?.data.map((d) => [d.name, d.value])).toEqual([
    ['电梯合格证', [0.9, 0.2]],
    ['借伞', [0.1, 0.8]],
  ])
  expect(points?.markLine?.data).toEqual([{ xAxis: 0.4 }, { yAxis: 0.5 }])
  expect(points?.markArea?.data.map(([from, to]) => [from?.name, from?.coord, to?.coord])).toEqual([
    ['魅力', [0, 0.5], [0.4, 1]],
    ['一维', [0.4, 0.5], [1, 1]],
    ['无关', [0, 0], [0.4, 0.5]],
    ['必要', [0.4, 0], [1, 0.5]],
  ])
})

test('without a cut there are no quadrants', () => {
  const [points] = scatterOption({ ...DATA, cut: null }, PALETTES.dark, '图', SIZE).series
  expect(points).not.toHaveProperty('markArea')
  expect(points).not.toHaveProperty('markLine')
})

test('a scale is shown as far as its figures reach, and no further than it goes', () => {
  expect(rangeOf([3.4, 4.2], { min: 1, max: 5 })).toEqual({ min: 3, max: 4.5 })
  expect(rangeOf([3.5, 4.5], { min: 1, max: 5 })).toEqual({ min: 3, max: 5 })
  expect(rangeOf([1, 5], { min: 1, max: 5 })).toEqual({ min: 1, max: 5 })
  expect(rangeOf([], { min: 1, max: 9 })).toEqual({ min: 1, max: 9 })
})
