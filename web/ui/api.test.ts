import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { route } from '#contract/route.ts'
import { addressOf, call, newKey, onSignedOut } from './api.ts'
import { makeIntent } from './intent.ts'
import { resending } from './sending.ts'

const save = route({
  id: 'saveThing',
  method: 'POST',
  path: '/api/v1/estates/:estateId/things',
  access: 'matter.write',
  tag: 'things',
  summary: 'for tests',
  params: z.object({ estateId: z.string() }),
  body: z.object({ name: z.string() }),
  response: z.object({ id: z.string() }),
})
const list = route({
  id: 'listThings',
  method: 'GET',
  path: '/api/v1/things',
  access: 'signed-in',
  tag: 'things',
  summary: 'for tests',
  query: z.object({ q: z.string().optional(), line: z.array(z.string()).optional() }),
  response: z.object({ rows: z.array(z.string()) }),
})
const input = { params: { estateId: 'e 1' }, body: { name: 'x' } }
const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })

type Sent = { url: string; key: string | null }
const server = (...answers: (Response | Error)[]) => {
  const sent: Sent[] = []
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    sent.push({ url, key: new Headers(init.headers).get('idempotency-key') })
    const next = answers[sent.length - 1]
    return next instanceof Response ? Promise.resolve(next) : Promise.reject(next ?? new TypeError('network'))
  })
  return sent
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})
const settle = async <A>(promise: Promise<A>) => {
  const held = promise.then(
    (value) => ({ value, error: undefined }),
    (error: unknown) => ({ value: undefined, error }),
  )
  await vi.runAllTimersAsync()
  return held
}

test('a writing call without an answer is sent again with the same key, and says so', async () => {
  const sent = server(new TypeError('network'), answer(503, {}), answer(201, { id: '7' }))
  const done = call(save, input)
  await vi.advanceTimersByTimeAsync(700)
  expect(resending()).toMatchObject({ attempt: 2, limit: 4 })
  expect(await settle(done)).toEqual({ value: { id: '7' }, error: undefined })
  expect(sent).toHaveLength(3)
  expect(new Set(sent.map((one) => one.key)).size).toBe(1)
  expect(sent[0]?.key).toMatch(/^[0-9a-f-]{36}$/)
  expect(resending()).toBeUndefined()
})

test('after three more tries it gives up with E_NETWORK', async () => {
  const sent = server()
  const { error } = await settle(call(save, input, { idempotencyKey: 'mine' }))
  expect(error).toMatchObject({ code: 'E_NETWORK', status: 0 })
  expect(sent.map((one) => one.key)).toEqual(['mine', 'mine', 'mine', 'mine'])
})

test('a caller that keeps its calls itself hears of the first failure at once', async () => {
  const sent = server()
  const { error } = await settle(call(save, input, { resend: false }))
  expect(error).toMatchObject({ code: 'E_NETWORK' })
  expect(sent).toHaveLength(1)
})

test('a refusal is final and keeps field, details, issues and request id', async () => {
  const sent = server(
    answer(400, {
      error: { code: 'E_INPUT', field: 'body.name', details: { a: 1 }, requestId: 'r1' },
      issues: [{ path: 'body.name', code: 'too_small', minimum: 1, origin: 'string' }],
    }),
  )
  const { error } = await settle(call(save, input))
  expect(sent).toHaveLength(1)
  expect(error).toMatchObject({
    code: 'E_INPUT',
    field: 'name',
    details: { a: 1 },
    requestId: 'r1',
    issues: [{ path: 'name', code: 'too_small', params: { minimum: 1, origin: 'string' } }],
  })
})

test('a reading call is sent once and carries no key', async () => {
  const sent = server(new TypeError('network'))
  const { error } = await settle(call(list, {}))
  expect(error).toMatchObject({ code: 'E_NETWORK' })
  expect(sent).toEqual([{ url: '/api/v1/things', key: null }])
})

test('an answer that does not fit the contract is an error, not half a page', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  server(answer(200, { rows: [1] }))
  expect((await settle(call(list, {}))).error).toMatchObject({ code: 'E_ANSWER' })
})

test('the page of a proxy in place of an answer becomes a known error', async () => {
  server(new Response('<html>', { status: 413 }))
  expect((await settle(call(list, {}))).error).toMatchObject({ code: 'E_TOO_LARGE', status: 413 })
})

test('a 401 of a closed route tells the shell', async () => {
  const told: string[] = []
  onSignedOut((error) => told.push(error.code))
  server(answer(401, { error: { code: 'E_UNAUTHENTICATED' } }))
  await settle(call(list, {}))
  expect(told).toEqual(['E_UNAUTHENTICATED'])
  onSignedOut(() => undefined)
})

test('addresses encode parameters, repeat lists and leave out what is empty', () => {
  expect(addressOf(save, { params: { estateId: 'a/b' } })).toBe('/api/v1/estates/a%2Fb/things')
  expect(addressOf(list, { query: { q: '', line: ['a', 'b'], other: undefined } })).toBe('/api/v1/things?line=a&line=b')
  expect(() => addressOf(save, {})).toThrow('estateId')
})

test('keys are made where the page came over plain http', () => {
  vi.stubGlobal('crypto', { getRandomValues: <A extends Uint8Array>(array: A) => array.fill(0xff) })
  expect(newKey()).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff')
})

test('an intent keeps its key until it is settled or becomes another', () => {
  const intent = makeIntent()
  const first = intent.keyFor({ a: 1 })
  expect(intent.keyFor({ a: 1 })).toBe(first)
  expect(intent.keyFor({ a: 2 })).not.toBe(first)
  const second = intent.keyFor({ a: 2 })
  intent.settled()
  expect(intent.keyFor({ a: 2 })).not.toBe(second)
})
