import { expect, test } from 'vitest'
import { makeCipher } from './cipher.ts'

const cipher = makeCipher(Buffer.alloc(32, 7).toString('base64'))

test('FD-015 what was sealed opens again, is never the same twice and shows nothing of the plain text', () => {
  const first = cipher.seal('440301199001011234', 'estate/customer')
  const second = cipher.seal('440301199001011234', 'estate/customer')
  expect(first.equals(second)).toBe(false)
  expect(first.includes('440301199001011234')).toBe(false)
  expect(cipher.open(first, 'estate/customer').toString()).toBe('440301199001011234')
})

test('FD-015 a sealed number that was changed, moved to another row or sealed with another key does not open', () => {
  const sealed = cipher.seal('440301199001011234', 'estate/customer')
  const changed = Buffer.from(sealed)
  changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1)
  expect(() => cipher.open(changed, 'estate/customer')).toThrow()
  expect(() => cipher.open(sealed, 'estate/somebody else')).toThrow()
  expect(() => makeCipher(Buffer.alloc(32, 8).toString('base64')).open(sealed, 'estate/customer')).toThrow()
  expect(() => cipher.open(Buffer.of(1, 2, 3), 'estate/customer')).toThrow()
})

test('FD-015 the blind index is the same for the same number of one estate and another one elsewhere', () => {
  expect(cipher.index('440301199001011234', 'a').equals(cipher.index('440301199001011234', 'a'))).toBe(true)
  expect(cipher.index('440301199001011234', 'a').equals(cipher.index('440301199001011234', 'b'))).toBe(false)
  expect(cipher.index('440301199001011235', 'a').equals(cipher.index('440301199001011234', 'a'))).toBe(false)
})

test('a data key that is too short is refused at once', () => {
  expect(() => makeCipher('c2hvcnQ=')).toThrow('32 bytes')
})
