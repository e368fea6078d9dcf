import type { z } from 'zod'
import { openSchema } from '../form/field-kind.ts'

type Row = Readonly<Record<string, unknown>>

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** Fields that differ between two readings of the same thing; an absent value and null say the same. */
export const differing = (before: Row, now: Row, fields: readonly string[]): string[] =>
  fields.filter((field) => !same(before[field], now[field]))

/**
 * What a form changed, as a PATCH wants it: only the fields that differ from what the form began with, an emptied
 * field as null where the contract knows null. So nobody writes back what somebody else has changed meanwhile.
 */
export const changesOf = (schema: z.ZodObject, began: Row, value: Row, fields: readonly string[]): Row => {
  const changes: Record<string, unknown> = {}
  for (const field of differing(began, value, fields)) {
    const after = value[field] ?? null
    const part = schema.shape[field]
    if (after !== null) changes[field] = after
    else if (part && openSchema(part).nullable) changes[field] = null
  }
  return changes
}
