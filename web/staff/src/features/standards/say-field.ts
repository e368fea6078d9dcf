import { Threshold } from '#contract/touchpoints.ts'
import { hasText, type T } from '#ui/i18n.ts'
import { limitText } from '#ui/inspection/measured.ts'

/** Fields whose values are words of a list, and the list. */
const WORDS: Readonly<Record<string, string>> = {
  severity: 'severity',
  evidence: 'evidence',
  kano: 'kano',
  sense: 'sense',
  frequency: 'frequency',
  trait: 'trait',
  traits: 'trait',
  conditions: 'condition',
  standing: 'condition',
}

export const knownWord = (t: T, key: string, otherwise: string): string => (hasText(key) ? t(key) : otherwise)

/** The value of a field of an item or of an estate's version, in words. */
export const sayField = (t: T, field: string, value: unknown): string => {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return '—'
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
  const limit = field === 'threshold' ? Threshold.safeParse(value).data : undefined
  if (limit?.value === 'site-defined') return t('standards.siteLimit')
  if (limit) return limitText(t, limit) ?? String(limit.value)
  return [value]
    .flat()
    .map((one) => knownWord(t, `${WORDS[field]}.${String(one)}`, String(one)))
    .join('、')
}
