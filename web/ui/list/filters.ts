import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { z } from 'zod'
import { openSchema } from '../form/field-kind.ts'
import type { FilterItem } from './filter-bar.tsx'

type Raw = Record<string, unknown>

const isList = (schema: z.core.$ZodType) => openSchema(schema).schema instanceof z.ZodArray
const forSchema = (schema: z.core.$ZodType, value: unknown) =>
  value !== undefined && isList(schema) && !Array.isArray(value) ? [value] : value

/** Reads each filter on its own: an address with one broken value keeps the others. */
export const parseFilters = <S extends z.ZodObject>(schema: S, raw: Raw): z.output<S> => {
  const good: Raw = {}
  for (const [name, part] of Object.entries<z.core.$ZodType>(schema.shape)) {
    const value = forSchema(part, raw[name])
    if (value !== undefined && z.safeParse(part, value).success) good[name] = value
  }
  return z.parse(schema, good)
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** The address with some filters changed; empty values and defaults are left out, foreign names stay. */
export const writeFilters = (schema: z.ZodObject, raw: Raw, patch: Raw): Raw => {
  const next: Raw = { ...raw }
  const defaults: Raw = parseFilters(schema, {})
  for (const [name, value] of Object.entries(patch)) {
    const empty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
    if (empty || same(value, defaults[name])) delete next[name]
    else next[name] = value
  }
  return next
}

/** Names of the filters that differ from their defaults. */
export const activeFilters = (schema: z.ZodObject, raw: Raw): string[] => {
  const values: Raw = parseFilters(schema, raw)
  const defaults: Raw = parseFilters(schema, {})
  return Object.keys(schema.shape).filter((name) => !same(values[name], defaults[name]))
}

export type UrlFilters<S extends z.ZodObject> = {
  filters: z.output<S>
  /** Changes some of them; `undefined` takes one away. `step`: Back returns to what was shown before. */
  setFilters: (patch: { [K in keyof z.input<S>]?: z.input<S>[K] | undefined }, options?: { step: boolean }) => void
  clear: () => void
  active: readonly string[]
}

/** Filters that live in the address bar, so that a list can be reloaded, sent to a colleague and gone back to. */
export const useUrlFilters = <S extends z.ZodObject>(schema: S): UrlFilters<S> => {
  const raw: Raw = useSearch({ strict: false })
  const navigate = useNavigate()
  const filters = useMemo(() => parseFilters(schema, raw), [schema, raw])
  const write = (patch: Raw, { step }: { step: boolean } = { step: false }) =>
    void navigate({ to: '.', search: (before: Raw) => writeFilters(schema, before, patch), replace: !step })
  return {
    filters,
    setFilters: write,
    clear: () => write(Object.fromEntries(Object.keys(schema.shape).map((name) => [name, undefined]))),
    active: activeFilters(schema, raw),
  }
}

/** Names in the address that a filter of the page writes. */
export const namesOf = (items: readonly FilterItem[]): string[] =>
  items.flatMap((item) => (item.kind === 'dates' ? [item.from, item.to] : [item.name]))
