import { z } from 'zod'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { worksIn } from './register.store.ts'

const widgetOf = (schema: z.ZodType): unknown => {
  const own = schema.meta()?.widget
  return own === undefined && schema instanceof z.ZodOptional && schema.unwrap() instanceof z.ZodType
    ? (schema.unwrap() as z.ZodType).meta()?.widget
    : own
}

/**
 * Fields of a move that name a person or another matter (their schema says so) must name one of this estate;
 * else anybody's id could be written. E_NOT_FOUND with the field.
 */
export const checkReferences = async (
  tx: Tx,
  estateId: Uuid,
  needs: z.ZodObject,
  input: unknown,
): Promise<Refusal | undefined> => {
  if (typeof input !== 'object' || input === null) return undefined
  for (const [name, schema] of Object.entries(needs.shape)) {
    const value = (input as Record<string, unknown>)[name]
    const widget = widgetOf(schema)
    if (typeof value !== 'string' || widget === undefined) continue
    const found =
      widget === 'staff'
        ? await worksIn(tx, estateId, value)
        : widget !== 'matter' ||
          (await tx.db
            .selectFrom('matter')
            .select('id')
            .where('estate_id', '=', estateId)
            .where('id', '=', value)
            .executeTakeFirst()) !== undefined
    if (!found) return refuse('E_NOT_FOUND', { field: `body.${name}` })
  }
  return undefined
}
