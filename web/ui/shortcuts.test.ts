import { expect, test } from 'vitest'
import { matchStroke, strokeOf } from './shortcuts.ts'

const key = (name: string, held: { ctrlKey?: boolean; metaKey?: boolean; altKey?: boolean } = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
})
const KNOWN = ['mod+k', 'g d', 'g b', '?', 'd']

test('Ctrl and ⌘ are the same, Shift is part of the character, Alt belongs to the system', () => {
  expect(strokeOf(key('k', { ctrlKey: true }))).toBe('mod+k')
  expect(strokeOf(key('K', { metaKey: true }))).toBe('mod+k')
  expect(strokeOf(key('?'))).toBe('?')
  expect(strokeOf(key('Shift'))).toBeUndefined()
  expect(strokeOf(key('k', { altKey: true }))).toBeUndefined()
})

test('a sequence waits for its second stroke', () => {
  expect(matchStroke('', 'g', KNOWN)).toEqual({ hit: undefined, pending: 'g' })
  expect(matchStroke('g', 'd', KNOWN)).toEqual({ hit: 'g d', pending: '' })
})

test('a stroke that completes nothing is forgotten, but may be a shortcut of its own', () => {
  expect(matchStroke('g', 'x', KNOWN)).toEqual({ hit: undefined, pending: '' })
  expect(matchStroke('g', '?', KNOWN)).toEqual({ hit: '?', pending: '' })
  expect(matchStroke('', 'x', KNOWN)).toEqual({ hit: undefined, pending: '' })
})
