import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import { decodeCursor } from './cursor.ts'

const FORMS = {
  instant: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  flag: /^[01]$/,
  // what PostgreSQL cannot hold is no value of a row of ours
  // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what this refuses
  text: /^[^\u0000]*$/,
} as const

/** The values of a cursor, each of the form its column has; E_INPUT for a cursor that this server did not make. */
export const keysetOf = <const F extends readonly (keyof typeof FORMS)[]>(
  cursor: string | undefined,
  forms: F,
): { [K in keyof F]: string } | Refusal | undefined => {
  if (cursor === undefined) return undefined
  const values = decodeCursor(cursor, forms.length)
  if (isRefusal(values)) return values
  const sound = forms.every((form, i) => {
    const value = values[i]
    return typeof value === 'string' && value.isWellFormed() && FORMS[form].test(value)
  })
  return sound ? (values as { [K in keyof F]: string }) : refuse('E_INPUT', { field: 'query.cursor' })
}
