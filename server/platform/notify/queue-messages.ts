import { sql } from 'kysely'
import type { Instant, Uuid } from '#contract/values.ts'
import { calendarOf } from '../calendar/load-calendar.ts'
import type { Tx } from '../db/tx.ts'
import { newId } from '../ids.ts'
import { settingsOf } from '../settings/settings.ts'
import { allowedFrom } from './call-hours.ts'

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
  /** The same in English, for staff. */
  bodyEn?: string
  urgent?: boolean
  /** Found in the outbox by its reader alone, and by whoever may read what is confidential. */
  confidential?: boolean
  /** Not before this time (KN-205: no message at forbidden hours unless urgent); now if not said. */
  notBefore?: Instant
}

/**
 * Puts messages into the outbox in the same transaction as what they tell. Messages to staff are read in the app and
 * count as sent at once; the others wait for the sender (send-messages.ts), those to customers until an hour at which
 * people may be disturbed (KN-205). Who knows more of the customer (their own quiet hours) says so in `notBefore`.
 * Where messages to customers are switched off (notify.customerMessages) they are held for an operator.
 */
export const queueMessages = async (tx: Tx, messages: readonly Message[]): Promise<void> => {
  const release = await releaseOf(tx, messages)
  for (let from = 0; from < messages.length; from += CHUNK) {
    const rows = messages.slice(from, from + CHUNK).map((m) => rowOf(tx, m, release(m)))
    await insertMessages(tx, rows)
  }
}

const CHUNK = 5_000

// one parameter however many messages: a sweep writes thousands, and a text that never changes is prepared once
const insertMessages = (tx: Tx, rows: readonly ReturnType<typeof rowOf>[]) =>
  sql`
    insert into outbox_message (estate_id, id, matter_id, channel, template, language, to_kind, to_id, to_name, to_address,
      body, body_en, urgent, confidential, state, not_before, created_at, sent_at)
    select r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(estate_id uuid, id uuid, matter_id uuid, channel text,
      template text, language text, to_kind text, to_id uuid, to_name text, to_address text,
      body text, body_en text, urgent boolean, confidential boolean, state text, not_before timestamptz, created_at timestamptz, sent_at timestamptz)`.execute(
    tx.db,
  )

type Release = { state: 'waiting' | 'held' | 'sent'; notBefore: Instant }

/** When and whether each message may go; asks settings and calendar only when a customer is among them. */
const releaseOf = async (tx: Tx, messages: readonly Message[]): Promise<(m: Message) => Release> => {
  const estates = new Map<
    Uuid,
    { settings: Awaited<ReturnType<typeof settingsOf>>; calendar: Awaited<ReturnType<typeof calendarOf>> }
  >()
  for (const m of messages)
    if (m.toKind === 'customer' && !estates.has(m.estateId))
      estates.set(m.estateId, {
        settings: await settingsOf(tx, m.estateId),
        calendar: await calendarOf(tx, m.estateId),
      })
  return (m) => {
    const wished = m.notBefore !== undefined && m.notBefore > tx.now ? m.notBefore : tx.now
    if (m.channel === 'staff') return { state: 'sent', notBefore: wished }
    const estate = m.toKind === 'customer' ? estates.get(m.estateId) : undefined
    if (!estate) return { state: 'waiting', notBefore: wished }
    return {
      state: estate.settings.get('notify.customerMessages') ? 'waiting' : 'held',
      notBefore: m.urgent ? wished : allowedFrom(estate.calendar, estate.settings, wished),
    }
  }
}

const rowOf = (tx: Tx, m: Message, { state, notBefore }: Release) => ({
  estate_id: m.estateId,
  id: newId(),
  matter_id: m.matterId ?? null,
  channel: m.channel,
  template: m.template,
  language: m.language,
  to_kind: m.toKind,
  to_id: m.toId ?? null,
  // half a character, as cutting leaves it, is text to PostgreSQL but no JSON
  to_name: m.toName?.toWellFormed() ?? null,
  to_address: m.toAddress?.toWellFormed() ?? null,
  body: m.body.toWellFormed(),
  body_en: m.bodyEn?.toWellFormed() ?? null,
  urgent: m.urgent ?? false,
  confidential: m.confidential ?? false,
  state,
  not_before: notBefore,
  created_at: tx.now,
  sent_at: state === 'sent' ? tx.now : null,
})
