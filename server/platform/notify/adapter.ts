import type { Uuid } from '#contract/values.ts'
import type { Channel } from './queue-messages.ts'
import type { Outcome } from './retry.rules.ts'

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
