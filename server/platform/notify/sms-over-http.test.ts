import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import type { Outgoing } from './adapter.ts'
import { adaptersOf } from './adapters.ts'
import { afterTry, RETRY_AFTER_MS } from './retry.rules.ts'
import { smsOverHttp } from './sms-over-http.ts'

const message: Outgoing = {
  id: '0193a0b0-7c00-7000-8000-000000000001',
  channel: 'sms',
  template: 'visit.told',
  language: 'zh',
  address: '13800138000',
  body: '维修员14点到',
}
const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

/** A gateway that answers with this status and remembers what it was sent. */
const gateway = async (status: number) => {
  const seen: { request: IncomingMessage; body: unknown }[] = []
  const server = createServer(async (request, response) => {
    seen.push({ request, body: JSON.parse(await text(request)) })
    response.writeHead(status).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push(() => server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`, seen }
}

test('a text message is posted as JSON with its id as idempotency key, and a login of the address as authorisation', async () => {
  const { url, seen } = await gateway(202)
  const adapter = smsOverHttp(url.replace('http://', 'http://wuyou:s%40cret@'))
  expect(await adapter.send(message)).toEqual({ kind: 'sent' })
  expect(seen[0]?.body).toEqual({
    id: message.id,
    to: '13800138000',
    text: '维修员14点到',
    language: 'zh',
    template: 'visit.told',
  })
  expect(seen[0]?.request.headers['idempotency-key']).toBe(message.id)
  expect(seen[0]?.request.headers.authorization).toBe(`Basic ${Buffer.from('wuyou:s@cret').toString('base64')}`)
})

test('a gateway that is busy or away is tried again, one that refuses is not', async () => {
  for (const status of [500, 503, 429, 408])
    expect(await smsOverHttp((await gateway(status)).url).send(message)).toEqual({
      kind: 'again',
      error: `HTTP ${status}`,
    })
  for (const status of [400, 403, 404])
    expect(await smsOverHttp((await gateway(status)).url).send(message)).toEqual({
      kind: 'never',
      error: `HTTP ${status}`,
    })
  const gone = await gateway(200)
  for (const close of open.splice(0)) close()
  expect(await smsOverHttp(gone.url).send(message)).toMatchObject({ kind: 'again' })
})

test('a message without a number is not sent', async () => {
  const { url, seen } = await gateway(200)
  expect(await smsOverHttp(url).send({ ...message, address: null })).toMatchObject({ kind: 'never' })
  expect(seen).toEqual([])
})

test('without a gateway nothing leaves: the outbox shows what would have been sent', async () => {
  expect(adaptersOf({ NOTIFY_SMS: undefined })('sms').name).toBe('shown')
  expect(adaptersOf({ NOTIFY_SMS: 'http://localhost/sms' })('sms').name).toBe('sms-http')
  expect(adaptersOf({ NOTIFY_SMS: 'http://localhost/sms' })('phone_task').name).toBe('shown')
})

test('tries are spaced out ever more and end in failure with what was said last', () => {
  const now = '2026-11-20T02:00:00.000Z'
  const waits = RETRY_AFTER_MS.map((_, i) => afterTry({ kind: 'again', error: 'HTTP 503' }, i + 1, now))
  expect(waits.map((w) => w.state)).toEqual(RETRY_AFTER_MS.map(() => 'waiting'))
  expect(waits.map((w) => w.notBefore)).toEqual([
    '2026-11-20T02:01:00.000Z',
    '2026-11-20T02:05:00.000Z',
    '2026-11-20T02:15:00.000Z',
    '2026-11-20T03:00:00.000Z',
  ])
  expect(afterTry({ kind: 'again', error: 'HTTP 503' }, RETRY_AFTER_MS.length + 1, now)).toMatchObject({
    state: 'failed',
    error: 'HTTP 503',
  })
  expect(afterTry({ kind: 'never', error: 'HTTP 400' }, 1, now)).toMatchObject({ state: 'failed' })
  expect(afterTry({ kind: 'sent' }, 3, now)).toEqual({ state: 'sent', notBefore: now, error: null })
})
