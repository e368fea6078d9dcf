import { hasText, type T } from '../i18n.ts'

/** The word for a key that is only known at run time (a state, a verb, a clock); the key itself when there is none. */
export const wordFor = (t: T, key: string, otherwise = key): string => (hasText(key) ? t(key) : otherwise)
export const hasWord = hasText
