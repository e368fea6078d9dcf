import { z } from 'zod'

export type FieldKind =
  | { kind: 'text'; maxLength: number | undefined }
  | { kind: 'textarea'; maxLength: number | undefined }
  | { kind: 'number' | 'money'; min: number | undefined; max: number | undefined }
  | { kind: 'boolean' | 'yesNo' | 'confirm' | 'date' | 'time' | 'instant' | 'unknown' }
  | { kind: 'choice' | 'choices'; values: readonly string[] }

/** From this length on a text gets room for several lines. */
const LONG_TEXT = 200

export type Opened = { schema: z.core.$ZodType; required: boolean; nullable: boolean }

/** Takes off `optional`, `default`, `nullable` and the like; what is left decides the widget. */
export const openSchema = (schema: z.core.$ZodType): Opened => {
  let inner = schema
  let required = true
  let nullable = false
  for (;;) {
    if (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodPrefault) {
      required = false
      inner = inner.def.innerType
    } else if (inner instanceof z.ZodNullable) {
      required = false
      nullable = true
      inner = inner.def.innerType
    } else if (inner instanceof z.ZodReadonly || inner instanceof z.ZodNonOptional || inner instanceof z.ZodCatch) {
      inner = inner.def.innerType
    } else if (inner instanceof z.ZodPipe) {
      inner = inner.def.in
    } else {
      return { schema: inner, required, nullable }
    }
  }
}

const descriptionOf = (schema: z.core.$ZodType) =>
  z.globalRegistry.get(schema)?.description ?? (schema instanceof z.ZodType ? schema.description : undefined)

const finite = (value: number | null | undefined) =>
  typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined

const stringKind = (schema: z.ZodString | z.ZodStringFormat): FieldKind => {
  if (schema.format === 'datetime') return { kind: 'instant' }
  if (schema.format === 'date') return { kind: 'date' }
  if (schema.format === 'time') return { kind: 'time' }
  if (descriptionOf(schema)?.startsWith('local time')) return { kind: 'time' }
  const maxLength = schema.maxLength ?? undefined
  return { kind: maxLength !== undefined && maxLength > LONG_TEXT ? 'textarea' : 'text', maxLength }
}

const valuesOf = (schema: z.core.$ZodType): readonly string[] | undefined => {
  if (schema instanceof z.ZodEnum) return schema.options.map(String)
  if (schema instanceof z.ZodLiteral) return [...schema.def.values].map(String)
  return undefined
}

/** What kind of field a schema asks for, when the page does not name a widget. */
export const fieldKind = (given: z.core.$ZodType): FieldKind => {
  const money = descriptionOf(given)?.startsWith('money')
  const { schema, required } = openSchema(given)
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return stringKind(schema)
  if (schema instanceof z.ZodNumber) {
    const kind = money || descriptionOf(schema)?.startsWith('money') ? 'money' : 'number'
    return { kind, min: finite(schema.minValue), max: finite(schema.maxValue) }
  }
  // a switch that is off looks answered: what somebody has to say is asked
  if (schema instanceof z.ZodBoolean) return { kind: required ? 'yesNo' : 'boolean' }
  if (schema instanceof z.ZodLiteral && schema.def.values.every((value) => value === true)) return { kind: 'confirm' }
  const values = valuesOf(schema)
  if (values) return { kind: 'choice', values }
  if (schema instanceof z.ZodArray) {
    const several = valuesOf(openSchema(schema.def.element).schema)
    if (several) return { kind: 'choices', values: several }
  }
  return { kind: 'unknown' }
}

/** Empty widgets mean "not said": absent for optional fields, null where the contract knows null. */
export const tidyValue = (schema: z.core.$ZodType, value: unknown): unknown => {
  const empty = value === '' || value === undefined || value === null || (typeof value === 'string' && !value.trim())
  if (!empty) return value
  const { nullable } = openSchema(schema)
  return nullable && value !== undefined ? null : undefined
}
