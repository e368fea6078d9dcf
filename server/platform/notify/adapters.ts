import type { Config } from '../config/config.ts'
import type { Adapter } from './adapter.ts'
import type { Channel } from './queue-messages.ts'
import { smsOverHttp } from './sms-over-http.ts'

/** Nothing leaves: the outbox page shows what would have been sent, and a person acts on it where one must. */
const shown: Adapter = { name: 'shown', send: async () => ({ kind: 'sent' }) }

/** The adapter of each channel, selected by the environment (docs/operate.md). */
export const adaptersOf = (config: Pick<Config, 'NOTIFY_SMS'>): ((channel: Channel) => Adapter) => {
  const sms = config.NOTIFY_SMS === undefined ? shown : smsOverHttp(config.NOTIFY_SMS)
  return (channel) => (channel === 'sms' ? sms : shown)
}
