import { z } from 'zod'
import type { Received, RouteShape, SentBody, SentParams, SentQuery } from '#contract/route.ts'
import { ApiError, parseJson, toApiError } from './api-error.ts'
import { learnServerTime } from './clock.ts'
import { noteRequest } from './last-request.ts'
import { sendingEnded, sendingStarted } from './sending.ts'

export { ApiError, isApiError } from './api-error.ts'

/** What a call carries: the parts that the route declares, each required when declared. */
export type CallInput<R extends RouteShape> = (SentParams<R> extends undefined ? object : { params: SentParams<R> }) &
  (SentQuery<R> extends undefined ? object : { query?: SentQuery<R> }) &
  (SentBody<R> extends undefined ? object : { body: SentBody<R> })

export type CallOptions = {
  /** One key for one intent of a person; kept when the same intent is sent again. */
  idempotencyKey?: string
  signal?: AbortSignal
  /** Off where the caller keeps what was not answered and sends it again itself. Default on. */
  resend?: boolean
}

/** Waits before the second, third and fourth sending of a writing call. */
const RESEND_AFTER_MS = [600, 2_000, 5_000] as const
const ANSWER_WITHIN_MS = 30_000
/** What a balancer says when nobody stood behind it: the call may be sent again with its key. */
const GATEWAY = new Set([502, 503, 504])

/** Random identifier; `crypto.randomUUID` is missing where the page came over plain http. */
export const newKey = (): string => {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20)}`
}

let signedOut: (error: ApiError) => void = () => {}
/** What to do when the server no longer knows us; the shell goes to the sign-in page. */
export const onSignedOut = (handler: (error: ApiError) => void) => {
  signedOut = handler
}

export type Parts = { params?: object | undefined; query?: object | undefined; body?: unknown }

/** The address of a call; empty values of the query are left out, lists are repeated. */
export const addressOf = (route: RouteShape, { params = {}, query = {} }: Parts): string => {
  const values = new Map<string, unknown>(Object.entries(params))
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = values.get(name)
    if (value === undefined || value === '') throw new Error(`${route.id}: parameter ${name} is missing`)
    return encodeURIComponent(String(value))
  })
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one))
    }
  }
  const tail = search.toString()
  return tail ? `${path}?${tail}` : path
}

const pause = (ms: number, signal: AbortSignal | undefined) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })

const send = async (route: RouteShape, address: string, init: RequestInit, signal: AbortSignal | undefined) => {
  const within = AbortSignal.timeout(ANSWER_WITHIN_MS)
  const started = performance.now()
  const answer = await fetch(address, {
    ...init,
    method: route.method,
    credentials: 'same-origin',
    signal: signal ? AbortSignal.any([signal, within]) : within,
  })
  learnServerTime(answer.headers.get('date'), performance.now() - started)
  noteRequest(answer.headers.get('x-request-id'))
  const text = await answer.text()
  return { answer, text }
}

/**
 * Calls a route of the contract and gives its parsed answer.
 * Throws `ApiError`; a writing call that got no answer is sent again with the same key before it gives up.
 */
export const call = async <R extends RouteShape>(
  route: R,
  input: CallInput<R>,
  { idempotencyKey, signal, resend = true }: CallOptions = {},
): Promise<Received<R>> => {
  const parts: Parts = input
  const address = addressOf(route, parts)
  const writes = route.method !== 'GET'
  const key = idempotencyKey ?? newKey()
  const headers: Record<string, string> = { accept: 'application/json' }
  if (writes) headers['idempotency-key'] = key
  if (parts.body !== undefined) headers['content-type'] = 'application/json'
  const init: RequestInit = parts.body === undefined ? { headers } : { headers, body: JSON.stringify(parts.body) }

  const limit = writes && resend ? RESEND_AFTER_MS.length + 1 : 1
  try {
    for (let attempt = 1; ; attempt += 1) {
      if (writes) sendingStarted({ id: key, attempt, limit })
      const result = await send(route, address, init, signal).catch((fault: unknown) => {
        if (signal?.aborted) throw fault
        return undefined
      })
      const unanswered = !result || GATEWAY.has(result.answer.status)
      const wait = RESEND_AFTER_MS[attempt - 1]
      if (unanswered && attempt < limit && wait !== undefined) {
        await pause(wait, signal)
        continue
      }
      if (!result) throw new ApiError({ code: 'E_NETWORK', status: 0 })
      return received(route, result.answer, parseJson(result.text))
    }
  } finally {
    if (writes) sendingEnded(key)
  }
}

const received = <R extends RouteShape>(route: R, answer: Response, body: unknown): Received<R> => {
  const requestId = answer.headers.get('x-request-id')
  if (!answer.ok) {
    const error = toApiError(answer.status, body, requestId)
    if (error.status === 401 && route.access !== 'public') signedOut(error)
    throw error
  }
  const response: R['response'] = route.response
  const parsed = z.safeParse(response, body)
  if (parsed.success) return parsed.data
  console.error(`${route.id}: the answer does not fit the contract`, parsed.error.issues)
  throw new ApiError({ code: 'E_ANSWER', status: answer.status, requestId: requestId ?? undefined })
}
