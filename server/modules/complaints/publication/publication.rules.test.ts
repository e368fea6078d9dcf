import { expect, test } from 'vitest'
import { isDispute, isOver, monthsBefore, nextMonth, personalDataOf, publishBy } from './publication.rules.ts'

test('CP-139 it hangs there by the 5th of the next month, also over the turn of the year', () => {
  expect(publishBy('2026-11', 5)).toBe('2026-12-05')
  expect(publishBy('2026-12', 5)).toBe('2027-01-05')
  expect(publishBy('2027-01', 28)).toBe('2027-02-28')
  expect([nextMonth('2026-12'), monthsBefore('2027-01', 2)]).toEqual(['2027-01', '2026-11'])
})

test('CP-137 a month is over on the first of the next', () => {
  expect(isOver('2026-11', '2026-11-30')).toBe(false)
  expect(isOver('2026-11', '2026-12-01')).toBe(true)
})

test('CP-138 every text that residents read is looked through, and the place is named', () => {
  const known = { names: ['周丽华'], rooms: ['3-1203'], phones: [] }
  const item = { text: '电梯停运', outcome: '已修复', include: true }
  expect(personalDataOf({ foreword: null, items: [item] }, known)).toEqual([])
  const bad = { text: '周丽华反映电梯停运', outcome: '已到 3-1203 回访', include: true }
  expect(personalDataOf({ foreword: '请拨 13800138000', items: [item, bad] }, known)).toEqual([
    { where: 'foreword', kind: 'phone', text: '13800138000' },
    { where: 'items.1.text', kind: 'name', text: '周丽华' },
    { where: 'items.1.outcome', kind: 'room', text: '3-1203' },
  ])
  expect(personalDataOf({ foreword: null, items: [{ ...bad, include: false }] }, known)).toEqual([])
})

test('CP-138 disputes between residents are known by their category', () => {
  expect(['C6', 'C6.2', 'C1.3'].map(isDispute)).toEqual([true, true, false])
})
