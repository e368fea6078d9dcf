import type { MeasuredValue } from '#contract/inspections.ts'
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
