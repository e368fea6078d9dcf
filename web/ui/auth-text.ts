import { AuthError } from './auth.ts'
import { errorText } from './error-text.ts'
import type { T } from './i18n.ts'

/** What a person is told when signing in fails at the password. */
export const passwordError = (t: T, error: unknown): string => {
  if (!(error instanceof AuthError)) return errorText(t, error)
  if (error.status === 429) return t('error.E_RATE')
  if (error.status === 403) return t('signIn.disabled')
  return t('signIn.wrong')
}

export type CodeProblem = { text: string; over: boolean }

/** The same at the code; `over` means that the password has to be given again. */
export const codeError = (t: T, error: unknown, backup = false): CodeProblem => {
  if (!(error instanceof AuthError)) return { text: errorText(t, error), over: false }
  if (error.code === 'INVALID_TWO_FACTOR_COOKIE') return { text: t('signIn.codeExpired'), over: true }
  if (error.code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE') return { text: t('signIn.codeExpired'), over: true }
  if (error.code === 'ACCOUNT_TEMPORARILY_LOCKED') return { text: t('signIn.codeLocked'), over: true }
  if (error.status === 429) return { text: t('error.E_RATE'), over: false }
  return { text: t(backup ? 'signIn.backupWrong' : 'signIn.codeWrong'), over: false }
}
