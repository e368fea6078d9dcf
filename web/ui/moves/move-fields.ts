import { z } from 'zod'
import type { KindShape } from '#contract/kind.ts'
import { openSchema } from '../form/field-kind.ts'
import type { FieldSpec, Option } from '../form/widget.ts'
import type { T } from '../i18n.ts'
import { hasWord, wordFor } from '../matter/words.ts'

/** The form of a move, made from what its arrow needs: labels by field name, choices by their words, pickers where the schema says so. */
export const moveFields = (t: T, shape: KindShape, verb: string): Record<string, FieldSpec> => {
  const needs = shape.verbs[verb]?.needs
  if (!needs) return {}
  return Object.fromEntries(
    Object.entries(needs.shape).flatMap(([name, schema]) => {
      // what only a phone tells is asked in no form
      if (metaOf(schema as z.ZodType)?.byPhone) return []
      const { schema: inner } = openSchema(schema as z.core.$ZodType)
      const widget = widgetOf(schema as z.ZodType) ?? widgetOf(inner)
      const choices = inner instanceof z.ZodArray ? openSchema(inner.def.element).schema : inner
      const words = metaOf(schema as z.ZodType)?.words ?? metaOf(choices)?.words
      const options =
        choices instanceof z.ZodEnum
          ? optionsOf(t, typeof words === 'string' ? words : name, choices.options.map(String))
          : undefined
      return [
        [
          name,
          {
            label: wordFor(t, `field.${name}`, name),
            ...(hasWord(`field.${name}.help`) ? { help: wordFor(t, `field.${name}.help`, '') } : {}),
            ...(widget ? { widget, extra: metaOf(schema as z.ZodType) } : {}),
            ...(metaOf(schema as z.ZodType)?.needed === true ? { needed: true } : {}),
            ...(options ? { options } : {}),
          },
        ],
      ]
    }),
  )
}

const metaOf = (schema: z.ZodType | z.core.$ZodType): Record<string, unknown> | undefined => {
  if (!(schema instanceof z.ZodType)) return undefined
  return schema.meta() ?? (schema instanceof z.ZodOptional ? metaOf(schema.unwrap()) : undefined)
}
const widgetOf = (schema: z.ZodType | z.core.$ZodType): string | undefined => {
  const widget = metaOf(schema)?.widget
  return typeof widget === 'string' ? widget : undefined
}

/**
 * The words of each choice: `category.C1.2` where the schema names them, else by the field's name, else the common ones.
 * A category stands with its code, by which many look for it.
 */
const optionsOf = (t: T, name: string, values: readonly string[]): Option[] =>
  values.map((value) => {
    const word = wordFor(t, hasWord(`${name}.${value}`) ? `${name}.${value}` : `choice.${value}`, value)
    return { value, label: name === 'category' ? `${value} ${word}` : word }
  })
