import { expect, test } from 'vitest'
import { initialsOf } from './name-initials.ts'

test('initials are what a colleague types, with surnames read as surnames', () => {
  expect(initialsOf('林晓雨')).toBe('lxy')
  expect(initialsOf('曾国强')).toBe('zgq')
  expect(initialsOf('欧阳锋')).toBe('oyf')
  expect(initialsOf('Tom Lee')).toBe('tomlee')
  expect(initialsOf('安捷家电维修')).toBe('ajjdwx')
})
