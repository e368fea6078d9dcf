import { type PlainKey, resources } from '#content/texts/index.ts'
import type { T } from '../i18n.ts'

const known = resources('zh')
const isKey = (key: string): key is PlainKey => Object.hasOwn(known, key)

/** The word for a key that is only known at run time (a state, a verb, a clock); the key itself when there is none. */
export const wordFor = (t: T, key: string, otherwise = key): string => (isKey(key) ? t(key) : otherwise)
export const hasWord = isKey
