import type { ReactNode } from 'react'
import { z } from 'zod'
import { QuietHours } from '#contract/households.ts'
import { Instant as InstantSchema } from '#contract/values.ts'
import type { T } from '../i18n.ts'
import { Instant } from '../instant.tsx'
import { wordFor } from '../matter/words.ts'
import { yuanText } from '../money.tsx'
import { areaText } from './square-metres.ts'

/** Fields whose values are words of the contract, and under which names those words stand. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  kind: ['customerKind', 'unitKind', 'cautionKind', 'buildingKind'],
  gender: ['gender'],
  language: ['speaks'],
  role: ['residence'],
  use: ['parkingUse'],
  method: ['identityMethod'],
  result: ['identityResult'],
  field: ['unmaskField'],
}
const isUuid = (value: unknown) => z.uuid().safeParse(value).success

/** Names of columns and of the contract for the same thing. */
const plain = (field: string) => field.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

const sayText = (t: T, field: string, value: string): ReactNode => {
  if (InstantSchema.safeParse(value).success) return <Instant at={value} show="absolute" />
  const known = WORDS[field]?.map((word) => wordFor(t, `${word}.${value}`, '')).find(Boolean)
  return known ?? value
}

const sayNumber = (t: T, field: string, value: number): ReactNode => {
  const name = plain(field)
  if (/area(x100|cm2)$/i.test(name)) return t('units.m2', { area: areaText(value) })
  if (/fen$/i.test(name)) return `¥${yuanText(value)}`
  return value
}

/** A value of a form or of a history as people read it; an id of the database is nothing to read. */
export const sayValue = (t: T, field: string, value: unknown): ReactNode => {
  if (value === null || value === undefined || value === '' || isUuid(value)) return '—'
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
  if (typeof value === 'number') return sayNumber(t, field, value)
  if (typeof value === 'string') return sayText(t, field, value)
  const hours = QuietHours.safeParse(value)
  if (hours.success && hours.data.length > 0) return hours.data.map(({ from, to }) => `${from}–${to}`).join('、')
  if (Array.isArray(value)) return value.length === 0 ? '—' : value.map(String).join('、')
  return JSON.stringify(value)
}

/** Columns that serve searching and sorting. */
const INNER = new Set(['sort_key', 'name_initials'])

/** A change that holds only ids, or what the database keeps for itself, says nothing to people. */
export const isReadable = (change: { field: string; before: unknown; after: unknown }) =>
  !INNER.has(change.field) && ![change.before, change.after].every((value) => value === null || isUuid(value))
