import type { T } from '../i18n.ts'
import { wordFor } from '../matter/words.ts'

/** `C2.7 电梯`: the code is what colleagues say, the words are what it means. */
export const categoryWord = (t: T, code: string | null): string =>
  code === null ? t('complaintWord.unclassified') : `${code} ${wordFor(t, `category.${code}`, '')}`.trim()

export const percentText = (share: number | null): string =>
  share === null ? '—' : `${Math.round(share * 1_000) / 10}%`
