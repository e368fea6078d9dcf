import type { MeasuredValue } from '#contract/inspections.ts'
import type { Threshold } from '#contract/touchpoints.ts'
import type { T } from '../i18n.ts'

const UNITS = { h: 'onsite.unit.h', min: 'onsite.unit.min', degC: 'onsite.unit.degC', lx: 'onsite.unit.lx' } as const
/** The word for a unit; undefined for a count, whose item says what is counted. */
export const unitOf = (t: T, unit: string): string | undefined => {
  const known = Object.entries(UNITS).find(([name]) => name === unit)
  return known ? t(known[1]) : undefined
}

/** What was measured or read off, as it is said; undefined where nothing was. */
export const measuredText = (
  t: T,
  { value, unit }: { value: MeasuredValue | null; unit: string | null },
): string | undefined => {
  if (value === null) return undefined
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
  if (unit === 'gauge') return t(value === 'outside' ? 'onsite.gauge.outside' : 'onsite.gauge.normal')
  return [value, unit === null ? undefined : unitOf(t, unit)].filter((part) => part !== undefined).join(' ')
}

const LIMITS = { '=': 'is', '>=': 'atLeast', '<=': 'atMost', '>': 'above', '<': 'below' } as const
/** The limit of a figure, as it is said; undefined for one that the site sets itself. */
export const limitText = (t: T, { op, value, unit }: Threshold): string | undefined => {
  if (value === 'site-defined' || typeof value === 'boolean') return undefined
  const said = unitOf(t, unit) ?? ''
  if (Array.isArray(value)) return t('onsite.limit.range', { from: value[0], to: value[1], unit: said })
  if (value === 'today') return t('onsite.limit.today')
  return op === 'in' ? undefined : t(`onsite.limit.${LIMITS[op === 'range' ? '=' : op]}`, { value, unit: said })
}
