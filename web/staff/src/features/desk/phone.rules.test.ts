import { expect, test } from 'vitest'
import { isDoubtfulPhone } from './phone.rules.ts'

test('a number with a digit too few or too many is doubted while it is typed', () => {
  for (const typed of ['12345', '1381234567', '138123456789', '电话', '0755-8666'])
    expect(isDoubtfulPhone(typed), typed).toBe(true)
})

test('mobiles, landlines with or without area code and numbers from abroad are not', () => {
  for (const typed of [
    '',
    '13812345678',
    '138 1234 5678',
    '86661234',
    '0755-86661234',
    '+852 2345 6789',
    '0085223456789',
  ])
    expect(isDoubtfulPhone(typed), typed).toBe(false)
})
