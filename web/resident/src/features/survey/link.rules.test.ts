import { expect, test } from 'vitest'
import { readLink } from './link.rules.ts'

const TOKEN = 'abcdefghijklmnopqrstuvwxyz_'

test('a link says which estate and which token, as the server made it', () => {
  const id = '019080a0-ffff-7fbf-afff-0123456789ab'
  const estate = Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')
  expect(readLink(`/s/${estate}${TOKEN}`)).toEqual({ estateId: id, token: TOKEN })
  expect(readLink(`/s/${estate}${TOKEN}/`)?.token).toBe(TOKEN)
})

test('a link that was cut short or added to is none', () => {
  for (const path of [
    '/s/',
    '/s/abc',
    `/s/${TOKEN}`,
    `/s/${'a'.repeat(50)}`,
    `/s/${'a'.repeat(48)}`,
    `/s/${'a'.repeat(48)}!`,
  ])
    expect(readLink(path)).toBeUndefined()
})
