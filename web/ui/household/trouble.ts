import type { ApiError } from '../api-error.ts'
import type { T } from '../i18n.ts'
import { hasWord, wordFor } from '../matter/words.ts'

/** What is wrong with a number that was typed and what would be right; the server names the trouble. */
export const troubleText = (t: T, error: ApiError): string | undefined => {
  const { trouble } = error.details
  if (typeof trouble !== 'string') return undefined
  const key = `trouble.${trouble}`
  return hasWord(key) ? wordFor(t, key) : undefined
}
