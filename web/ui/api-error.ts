import { z } from 'zod'
import { ERRORS, type ErrorCode } from '#contract/refusal.ts'

/** `E_NETWORK`: no answer came; `E_ANSWER`: an answer came that the contract does not know. */
export type ApiErrorCode = ErrorCode | 'E_NETWORK' | 'E_ANSWER'

/** One thing wrong with one field, in zod's words; the text is made by `issueText`. */
export type FieldIssue = { path: string; code: string; params: Record<string, unknown> }

export class ApiError extends Error {
  readonly code: ApiErrorCode
  /** Dotted path of the field that is meant. */
  readonly field: string | undefined
  readonly details: Record<string, unknown>
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  readonly requestId: string | undefined
  readonly issues: readonly FieldIssue[]
  constructor(given: {
    code: ApiErrorCode
    status: number
    field?: string | undefined
    details?: Record<string, unknown>
    requestId?: string | undefined
    issues?: readonly FieldIssue[]
  }) {
    super(given.code)
    this.name = 'ApiError'
    this.code = given.code
    this.status = given.status
    this.field = given.field
    this.details = given.details ?? {}
    this.requestId = given.requestId
    this.issues = given.issues ?? []
  }
}

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code)

const ErrorBody = z.object({
  error: z.object({
    code: z.string(),
    field: z.string().nullish(),
    details: z.record(z.string(), z.unknown()).nullish(),
    requestId: z.string().nullish(),
  }),
  issues: z.array(z.looseObject({ path: z.string(), code: z.string() })).nullish(),
})

const BY_STATUS: Record<number, ErrorCode> = {
  400: 'E_BAD_REQUEST',
  401: 'E_UNAUTHENTICATED',
  403: 'E_FORBIDDEN',
  404: 'E_NOT_FOUND',
  409: 'E_STATE_CHANGED',
  413: 'E_TOO_LARGE',
  415: 'E_FILE_TYPE',
  429: 'E_RATE',
  502: 'E_OVERLOADED',
  503: 'E_OVERLOADED',
  504: 'E_OVERLOADED',
}

/** The value of a JSON text; undefined when it is none (an error page of a proxy). */
export const parseJson = (text: string): unknown => {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `body.title` and `query.limit` name the place in the request; people see the field. */
const fieldPath = (path: string) => path.replace(/^(body|query|params)\./, '')

/** Any refusal or fault of the server as one kind of error, also when a proxy answered in its place. */
export const toApiError = (status: number, body: unknown, requestId: string | null): ApiError => {
  const parsed = ErrorBody.safeParse(body)
  const fallback = BY_STATUS[status] ?? (status < 500 ? 'E_BAD_REQUEST' : 'E_INTERNAL')
  if (!parsed.success) return new ApiError({ code: fallback, status, requestId: requestId ?? undefined })
  const { error, issues } = parsed.data
  return new ApiError({
    code: isErrorCode(error.code) ? error.code : fallback,
    status,
    field: error.field ? fieldPath(error.field) : undefined,
    details: error.details ?? {},
    requestId: error.requestId ?? requestId ?? undefined,
    issues: (issues ?? []).map(({ path, code, ...params }) => ({ path: fieldPath(path), code, params })),
  })
}

export const isApiError = (value: unknown): value is ApiError => value instanceof ApiError
