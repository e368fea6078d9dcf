import type { T } from '#ui/i18n.ts'

/** A setting's value as people read it. */
export const valueText = (t: T, key: string, value: unknown): string => {
  if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no')
  if (Array.isArray(value)) return value.join('、')
  if (typeof value === 'number' && key.endsWith('Fen')) return t('settings.yuan', { amount: (value / 100).toFixed(2) })
  return String(value)
}
