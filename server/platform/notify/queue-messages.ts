import type { Instant, Uuid } from '#contract/values.ts'
import type { Tx } from '../db/tx.ts'
import { newId } from '../ids.ts'

export type Channel = 'sms' | 'wechat' | 'app' | 'phone_task' | 'notice' | 'staff'

export type Message = {
  estateId: Uuid
  matterId?: Uuid
  channel: Channel
  /** Key of the template; its words are already in `body`. */
  template: string
  language: 'zh' | 'en'
  toKind: 'customer' | 'staff' | 'public'
  toId?: Uuid
  toName?: string
  toAddress?: string
  body: string
  urgent?: boolean
  /** Not before this time (KN-205: no message at forbidden hours unless urgent); now if not said. */
  notBefore?: Instant
}

/**
 * Puts messages into the outbox in the same transaction as what they tell. Messages to staff are read in the app and
 * count as sent at once; the others wait for the sender (send-messages.ts).
 */
export const queueMessages = async (tx: Tx, messages: readonly Message[]): Promise<void> => {
  for (let from = 0; from < messages.length; from += CHUNK) {
    const rows = messages.slice(from, from + CHUNK).map((m) => rowOf(tx, m))
    await tx.db.insertInto('outbox_message').values(rows).execute()
  }
}

// PostgreSQL takes at most 65,535 parameters in one statement
const CHUNK = 2_000

const rowOf = (tx: Tx, m: Message) => ({
  estate_id: m.estateId,
  id: newId(),
  matter_id: m.matterId ?? null,
  channel: m.channel,
  template: m.template,
  language: m.language,
  to_kind: m.toKind,
  to_id: m.toId ?? null,
  to_name: m.toName ?? null,
  to_address: m.toAddress ?? null,
  body: m.body,
  urgent: m.urgent ?? false,
  state: m.channel === 'staff' ? 'sent' : 'waiting',
  not_before: m.notBefore ?? tx.now,
  created_at: tx.now,
  sent_at: m.channel === 'staff' ? tx.now : null,
})
