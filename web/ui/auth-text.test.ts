import { expect, test } from 'vitest'
import { resources } from '#content/texts/index.ts'
import { AuthError } from './auth.ts'
import { codeError, passwordError } from './auth-text.ts'
import { startI18n, textNow } from './i18n.ts'

startI18n(resources('zh'), 'zh')
const zh = resources('zh')

test('a wrong password does not tell whether the user exists', () => {
  const text = zh['signIn.wrong']
  expect(passwordError(textNow, new AuthError('INVALID_USERNAME_OR_PASSWORD', 401))).toBe(text)
  expect(passwordError(textNow, new AuthError('INVALID_USERNAME', 422))).toBe(text)
})

test('a used-up second step leads back to the password, a wrong code does not', () => {
  expect(codeError(textNow, new AuthError('INVALID_CODE', 401))).toEqual({ text: zh['signIn.codeWrong'], over: false })
  for (const code of [
    'INVALID_TWO_FACTOR_COOKIE',
    'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE',
    'ACCOUNT_TEMPORARILY_LOCKED',
  ]) {
    expect(codeError(textNow, new AuthError(code, 401)).over).toBe(true)
  }
})
