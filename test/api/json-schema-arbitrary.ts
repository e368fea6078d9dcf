import fc from 'fast-check'
import { z } from 'zod'

type Schema = Record<string, unknown>

/** Text that has broken programs before: rare characters, lone surrogates, NUL, SQL, HTML, formulas, very long. */
const nastyText = fc.constantFrom(
  '',
  ' ',
  '𠮷野家㼆',
  '👨‍👩‍👧‍👦',
  '\u0000',
  'a\u0000b',
  '\ud800',
  "'; drop table matter; --",
  '<img src=x onerror=alert(1)>',
  '=cmd|calc!A1',
  '%_\\',
  '‮反',
  '漏'.repeat(10_000),
  '{{7*7}}',
  'null',
  '../../etc/passwd',
)

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Values of the shape that a zod schema describes, with plausible and nasty content; `ids` are real ids to point at. */
export const shapedLike = (schema: z.ZodType, ids: readonly string[]): fc.Arbitrary<unknown> =>
  of(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema, ids)

const of = (s: Schema, ids: readonly string[]): fc.Arbitrary<unknown> => {
  if (Array.isArray(s.enum)) return fc.constantFrom(...(s.enum as unknown[]))
  if ('const' in s) return fc.constant(s.const)
  const options = (s.anyOf ?? s.oneOf) as unknown[] | undefined
  if (Array.isArray(options)) return fc.oneof(...options.filter(isSchema).map((o) => of(o, ids)))
  switch (s.type) {
    case 'object':
      return objectOf(s, ids)
    case 'array':
      return fc.array(isSchema(s.items) ? of(s.items, ids) : fc.anything(), {
        minLength: Number(s.minItems ?? 0),
        maxLength: Math.min(Number(s.maxItems ?? 4), 4),
      })
    case 'integer':
      return fc.oneof(
        fc.integer({
          min: Math.max(Number(s.minimum ?? -1), -(2 ** 31)),
          max: Math.min(Number(s.maximum ?? 1000), 2 ** 31 - 1),
        }),
        fc.constantFrom(0, 1, -1),
      )
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'string':
      return stringOf(s, ids)
    default:
      return fc.jsonValue()
  }
}

const objectOf = (s: Schema, ids: readonly string[]): fc.Arbitrary<unknown> => {
  const properties = isSchema(s.properties) ? s.properties : {}
  const required = new Set(Array.isArray(s.required) ? (s.required as string[]) : [])
  const parts: Record<string, fc.Arbitrary<unknown>> = {}
  for (const [name, part] of Object.entries(properties)) if (isSchema(part)) parts[name] = of(part, ids)
  return fc.record(parts, { requiredKeys: Object.keys(parts).filter((name) => required.has(name)) })
}

const stringOf = (s: Schema, ids: readonly string[]): fc.Arbitrary<unknown> => {
  if (s.format === 'uuid') return fc.constantFrom(...ids, '0193a0b0-7c00-7000-8000-000000000001')
  if (s.format === 'date-time')
    return fc.constantFrom(
      '2026-11-20T08:40:00.000Z',
      '2099-12-31T23:59:59.999Z',
      '1999-01-01T00:00:00.000Z',
      '2026-02-28T16:00:00+08:00',
      '9999-12-31T23:59:59.000Z',
    )
  if (s.format === 'date') return fc.constantFrom('2026-11-20', '2026-02-28', '2024-02-29', '9999-12-31', '0001-01-01')
  if (typeof s.pattern === 'string' && String(s.pattern).includes(':[0-5]'))
    return fc.constantFrom('09:00', '00:00', '23:59')
  const max = Number(s.maxLength ?? 200)
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('漏水', '客户很着急', '13800138000', 'a').map((x) => x.slice(0, max)) },
    { weight: 1, arbitrary: nastyText },
  )
}

/** Anything at all in the place of a body. */
export const broken: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, [], {}, '', 0, true, [[]], { __proto__: { admin: true } }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.dictionary(fc.string({ maxLength: 20 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 6 }),
)
