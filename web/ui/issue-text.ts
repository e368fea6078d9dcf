import type { T } from './i18n.ts'

/** An issue of zod as the browser or the server found it; only what the text needs. */
export type Issue = { code: string; params: Record<string, unknown> }

const FORMATS = {
  date: 'issue.date',
  datetime: 'issue.datetime',
  time: 'issue.time',
  uuid: 'issue.uuid',
  guid: 'issue.uuid',
  url: 'issue.url',
  email: 'issue.email',
} as const
/** What a schema of ours says by the message of its own check; each has its words. */
const SAID = [
  'text_invalid',
  'plan_task',
  'plan_secret',
  'plan_places',
  'plan_place_twice',
  'plan_conditions',
  'plan_daily',
  'plan_hours',
  'plan_until',
  'nth_zero',
  'topic_about',
  'amount_zero',
  'factor_sub',
  'category_twice',
  'not_marked',
  'handed_back',
  'same_owner',
  'limit_missing',
  'limit_value',
  'limit_order',
] as const
const isSaid = (message: string): message is (typeof SAID)[number] => SAID.some((one) => one === message)
const isKnownFormat = (format: unknown): format is keyof typeof FORMATS =>
  typeof format === 'string' && Object.hasOwn(FORMATS, format)

const amount = (value: unknown) => (typeof value === 'number' || typeof value === 'string' ? value : String(value))

const tooSmall = (t: T, { origin, minimum, inclusive, exact }: Record<string, unknown>) => {
  const least = amount(minimum)
  if (origin === 'string') {
    if (exact) return t('issue.length', { length: least })
    return least === 1 ? t('issue.required') : t('issue.too_short', { minimum: least })
  }
  if (origin === 'array' || origin === 'set')
    return least === 1 ? t('issue.choose') : t('issue.too_few', { minimum: least })
  return inclusive === false ? t('issue.above', { minimum: least }) : t('issue.too_small', { minimum: least })
}

const tooBig = (t: T, { origin, maximum, inclusive, exact }: Record<string, unknown>) => {
  const most = amount(maximum)
  if (origin === 'string') return exact ? t('issue.length', { length: most }) : t('issue.too_long', { maximum: most })
  if (origin === 'array' || origin === 'set') return t('issue.too_many', { maximum: most })
  return inclusive === false ? t('issue.below', { maximum: most }) : t('issue.too_big', { maximum: most })
}

const wrongType = (t: T, { expected, missing }: Record<string, unknown>) => {
  if (missing) return expected === 'array' || expected === 'boolean' ? t('issue.choose') : t('issue.required')
  if (expected === 'number') return t('issue.number')
  if (expected === 'int') return t('issue.integer')
  return t('issue.wrong_type')
}

/** A box that has to be ticked. */
const mustBeSo = ({ values }: Record<string, unknown>): boolean =>
  Array.isArray(values) && values.length === 1 && values[0] === true

/** The note beside a field: what would be right. */
export const issueText = (t: T, { code, params }: Issue): string => {
  switch (code) {
    case 'invalid_type':
      return wrongType(t, params)
    case 'too_small':
      return tooSmall(t, params)
    case 'too_big':
      return tooBig(t, params)
    case 'invalid_format':
      return t(isKnownFormat(params.format) ? FORMATS[params.format] : 'issue.format')
    case 'invalid_value':
      if (mustBeSo(params)) return t('issue.confirm')
      return params.missing ? t('issue.choose') : t('issue.value')
    case 'invalid_union':
      return params.missing ? t('issue.choose') : t('issue.value')
    case 'not_multiple_of':
      return t('issue.multiple', { divisor: amount(params.divisor) })
    case 'unrecognized_keys':
      return t('issue.unknown_key')
    default:
      return t(isSaid(code) ? `issue.${code}` : 'issue.custom')
  }
}

/** A raw issue of `safeParse` in the shape above; zod leaves out whether the value was simply missing. */
export const toIssue = (raw: { code: string; message: string; path: PropertyKey[] }, value: unknown): Issue => ({
  code: isSaid(raw.message) ? raw.message : raw.code,
  params: { ...raw, missing: value === undefined || value === null || value === '' },
})
