import type { Uuid } from '#contract/values.ts'
import type { Config } from '../config/config.ts'
import type { Channel } from './queue-messages.ts'
import type { Outcome } from './retry.rules.ts'
import { smsOverHttp } from './sms-over-http.ts'

export type Outgoing = {
  id: Uuid
  channel: Channel
  template: string
  language: 'zh' | 'en'
  address: string | null
  body: string
}

/** A way out of the house. It sends one message and says what happened; it never throws for what a gateway does. */
export type Adapter = { name: string; send(message: Outgoing): Promise<Outcome> }

/** Nothing leaves: the outbox page shows what would have been sent, and a person acts on it where one must. */
const shown: Adapter = { name: 'shown', send: async () => ({ kind: 'sent' }) }

/** The adapter of each channel, selected by the environment (docs/operate.md). */
export const adaptersOf = (config: Pick<Config, 'NOTIFY_SMS'>): ((channel: Channel) => Adapter) => {
  const sms = config.NOTIFY_SMS === undefined ? shown : smsOverHttp(config.NOTIFY_SMS)
  return (channel) => (channel === 'sms' ? sms : shown)
}
