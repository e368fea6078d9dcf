import type { z } from 'zod'
import { type ApiError, isApiError } from '../api-error.ts'
import { errorText } from '../error-text.ts'
import type { T } from '../i18n.ts'
import { issueText, toIssue } from '../issue-text.ts'

export type FormErrors = { fields: Record<string, string[]>; whole: string | undefined }

/** The field of the form that a dotted path belongs to: `message.what` is shown at `message`. */
const ownerOf = (path: string, names: readonly string[]) =>
  names.find((name) => path === name) ?? names.find((name) => path.startsWith(`${name}.`))

/** What stands at this path; undefined where nothing does. */
export const valueAt = (values: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    values,
  )

/** What the schema found, by field; what belongs to no field of the form is said above it. */
export const schemaErrors = (t: T, error: z.ZodError, values: unknown, names: readonly string[]): FormErrors => {
  const fields: Record<string, string[]> = {}
  let whole: string | undefined
  for (const issue of error.issues) {
    const name = ownerOf(issue.path.join('.'), names)
    const said = issueText(t, toIssue(issue, valueAt(values, issue.path)))
    if (name === undefined) whole ??= said
    else if (!fields[name]) fields[name] = [said]
  }
  return { fields, whole }
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** What is said beside the one field of `values` that was refused; an empty one is asked for. */
export const fieldText = (t: T, error: ApiError, values: unknown, zone?: string): string => {
  if (error.code !== 'E_INPUT') return errorText(t, error, zone)
  const { code } = error.details
  if (typeof code === 'string') return issueText(t, { code, params: error.details })
  return isEmpty(valueAt(values, error.field?.split('.') ?? [])) ? t('issue.required') : t('issue.custom')
}

/** What the server refused, beside the field it named; `values`: what was sent. */
export const serverErrors = (
  t: T,
  error: ApiError | Error,
  names: readonly string[],
  values: unknown,
  zone?: string,
): FormErrors => {
  if (!isApiError(error)) return { fields: {}, whole: errorText(t, error) }
  const fields: Record<string, string[]> = {}
  for (const issue of error.issues) {
    const name = ownerOf(issue.path, names)
    if (name !== undefined && !fields[name]) fields[name] = [issueText(t, issue)]
  }
  const owner = error.field === undefined ? undefined : ownerOf(error.field, names)
  if (owner !== undefined && !fields[owner]) fields[owner] = [fieldText(t, error, values, zone)]
  const placed = Object.keys(fields).length > 0
  return {
    fields,
    whole: placed && (error.code === 'E_INPUT' || owner !== undefined) ? undefined : errorText(t, error, zone),
  }
}
