import { expect, test } from 'vitest'
import { countStates, gridOf, slotToSend } from './slots.rules.ts'

const slots = [
  { line: 'repair', slot: '17:00', state: 'due' },
  { line: 'repair', slot: '11:30', state: 'in' },
  { line: 'cleaning', slot: '11:30', state: 'missing' },
  { line: 'cleaning', slot: '17:00', state: 'due' },
] as const

test('FD-403 every line stands in a row with all the times of the day in order', () => {
  const grid = gridOf(slots)
  expect(grid.times).toEqual(['11:30', '17:00'])
  expect(grid.lines.map(({ line, cells }) => [line, cells.map((cell) => cell?.state)])).toEqual([
    ['repair', ['in', 'due']],
    ['cleaning', ['missing', 'due']],
  ])
})

test('FD-403 a line is offered the time it owes: what is missing first, then what comes', () => {
  expect(slotToSend(slots, 'cleaning')).toBe('11:30')
  expect(slotToSend(slots, 'repair')).toBe('17:00')
  expect(slotToSend([{ line: 'repair', slot: '11:30', state: 'late' }], 'repair')).toBe('11:30')
  expect(slotToSend(slots, 'security')).toBeUndefined()
})

test('FD-403 the desk sees how many are in, late and missing', () => {
  expect(countStates(slots)).toEqual({ in: 1, late: 0, missing: 1, due: 2 })
})
