import type { Adapter, Outgoing } from './adapter.ts'
import type { Outcome } from './retry.rules.ts'

const ANSWER_WITHIN_MS = 10_000

/**
 * Text messages by a gateway of the company: POST of `{id, to, text, language, template}` as JSON; any 2xx is "taken".
 * `Idempotency-Key` is the message's id, so that a gateway can drop the repeat of one whose answer was lost.
 * A user name and password in the address become basic authorisation.
 */
export const smsOverHttp = (gateway: string): Adapter => {
  const url = new URL(gateway)
  const login =
    url.username === '' ? undefined : `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
  url.username = ''
  url.password = ''
  const headers = {
    'content-type': 'application/json',
    ...(login === undefined ? {} : { authorization: `Basic ${Buffer.from(login).toString('base64')}` }),
  }
  return {
    name: 'sms-http',
    send: async (message) => {
      if (!message.address) return { kind: 'never', error: 'no phone number' }
      try {
        const answer = await fetch(url, {
          method: 'POST',
          headers: { ...headers, 'idempotency-key': message.id },
          body: JSON.stringify(payloadOf(message)),
          redirect: 'error',
          signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
        })
        await answer.body?.cancel()
        return outcomeOf(answer.status)
      } catch (error) {
        return { kind: 'again', error: error instanceof Error ? causeOf(error) : 'no answer' }
      }
    },
  }
}

const payloadOf = ({ id, address, body, language, template }: Outgoing) => ({
  id,
  to: address,
  text: body,
  language,
  template,
})

const outcomeOf = (status: number): Outcome => {
  if (status >= 200 && status < 300) return { kind: 'sent' }
  // 408, 425 and 429 ask to come again; other 4xx will say the same next time
  const passing = status >= 500 || status === 408 || status === 425 || status === 429
  return { kind: passing ? 'again' : 'never', error: `HTTP ${status}` }
}

const causeOf = (error: Error): string =>
  error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
